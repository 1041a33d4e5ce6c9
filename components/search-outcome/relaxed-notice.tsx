import { t } from '../i18n';

/** Nothing met the query as it was typed; something near it was found. */
export type Relaxed = { kind: 'parts' } | { kind: 'typo'; words: readonly { typed: string; found: string }[] };

/** One line above results that are not quite what was asked for. */
export function RelaxedNotice({ relaxed }: { relaxed: Relaxed | null }) {
  return (
    <div role="status">
      {relaxed && <p class="relaxed-notice">{relaxed.kind === 'parts' ? t('search_relaxed_parts') : typo(relaxed)}</p>}
    </div>
  );
}

function typo({ words }: Extract<Relaxed, { kind: 'typo' }>): string {
  const all = (side: 'typed' | 'found') => words.map((word) => word[side]).join(' ');
  return t('search_relaxed_typo', all('typed'), all('found'));
}
