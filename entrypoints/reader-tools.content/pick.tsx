import { render } from 'preact';
import { t } from '../../components/i18n';
import type { ReadingDesk } from '../../components/reading-desk';
import { sendMessage } from '../../lib/messages';
import { pickBlock, rememberPickerTexts } from './picker';

/** The pick that could not be written down; it holds for this page all the same. */
let unkept: string | null = null;

/** For an article that is not the right one: the way to pick its block, and to forget a pick. */
export function showPick(desk: ReadingDesk, place: Element): void {
  const { window, picked } = desk;
  rememberPickerTexts();

  const keep = (block: string | null) =>
    sendMessage('pickBlock', { block }).then(
      () => (unkept = null),
      () => (unkept = block),
    );
  const pick = async () => {
    const theme = desk.settings().theme;
    desk.close();
    const block = await pickBlock(window, theme);
    if (block) await keep(block);
    desk.read(block ?? picked);
  };
  const forget = async () => {
    await keep(null);
    desk.read(null);
  };

  render(
    <p class="tools-pick">
      {picked && <span>{t(unkept === picked ? 'pick_not_kept' : 'pick_in_use', window.location.host)}</span>}
      <button class="tools-link" onClick={() => void pick()}>
        {t(picked ? 'pick_again' : 'pick_offer')}
      </button>
      {picked && (
        <button class="tools-link" onClick={() => void forget()}>
          {t('pick_forget')}
        </button>
      )}
    </p>,
    place,
  );
}
