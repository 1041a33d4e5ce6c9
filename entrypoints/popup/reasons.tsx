import { t } from '../../components/i18n';
import { textOfCode } from '../../components/text-of-code';
import { WEIGHTS } from '../../lib/detect/weights';
import type { Verdict } from '../../lib/messages';

const FOR = new Set(Object.entries(WEIGHTS).flatMap(([code, weight]) => (weight > 0 ? [code] : [])));

/** Why a page was or was not taken for an article, and what speaks against that. */
export function Reasons({ verdict: { article, reasons } }: { verdict: Verdict }) {
  const why = textsOf(reasons.filter((code) => FOR.has(code) === article));
  const but = textsOf(reasons.filter((code) => FOR.has(code) !== article));
  return (
    <>
      <Texts texts={why.length > 0 ? why : [t('popup_few_signs')]} />
      {but.length > 0 && <p>{t('popup_but')}</p>}
      {but.length > 0 && <Texts texts={but} />}
    </>
  );
}

const textsOf = (codes: readonly string[]): string[] =>
  codes.map((code) => textOfCode(`reason_${code}`)).filter((text) => text !== null);

function Texts({ texts }: { texts: readonly string[] }) {
  return (
    <ul>
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}
