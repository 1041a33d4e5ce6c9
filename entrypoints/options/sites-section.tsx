import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../../components/i18n';
import { openLibrary } from '../../lib/library/open';
import { pickedBlocks, setPickedBlock } from '../../lib/library/site-rules';

type Picks = Awaited<ReturnType<typeof pickedBlocks>>;

const db = openLibrary();

/** The blocks that the user picked on single sites, each with the way to take it back. */
export function SitesSection() {
  const picks = useSignal<Picks | 'failed' | null>(null);
  const look = async () => {
    picks.value = await pickedBlocks(db).catch(() => 'failed' as const);
  };
  useEffect(() => void look(), []);
  const forget = async (site: string) => {
    await setPickedBlock(db, site, null, Date.now()).catch(() => undefined);
    await look();
  };

  if (picks.value === null) return null;
  if (picks.value === 'failed') return <p role="alert">{t('options_sites_failed')}</p>;
  if (picks.value.length === 0) return <p class="options-hint">{t('options_sites_none')}</p>;
  return (
    <table class="options-table">
      <thead>
        <tr>
          <th scope="col">{t('options_site')}</th>
          <th scope="col">{t('options_site_block')}</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {picks.value.map(({ site, block }) => (
          <tr key={site}>
            <th scope="row">{site}</th>
            <td>
              <code>{block}</code>
            </td>
            <td>
              <button
                class="button"
                type="button"
                aria-label={t('options_site_forget_named', site)}
                onClick={() => void forget(site)}
              >
                {t('options_site_forget')}
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
