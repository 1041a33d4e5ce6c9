import { formatDate, t } from '../../components/i18n';
import { DIALOG_ID } from './overlay';
import type { ReaderActions, ReaderState } from './state';

type Props = { state: ReaderState; actions: ReaderActions };

function SaveButton({ state: { saved, saving, changed }, actions }: Props) {
  const label = changed ? 'reader_save_changes' : saved ? 'reader_saved' : 'reader_save';
  const sending = saving === 'sending';
  return (
    <button
      class="bar-button bar-save"
      title={saved ? t('reader_update_hint', formatDate(saved.savedAt)) : t('reader_save_hint')}
      disabled={saving === 'orphaned'}
      aria-busy={sending}
      onClick={() => !sending && actions.save()}
    >
      {t(sending ? 'reader_saving' : label)}
    </button>
  );
}

/** The panel is filled by the tools. */
function SettingsButton() {
  const name = t('reader_settings');
  return (
    <>
      <button class="bar-button bar-letters" popovertarget="reading-settings" aria-label={name} title={name}>
        Aa
      </button>
      <div id="reading-settings" class="bar-panel" popover="auto" role="dialog" aria-label={name} />
    </>
  );
}

/** The quiet bar, in words: out of sight while reading on, back with the first move up. */
export function Toolbar({ state, actions }: Props) {
  const readable = typeof state.reading === 'object';
  return (
    <div class="bar">
      {/* `command` closes the dialog even when our script is gone with the extension. */}
      <button
        class="bar-button bar-close"
        title={t('reader_close_hint')}
        command="close"
        commandfor={DIALOG_ID}
        onClick={actions.close}
      >
        {t('reader_close')}
      </button>
      {readable && <SettingsButton />}
      <button class="bar-button" disabled={state.saving === 'orphaned'} onClick={actions.openLibrary}>
        {t('reader_library')}
      </button>
      {readable && <SaveButton state={state} actions={actions} />}
    </div>
  );
}
