import { render } from 'preact';
import { t } from '../../components/i18n';
import type { ReadingDesk } from '../../components/reading-desk';
import { sendMessage } from '../../lib/messages';

type State = 'opens' | 'stopped' | 'failed';

/** Where the articles of this site open by themselves: says so, below the article, with the way to stop it. */
export async function showSiteNote({ signal }: ReadingDesk, place: Element): Promise<void> {
  // The browser knows these texts only while the extension lives.
  for (const key of ['reader_site_stopped', 'popup_site_failed'] as const) t(key);
  const draw = (state: State) => {
    if (!signal.aborted) render(<SiteNote state={state} stop={() => void stop()} />, place);
  };
  const stop = () =>
    sendMessage('siteOpens', { stop: true }).then(
      () => draw('stopped'),
      () => draw('failed'),
    );
  const opens = await sendMessage('siteOpens', {}).catch(() => false);
  if (opens) draw('opens');
}

function SiteNote({ state, stop }: { state: State; stop: () => void }) {
  if (state === 'stopped')
    return (
      <p class="tools-site" role="status">
        {t('reader_site_stopped')}
      </p>
    );
  return (
    <p class="tools-site">
      <span role="status">{t(state === 'failed' ? 'popup_site_failed' : 'popup_site_opens')}</span>
      <button class="tools-link" onClick={stop}>
        {t('popup_site_stop')}
      </button>
    </p>
  );
}
