import type { ReadonlySignal } from '@preact/signals';
import type { ComponentChild } from 'preact';
import { t } from '../../components/i18n';
import type { Verdict as Found } from '../../lib/messages';
import type { PageModel } from './page-model';

/** What comes after the first rows. */
export type LateParts = ReadonlySignal<{
  Site: () => ComponentChild;
  Reasons: (props: { verdict: Found }) => ComponentChild;
} | null>;

/** Recognised or not, and why; or why nobody looked. */
export function Verdict({ model, late }: { model: PageModel; late: LateParts }) {
  const verdict = model.verdict.value;
  const off = model.off.value;
  if (off) return <p class="verdict">{t(off)}</p>;
  if (!verdict)
    return <p class="verdict">{t(verdict === null && off !== undefined ? 'popup_not_looked' : 'popup_looking')}</p>;
  const Reasons = late.value?.Reasons;
  return (
    <details class={verdict.article ? 'verdict article' : 'verdict'}>
      <summary>
        {t(verdict.article ? 'popup_article' : 'popup_not_article')} <span class="verdict-why">{t('popup_why')}</span>
      </summary>
      {Reasons && <Reasons verdict={verdict} />}
    </details>
  );
}
