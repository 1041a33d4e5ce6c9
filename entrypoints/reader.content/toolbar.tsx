import { ReadingSettings } from '../../components/reading-settings/reading-settings';
import { formatDate, t } from '../../components/i18n';
import { Icon } from './icons';
import { DIALOG_ID } from './overlay';
import type { ReaderActions, ReaderState } from './state';

type Props = { state: ReaderState; actions: ReaderActions };

function SaveButton({ state: { saved, saving, orphaned }, actions }: Props) {
  const sending = saving === 'sending';
  const done = saving === 'done';
  const name = sending ? t('reader_saving') : done ? t('reader_saved') : saved ? t('reader_update') : t('reader_save');
  const hint = saved ? t('reader_update_hint', formatDate(saved.savedAt)) : t('reader_save_hint');
  return (
    <button
      type="button"
      class={`bar-button bar-save${saved ? ' bar-done' : ''}`}
      title={hint}
      disabled={orphaned}
      aria-busy={sending}
      onClick={() => !sending && actions.save()}
    >
      <Icon name={saved ? 'saved' : 'save'} />
      <span>{name}</span>
    </button>
  );
}

function SettingsButton({ state, actions }: Props) {
  return (
    <>
      <button
        type="button"
        class="bar-button"
        popovertarget="reading-settings"
        aria-label={t('reader_settings')}
        title={t('reader_settings')}
      >
        <span class="bar-letters" aria-hidden="true">
          Aa
        </span>
      </button>
      <div id="reading-settings" class="bar-panel" popover="auto" role="dialog" aria-label={t('reader_settings')}>
        <ReadingSettings settings={state.settings} onChange={actions.change} />
      </div>
    </>
  );
}

/** The quiet bar: out of sight while reading on, back with the first move up. */
export function Toolbar({ state, actions }: Props) {
  const readable = typeof state.reading === 'object';
  const label = (key: 'reader_copy' | 'reader_library') => ({ 'aria-label': t(key), title: t(key) });
  return (
    <div class="bar" role="group" aria-label={t('reader_toolbar')}>
      {/* `command` closes the dialog even when our script is gone with the extension. */}
      <button
        type="button"
        class="bar-button"
        title={t('reader_close_hint')}
        command="close"
        commandfor={DIALOG_ID}
        onClick={actions.close}
      >
        <Icon name="close" />
        <span class="bar-optional">{t('reader_close')}</span>
      </button>
      <span class="bar-space" />
      {readable && <SettingsButton state={state} actions={actions} />}
      {readable && (
        <button type="button" class="bar-button" {...label('reader_copy')} onClick={actions.copy}>
          <Icon name="copy" />
        </button>
      )}
      <button
        type="button"
        class="bar-button"
        {...label('reader_library')}
        disabled={state.orphaned}
        onClick={actions.openLibrary}
      >
        <Icon name="library" />
      </button>
      {readable && <SaveButton state={state} actions={actions} />}
    </div>
  );
}
