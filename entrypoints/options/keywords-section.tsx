import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../components/i18n';
import type { TermPrefRow } from '../../lib/library/schema';
import { allowTerm, forgetRename, watchTermPrefs } from '../../lib/library/term-prefs';
import { db } from './health-library';

/** What the user decided about keywords for good, each with the way to take it back. */
export function KeywordsSection() {
  const prefs = useSignal<readonly TermPrefRow[] | 'failed' | null>(null);
  const refused = useSignal(false);
  const hint = useRef<HTMLParagraphElement>(null);
  useEffect(
    () =>
      watchTermPrefs(
        db,
        (found) => (prefs.value = found),
        () => (prefs.value = 'failed'),
      ),
    [],
  );
  const takeBack = async (button: Element, forget: typeof allowTerm, term: string) => {
    const item = button.closest('li');
    const next = (item?.nextElementSibling ?? item?.previousElementSibling)?.querySelector('button');
    // It goes, and the focus must not go with it.
    (next ?? hint.current)?.focus();
    refused.value = false;
    await forget(db, term, Date.now()).catch(() => (refused.value = true));
  };

  if (prefs.value === null) return null;
  if (prefs.value === 'failed') return <p role="alert">{t('options_keywords_failed')}</p>;
  const removed = prefs.value.filter((pref) => pref.removed);
  const renamed = prefs.value.filter((pref) => pref.as !== undefined);
  const empty = removed.length + renamed.length === 0;
  return (
    <>
      <p ref={hint} class="options-hint" tabIndex={-1}>
        {t(empty ? 'options_keywords_none' : 'options_keywords_hint')}
      </p>
      <Terms title={t('options_keywords_removed')}>
        {removed.map(({ key, term }) => (
          <li key={key}>
            <bdi>{term}</bdi>
            <button
              class="options-term-back"
              type="button"
              aria-label={t('options_keyword_allow_named', term)}
              onClick={({ currentTarget }) => void takeBack(currentTarget, allowTerm, term)}
            >
              {t('options_keyword_allow')}
            </button>
          </li>
        ))}
      </Terms>
      <Terms title={t('options_keywords_renamed')}>
        {renamed.map(({ key, term, as = '' }) => (
          <li key={key}>
            <span>
              <bdi>{term}</bdi> → <bdi>{as}</bdi>
            </span>
            <button
              class="options-term-back"
              type="button"
              aria-label={t('options_keyword_forget_named', term, as)}
              onClick={({ currentTarget }) => void takeBack(currentTarget, forgetRename, term)}
            >
              {t('options_keyword_forget')}
            </button>
          </li>
        ))}
      </Terms>
      {refused.value && <p role="alert">{t('options_keywords_refused')}</p>}
    </>
  );
}

function Terms({ title, children }: { title: string; children: ComponentChildren[] }) {
  if (children.length === 0) return null;
  return (
    <section class="options-terms" aria-label={title}>
      <h3>{title}</h3>
      <ul>{children}</ul>
    </section>
  );
}
