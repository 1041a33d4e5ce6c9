/**
 * Search in the library: what a search box calls. The block index answers; where it cannot, every text is read, which is
 * slow in a large library but finds the same.
 */
import type { ArticleRow } from '../article';
import { IndexDamagedError } from './index/bytes';
import { collect, type CollectOptions, type Ranked } from './index/collect';
import { matchQuery } from './index/match-query';
import { type IndexReader, indexReader, type Snapshot } from './index/reader';
import { type Correction, correct } from './index/similar-words';
import { IndexUnusableError } from './index/state';
import { answerIfReadable } from './index/request';
import type { Clause, FieldFilter, Literal, Query, Term } from './query/query';
import { termsOf } from './query/terms-of';
import { scan } from './scan';
import type { TextRow } from './search-db';
import { snippet, type Snippet } from './snippet';

export type { Mark } from './find-marks';
export type { Snippet } from './snippet';

export type Hit = { article: ArticleRow; snippet: Snippet; score: number };

export type SearchResult = {
  hits: Hit[];
  /** All hits, also those past `limit`; of thousands that must be looked at one by one, an estimate. */
  total: number;
  /** What to mark in a title. */
  terms: Term[];
  /** Nothing was found as it was typed: what was looked for instead. */
  relaxed: null | { kind: 'parts' } | { kind: 'typo'; words: Correction[] };
  /** The index did not answer; it should be looked after. */
  indexed: boolean;
};

export type SearchOptions = {
  limit: number;
  /** Relevance, then date; or date alone, newest saved first. */
  sort?: 'relevance' | 'date';
  /** Conditions of the place where the search box stands. Without any about the trash, what is in it is left out. */
  within?: readonly FieldFilter[];
  signal?: AbortSignal;
};

export type Searcher = { database: IDBDatabase; reader: IndexReader };

/** One for each connection: it remembers what the next key stroke needs again. */
export const searcher = (database: IDBDatabase): Searcher => ({ database, reader: indexReader(database) });

const required = (filter: FieldFilter, not = false): Clause => ({
  any: [{ kind: 'filter', filter, not, start: 0, end: 0 } satisfies Literal],
});

const isTrash = ({ field, ...filter }: FieldFilter): boolean =>
  field === 'is' && 'what' in filter && filter.what === 'trash';

const asksForTrash = ({ any }: Clause): boolean =>
  any.some((one) => one.kind === 'filter' && !one.not && isTrash(one.filter));

/** The query with the conditions of its place; the trash is searched only where it is asked for. */
export function clausesOf(query: Query, within: readonly FieldFilter[]): Clause[] {
  const clauses = [...query.clauses, ...within.map((filter) => required(filter))];
  return clauses.some(asksForTrash) ? clauses : [...clauses, required({ field: 'is', what: 'trash' }, true)];
}

type Answer = { ranked: Ranked[]; total: number; relaxed: SearchResult['relaxed']; terms: Term[] };

type Asked = Omit<CollectOptions, 'clauses' | 'terms'> & { query: Query; within: readonly FieldFilter[] };

const optionsOf = ({ query, within, ...rest }: Asked): CollectOptions => ({
  ...rest,
  clauses: clausesOf(query, within),
  terms: termsOf(query),
});

/** What is near to a query that found nothing: words spelled a little otherwise, or the parts of what was a whole. */
async function nearBy(snapshot: Snapshot, asked: Asked): Promise<Answer | null> {
  const corrected = await correct(snapshot, asked.query);
  if (corrected) {
    const options = optionsOf({ ...asked, query: corrected.query });
    const found = await collect(snapshot, await matchQuery(snapshot, options.clauses), options);
    const relaxed = { kind: 'typo', words: corrected.words } as const;
    if (found.total > 0) return { ...found, relaxed, terms: [...options.terms] };
  }
  const options = optionsOf(asked);
  // The words need not stand as they were typed; the filters hold all the same.
  const filters = options.clauses.filter(({ any }) => any.every(({ kind }) => kind === 'filter'));
  const loose = await matchQuery(snapshot, options.clauses, true);
  const found = await collect(snapshot, loose, { ...options, clauses: filters });
  return found.total > 0 ? { ...found, relaxed: { kind: 'parts' }, terms: [...options.terms] } : null;
}

async function answerFrom(snapshot: Snapshot, asked: Asked): Promise<Answer> {
  const options = optionsOf(asked);
  const strict = await collect(snapshot, await matchQuery(snapshot, options.clauses), options);
  const near = strict.total === 0 && options.terms.length > 0 ? await nearBy(snapshot, asked) : null;
  return near ?? { ...strict, relaxed: null, terms: [...options.terms] };
}

/** The index is not there, not whole, or written by another version. */
export const isAboutIndex = (error: unknown): boolean =>
  error instanceof IndexUnusableError ||
  error instanceof IndexDamagedError ||
  (error instanceof DOMException && error.name === 'NotFoundError');

async function answerWithout(database: IDBDatabase, asked: Asked): Promise<Answer> {
  const options = optionsOf(asked);
  const { ranked, total } = await scan(database, options);
  const store = database.transaction('texts', 'readonly').objectStore('texts');
  const texts: (TextRow | undefined)[] = await Promise.all(
    ranked.map(({ row }) => answerIfReadable(store.get(row.docNo))),
  );
  const whole = ranked.map(({ row, score }, i): Ranked => ({ row, score, text: texts[i]?.text ?? '' }));
  return { ranked: whole, total, relaxed: null, terms: [...options.terms] };
}

/**
 * Articles that meet a query, with the best place of each. A query of nothing but filters answers the newest first; an
 * empty one has no hits. Rejects with the signal's reason when it is aborted.
 */
export async function search(
  { database, reader }: Searcher,
  query: Query,
  { limit, sort, within = [], signal }: SearchOptions,
): Promise<SearchResult> {
  if (query.clauses.length === 0) return { hits: [], total: 0, terms: [], relaxed: null, indexed: true };
  const order = termsOf(query).length === 0 ? 'date' : (sort ?? 'relevance');
  // Who asks for all hits wants to know which they are, not to look at them.
  const asked = { query, within, sort: order, limit, texts: limit < Infinity, signal } as const;
  let indexed = true;
  const { ranked, ...answer } = await reader
    .read((snapshot) => answerFrom(snapshot, asked), signal)
    .catch((error: unknown) => {
      if (!isAboutIndex(error)) throw error;
      indexed = false;
      return answerWithout(database, asked);
    });
  signal?.throwIfAborted();
  const hits = ranked.map(({ row, score, text }) => ({
    article: row,
    snippet: snippet(text || row.excerpt, answer.terms),
    score,
  }));
  return { ...answer, hits, indexed };
}
