import { t } from '../../components/i18n';
import type { LibraryUsage } from '../../lib/library/usage';
import { formatSize } from './format-size';

type Props = {
  /** Bytes in all, as the browser counts them, and how many it offers. */
  usage: number;
  quota: number;
  /** Null while it is measured. */
  kinds: LibraryUsage | null;
};

/** How much room the library takes, and for what. */
export function HealthUsage({ usage, quota, kinds }: Props) {
  const measured = kinds ? kinds.articles + kinds.versions + kinds.pictures + kinds.index : 0;
  const parts = kinds && { ...kinds, rest: Math.max(0, usage - measured) };
  return (
    <div class="health-usage">
      <p>{t('options_usage', formatSize(usage), formatSize(quota))}</p>
      {parts && (
        <>
          {/* The list below says the same in words. */}
          <div class="health-usage-bar" aria-hidden="true">
            {KINDS.map((kind) => (
              <span key={kind} data-kind={kind} style={{ flexGrow: parts[kind] }} />
            ))}
          </div>
          <ul>
            {KINDS.map((kind) => (
              <li key={kind} data-kind={kind}>
                {t(`health_usage_${kind}`)} <span>{formatSize(parts[kind])}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

const KINDS = ['articles', 'versions', 'pictures', 'index', 'rest'] as const;
