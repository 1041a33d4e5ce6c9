/**
 * Search in the library: what a search box calls. The block index answers; where it cannot, every text is read, which is
 * slow in a large library but finds the same.
 */
import type { ArticleRow } from '../article';
import { IndexDamagedError } from './index/bytes';
import { collect, type CollectOptions, type Ranked, readTexts } from './index/collect';
import { matchQuery } from './index/match-query';
import { type IndexReader, indexReader, type Snapshot } from './index/reader';
import { IndexUnusableError } from './index/state';
import { answerOf } from './index/request';
import type { Clause, FieldFilter, Literal, Query, Term } from './query/query';
import { termsOf } from './query/terms-of';
import { scan } from './read-all';
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
  relaxed: null | { kind: 'parts' };
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
function clausesOf(query: Query, within: readonly FieldFilter[]): Clause[] {
  const clauses = [...query.clauses, ...within.map((filter) => required(filter))];
  return clauses.some(asksForTrash) ? clauses : [...clauses, required({ field: 'is', what: 'trash' }, true)];
}

type Answer = { ranked: Ranked[]; total: number; relaxed: SearchResult['relaxed']; texts: string[] };

async function answerFrom(snapshot: Snapshot, options: CollectOptions): Promise<Answer> {
  const { clauses } = options;
  let relaxed: SearchResult['relaxed'] = null;
  let found = await collect(snapshot, await matchQuery(snapshot, clauses), options);
  if (found.total === 0 && options.terms.length > 0) {
    // The words need not stand as they were typed; the filters hold all the same.
    const filters = clauses.filter(({ any }) => any.every(({ kind }) => kind === 'filter'));
    found = await collect(snapshot, await matchQuery(snapshot, clauses, true), { ...options, clauses: filters });
    if (found.total > 0) relaxed = { kind: 'parts' };
  }
  const texts = await readTexts(
    snapshot,
    found.ranked.map(({ row }) => row.docNo),
  );
  return { ...found, relaxed, texts };
}

/** The index is not there, not whole, or written by another version. */
const isAboutIndex = (error: unknown): boolean =>
  error instanceof IndexUnusableError ||
  error instanceof IndexDamagedError ||
  (error instanceof DOMException && error.name === 'NotFoundError');

async function answerWithout(database: IDBDatabase, options: CollectOptions): Promise<Answer> {
  const found = await scan(database, options);
  const store = database.transaction('texts', 'readonly').objectStore('texts');
  const texts = found.ranked.map(
    async ({ row }) => ((await answerOf(store.get(row.docNo))) as TextRow | undefined)?.text ?? '',
  );
  return { ...found, relaxed: null, texts: await Promise.all(texts) };
}

/**
 * Articles that meet a query, with the best place of each. A query of nothing but filters answers the newest first; an
 * empty one has no hits. Rejects with the signal's reason when it is aborted.
 */
export async function find(
  { database, reader }: Searcher,
  query: Query,
  { limit, sort, within = [], signal }: SearchOptions,
): Promise<SearchResult> {
  const terms = termsOf(query);
  if (query.clauses.length === 0) return { hits: [], total: 0, terms, relaxed: null, indexed: true };
  const order = terms.length === 0 ? 'date' : (sort ?? 'relevance');
  const options = { clauses: clausesOf(query, within), terms, sort: order, limit, signal } as const;
  let indexed = true;
  const answer = await reader
    .read((snapshot) => answerFrom(snapshot, options), signal)
    .catch((error: unknown) => {
      if (!isAboutIndex(error)) throw error;
      indexed = false;
      return answerWithout(database, options);
    });
  signal?.throwIfAborted();
  const hits = answer.ranked.map(({ row, score }, i) => ({
    article: row,
    snippet: snippet(answer.texts[i] || row.excerpt, terms),
    score,
  }));
  return { hits, total: answer.total, terms, relaxed: answer.relaxed, indexed };
}
