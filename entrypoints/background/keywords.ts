/** Keywords as the reader taught them: the same for a save and for the page that shows them before it. */
import { browser } from 'wxt/browser';
import type { Keyword } from '../../lib/article';
import { keywords, type KeywordsInput, type KeywordsOptions } from '../../lib/keywords/keywords';
import { createVocabulary, documentFrequency, termsIn } from '../../lib/keywords/vocabulary';
import { termPrefs } from '../../lib/library/term-prefs';
import { keepVocabulary as keep, storedVocabulary } from '../../lib/library/vocabulary';
import { library } from './library';
import { check, schemas } from './schemas';
import { within } from './within';

/** A library that does not open, or not yet, must not keep a page from its keywords. */
const TIMEOUT_MS = 500;

type Df = NonNullable<KeywordsOptions['df']> | undefined;

/** Read once in the life of this worker, and after each time that it was made. */
let vocabulary: Promise<Df> | null = null;

const readVocabulary = (): Promise<Df> =>
  (vocabulary ??= storedVocabulary(library()).then(documentFrequency)).catch(() => {
    vocabulary = null;
    return undefined;
  });

/** What was decided about terms is read each time: the user may just have decided it. */
async function optionsNow(): Promise<KeywordsOptions> {
  const [prefs, df] = await Promise.all([termPrefs(library()), readVocabulary()]);
  const removed = prefs.filter((pref) => pref.removed).map(({ term }) => term);
  const renamed = prefs.flatMap(({ term, as }) => (as === undefined ? [] : [[term, as] as const]));
  return { removed: new Set(removed), renamed: new Map(renamed), ...(df && { df }) };
}

/** For a save, which must not fail over them. `declaredAt`: where the page has its own. */
export async function findKeywords(article: KeywordsInput, declaredAt?: string): Promise<Keyword[]> {
  const options = await optionsNow().catch(() => ({}));
  return keywords(article, { ...options, ...(declaredAt && { declaredAt }) });
}

export async function keywordsFor(data: unknown): Promise<Keyword[]> {
  const article = check(schemas.keywords, data);
  return keywords(article, await within(TIMEOUT_MS, optionsNow()).catch(() => ({})));
}

/** Nothing waits for it: without it, keywords are found by the article alone. */
export async function keepVocabulary(): Promise<void> {
  await navigator.locks.request('quietpage-vocabulary', { ifAvailable: true }, async (lock) => {
    const { version } = browser.runtime.getManifest();
    if (lock && (await keep(library(), { version, termsIn, begin: createVocabulary }))) vocabulary = null;
  });
}
