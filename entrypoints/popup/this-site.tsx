/** What the user decides about the site of the page below. A chunk of its own: it comes after the first rows. */
import { effect, signal } from '@preact/signals';
import type { ComponentChild } from 'preact';
import { Notice } from '../../components/notice/notice';
import { t } from '../../components/i18n';
import { type SiteSwitches, switchSite } from '../../lib/library/site-rules';
import type { Verdict } from '../../lib/messages';
import type { ActivePage } from './active-page';
import type { PageModel } from './page-model';

type Switches = Required<SiteSwitches>;
type OpenPage = ActivePage & { kind: 'page' };

export type SiteWorld = {
  /** Answers now and after each change, as long as the popup lives. */
  watch: (site: string, onSwitches: (switches: Switches) => unknown) => void;
  /** Rejects when nothing was changed. */
  change: (site: string, change: SiteSwitches) => Promise<void>;
  /** The verdict on a page where no detector was; `null`: there is to be none. */
  lookAt: (tabId: number) => Promise<Verdict | null>;
  /** Are articles looked for at all? */
  detection: () => Promise<boolean>;
};

/** Follows the page of the popup; the component shows the host, and behind it the switches. */
export function siteControls(page: PageModel, world: SiteWorld | null): () => ComponentChild {
  const switches = signal<Switches | null>(null);
  const open = signal(false);
  const failed = signal(false);
  let followed: string | null = null;
  let detection = true;

  const look = async (tabId: number): Promise<void> => {
    page.verdict.value = (await world?.lookAt(tabId).catch(() => null)) ?? null;
  };
  const follow = async (site: string, { tabId, verdict }: OpenPage): Promise<void> => {
    detection = (await world?.detection()) ?? true;
    const unseen = (await verdict) === null;
    let first = true;
    world?.watch(site, async (known) => {
      switches.value = known;
      const off = !detection ? 'popup_off' : known.detectionOff ? 'popup_site_off' : null;
      if (first && unseen && !off) await look(tabId);
      first = false;
      page.off.value = off;
    });
  };
  effect(() => {
    const found = page.page.value;
    const site = found?.kind === 'page' ? switchSite(found.url) : null;
    if (found?.kind !== 'page' || !site || site === followed) return;
    followed = site;
    void follow(site, found);
  });

  const change = async (wanted: SiteSwitches): Promise<void> => {
    const found = page.page.value;
    if (!followed || !world || found?.kind !== 'page') return;
    failed.value = false;
    try {
      if (wanted.detectionOff === false) page.verdict.value = undefined;
      await world.change(followed, wanted);
      if (wanted.detectionOff === false) await look(found.tabId);
    } catch {
      failed.value = true;
    }
  };

  return () => {
    const found = page.page.value;
    if (found?.kind !== 'page') return null;
    const known = switches.value;
    // A private window leaves no trace: nothing can be decided there.
    if (!known || found.incognito) return <span class="this-page-host">{found.host}</span>;
    return (
      <>
        <button
          class="this-page-host this-site-toggle"
          type="button"
          aria-expanded={open.value}
          aria-label={`${found.host}: ${t('popup_site')}`}
          title={t('popup_site')}
          onClick={() => (open.value = !open.value)}
        >
          {found.host}
        </button>
        {open.value && <SitePanel known={known} detection={detection} change={(wanted) => void change(wanted)} />}
        {!open.value && known.openByItself && !known.detectionOff && (
          <p class="this-page-text">
            {t('popup_site_opens')}{' '}
            <button class="this-page-link" type="button" onClick={() => void change({ openByItself: false })}>
              {t('popup_site_stop')}
            </button>
          </p>
        )}
        {failed.value && <Notice alert kind="calm" text={t('popup_site_failed')} />}
      </>
    );
  };
}

type PanelProps = { known: Switches; detection: boolean; change: (wanted: SiteSwitches) => void };

function SitePanel({ known, detection, change }: PanelProps) {
  const looks = detection && !known.detectionOff;
  return (
    <div class="this-site-panel">
      <label>
        <input
          type="checkbox"
          checked={looks}
          disabled={!detection}
          onChange={({ currentTarget }) => change({ detectionOff: !currentTarget.checked })}
        />
        {t('popup_site_look')}
      </label>
      <label>
        <input
          type="checkbox"
          checked={known.openByItself}
          disabled={!looks}
          onChange={({ currentTarget }) => change({ openByItself: currentTarget.checked })}
        />
        <span>
          {t('popup_site_open')}
          <small>{t('popup_site_open_hint')}</small>
        </span>
      </label>
    </div>
  );
}
