/**
 * Title, text and the page's own keywords → the few words that tell what an article is about.
 *
 * For spaced scripts the result is the same in every browser; words of Chinese, Japanese and Thai come from
 * `Intl.Segmenter`, whose dictionary differs a little between them. The search index must not build on it.
 */
import type { Keyword } from '../article';
import { declaredTerms, type Declared } from './declared';
import { isMedium } from './media';
import { isPassing } from './passing';
import { rank, type DocumentFrequency, type Ranked } from './rank';
import { marked, toldBy, type Told } from './part-of';
import { readArticle, type Article, type Reading } from './reading';
import { select } from './select';
import { spelledIn, spelling, written } from './spelling';
import { asTaught, type Taught } from './taught';
import { termKey } from './term-key';

export type KeywordsInput = Article & {
  /** As read from the page, unfiltered. */
  declared: readonly string[];
  source: string | null;
};

export type KeywordsOptions = Taught & {
  /** At most this many. */
  limit?: number;
  /** The reader's own library, which knows what is common in it. */
  df?: DocumentFrequency;
  /** Where the page's own keywords were read, for example `meta` or `json-ld`. */
  declaredAt?: string;
};

/** What the page's own word counts more than the same word found by us, in units of score. */
const DECLARED = 1;
/** A declared term that is no candidate stands beside the n-th of those found: of the title, of the text, of neither. */
const PLACE = { title: 0, text: 2, nowhere: 5 };

const NOTHING = toldBy({ title: '', text: '' });

/** The page's own terms that the text does not hold as words of their own. */
function withoutCandidate(own: readonly Declared[], found: readonly Ranked[], told: Told): Ranked[] {
  const seen = new Set(found.map(({ key }) => key));
  return own
    .filter(({ key }) => !seen.has(key))
    .map(({ key, term }) => {
      const words = marked(key);
      const count = told.text.split(words).length - 1;
      const inTitle = told.title.includes(words);
      const place = inTitle ? PLACE.title : count ? PLACE.text : PLACE.nowhere;
      const score = (found[place] ?? found.at(-1))?.score ?? 1;
      const declared = { key, score, declared: term, inTitle, count };
      return Object.assign(declared, { parts: [key], occurrences: [], first: 0, whole: 0, free: 0, capital: 0 });
    });
}

/** The page's own keywords are read only where there are any: to search the text for them is dear. */
function declaredBy({ declared, source }: KeywordsInput, { title, text, lang }: Reading) {
  if (!declared.length) return { own: [], told: NOTHING };
  const told = toldBy({ title, text });
  return { own: declaredTerms(declared, { title, told, lang, source }), told };
}

const wordsIn = ({ clauses }: Reading): number => {
  const last = clauses.at(-1);
  return last ? last.at + last.words.length : 0;
};

/** All that could be given, best first. */
function subjects(input: KeywordsInput, reading: Reading, df: DocumentFrequency | undefined): Ranked[] {
  const { lang, candidates } = reading;
  const { own, told } = declaredBy(input, reading);
  const ownTerms = new Map(own.map(({ key, term }) => [key, term]));
  const found = rank(candidates, lang, df);
  const others = withoutCandidate(own, found, told);
  for (const term of found) {
    term.declared = ownTerms.get(term.key);
    if (term.declared !== undefined) term.score += DECLARED;
  }
  const sourceKey = termKey(input.source ?? '');
  // Who reports is no subject, unless the headline says so.
  const reports = ({ key, inTitle, declared }: Ranked): boolean =>
    declared === undefined && !inTitle && (key === sourceKey || isMedium(key));
  const words = wordsIn(reading);
  return [...found, ...others]
    .filter((term) => !reports(term) && !isPassing(term, lang, words))
    .toSorted((a, b) => b.score - a.score);
}

/** Best first. Pure; linear in the length of the text. */
export function keywords(
  input: KeywordsInput,
  { limit = 8, df, removed, renamed, declaredAt = 'meta' }: KeywordsOptions = {},
): Keyword[] {
  const reading = readArticle(input);
  const chosen = select(asTaught(subjects(input, reading, df), { removed, renamed }), limit);
  const known = spelling(reading.clauses, new Set(chosen.flatMap(({ parts }) => parts)));
  const top = Math.max(1, ...chosen.map(({ score }) => score));
  return chosen.map(({ key, name, declared, occurrences, score, inTitle }) => ({
    term: name ?? (written(occurrences, known) || spelledIn(reading.text, declared ?? key)),
    origin: declared === undefined ? 'found' : 'declared',
    weight: Math.round(Math.min(1, Math.max(0, score / top)) * 100) / 100,
    where: declared === undefined ? (inTitle ? 'title' : 'text') : declaredAt,
  }));
}
