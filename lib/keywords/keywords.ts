/**
 * Title, text and the page's own keywords → the few words that tell what an article is about.
 *
 * For spaced scripts the result is the same in every browser; words of Chinese, Japanese and Thai come from
 * `Intl.Segmenter`, whose dictionary differs a little between them. The search index must not build on it.
 */
import type { Keyword } from '../article';
import { candidates } from './candidates';
import { clauses } from './clauses';
import { declaredTerms, type Declared } from './declared';
import { languageOf } from './language';
import { lines } from './lines';
import { rank, type DocumentFrequency, type Ranked } from './rank';
import { select } from './select';
import { spelling, written } from './spelling';
import { termKey } from './term-key';

export type KeywordsInput = {
  title: string;
  /** One block a line. */
  text: string;
  /** BCP 47; may be empty. */
  lang: string;
  /** As read from the page, unfiltered. */
  declared: readonly string[];
  source: string | null;
};

export type KeywordsOptions = {
  /** At most this many. */
  limit?: number;
  /** The reader's own library, which knows what is common in it. */
  df?: DocumentFrequency;
  /** Keys (`termKey`) of what the reader has removed before: they stay removed. */
  removed?: ReadonlySet<string>;
  /** Where the page's own keywords were read, for example `meta` or `json-ld`. */
  declaredAt?: string;
};

/** What the page's own word counts more than the same word found by us, in units of score. */
const DECLARED = 1;

/** A declared term that the text does not hold: the editor's word stands alone. */
function unseen({ term, key }: Declared, score: number): Ranked {
  return {
    key,
    score,
    parts: [key],
    count: 0,
    first: Infinity,
    inTitle: false,
    whole: 0,
    free: 0,
    capital: 0,
    forms: new Map([[term, 1]]),
  };
}

/** Best first. Pure, and linear in the length of the text up to the bound stated in `lines.ts`. */
export function keywords(
  { title, text, lang, declared, source }: KeywordsInput,
  { limit = 8, df, removed = new Set(), declaredAt = 'meta' }: KeywordsOptions = {},
): Keyword[] {
  const language = languageOf(lang, `${title}\n${text}`);
  const read = clauses(lines(title, text), language);
  const known = spelling(read);
  const own = declaredTerms(declared, { title, text, lang: language, source });
  const ownKeys = new Set(own.map(({ key }) => key));

  const found = rank(candidates(read, language), language, df);
  const best = found[0]?.score ?? 1;
  const seen = new Set(found.map(({ key }) => key));
  for (const term of found) if (ownKeys.has(term.key)) term.score += DECLARED;
  const absent = own.filter(({ key }) => !seen.has(key)).map((term, i) => unseen(term, best - i / 100));
  const all = [...found, ...absent]
    .filter(({ key }) => !removed.has(termKey(key)))
    .toSorted((a, b) => b.score - a.score);

  const chosen = select(all, limit, ownKeys);
  const top = Math.max(1, ...chosen.map(({ score }) => score));
  return chosen.map((term) => {
    const isOwn = ownKeys.has(term.key);
    const weight = Math.round(Math.min(1, Math.max(0, term.score / top)) * 100) / 100;
    const where = isOwn ? declaredAt : term.inTitle ? 'title' : 'text';
    return { term: written(term, known), origin: isOwn ? 'declared' : 'found', weight, where };
  });
}
