import { t } from '../../components/i18n';
import { textOfCode } from '../../components/text-of-code';
import type { Verdict as Found } from '../../lib/messages';

/** Recognised or not, and why. `undefined` while the page has not answered, `null` when nobody answers there. */
export function Verdict({ verdict }: { verdict: Found | null | undefined }) {
  if (verdict === undefined) return <p class="verdict">{t('popup_looking')}</p>;
  if (verdict === null) return <p class="verdict">{t('popup_not_looked')}</p>;
  const reasons = verdict.reasons.map((code) => textOfCode(`reason_${code}`)).filter((text) => text !== null);
  const summary = t(verdict.article ? 'popup_article' : 'popup_not_article');
  const mark = verdict.article ? 'verdict article' : 'verdict';
  if (reasons.length === 0) return <p class={mark}>{summary}</p>;
  return (
    <details class={mark}>
      <summary>
        {summary} <span class="verdict-why">{t('popup_why')}</span>
      </summary>
      <ul>
        {reasons.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </details>
  );
}
