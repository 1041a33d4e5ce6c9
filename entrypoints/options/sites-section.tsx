import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../../components/i18n';
import { liveSignal } from '../../lib/library/live';
import { openLibrary } from '../../lib/library/open';
import type { SiteRuleRow } from '../../lib/library/schema';
import { setPickedBlock, siteRules } from '../../lib/library/site-rules';
import { sendMessage } from '../../lib/messages';

const db = openLibrary();

/** A thing decided about a site, with the way back. */
type Decision = {
  site: string;
  text: string;
  block?: string;
  undo: { text: string; named: string; run: () => Promise<void> };
};

function decisionsOf({ site, block, detectionOff, openByItself }: SiteRuleRow): Decision[] {
  const decisions: Decision[] = [];
  const add = (text: string, undo: Decision['undo'], shown?: string) =>
    decisions.push({ site, text, undo, ...(shown === undefined ? {} : { block: shown }) });
  if (block !== undefined)
    add(
      t('options_site_block'),
      {
        text: t('options_site_forget'),
        named: t('options_site_forget_named', site),
        run: () => setPickedBlock(db, site, null, Date.now()),
      },
      block,
    );
  if (detectionOff)
    add(t('options_site_off'), {
      text: t('options_site_look'),
      named: t('options_site_look_named', site),
      run: () => sendMessage('switchSite', { site, detectionOff: false }),
    });
  if (openByItself)
    add(t('options_site_opens'), {
      text: t('options_site_stop'),
      named: t('options_site_stop_named', site),
      run: () => sendMessage('switchSite', { site, openByItself: false }),
    });
  return decisions;
}

/** What the user decided about single sites, each with the way to take it back. */
export function SitesSection() {
  const rules = useSignal<SiteRuleRow[] | 'failed' | null>(null);
  const refused = useSignal(false);
  useEffect(() => {
    const live = liveSignal<SiteRuleRow[] | null>(() => siteRules(db), null);
    live.value.subscribe((found) => {
      if (found) rules.value = found;
    });
    live.error.subscribe((error) => {
      if (error) rules.value = 'failed';
    });
    return live.stop;
  }, []);
  const undo = async (run: () => Promise<void>) => {
    refused.value = false;
    await run().catch(() => (refused.value = true));
  };

  if (rules.value === null) return null;
  if (rules.value === 'failed') return <p role="alert">{t('options_sites_failed')}</p>;
  if (rules.value.length === 0) return <p class="options-hint">{t('options_sites_none')}</p>;
  return (
    <>
      <table class="options-table">
        <thead>
          <tr>
            <th scope="col">{t('options_site')}</th>
            <th scope="col">{t('options_site_rule')}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {rules.value.flatMap(decisionsOf).map(({ site, text, block, undo: { text: label, named, run } }) => (
            <tr key={`${site} ${text}`}>
              <th scope="row">{site}</th>
              <td>
                {text} {block !== undefined && <code>{block}</code>}
              </td>
              <td>
                <button class="button" type="button" aria-label={named} onClick={() => void undo(run)}>
                  {label}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {refused.value && <p role="alert">{t('popup_site_failed')}</p>}
    </>
  );
}
