/**
 * Search in the library: what a search box calls. The block index answers; where it cannot, every text is read, which is
 * slow in a large library but finds the same.
 */
import type { ArticleRow } from '../article';
import { IndexDamagedError } from './index/bytes';
import { collect, type Ranked } from './index/collect';
import { matchQuery } from './index/match-query';
import { type IndexReader, indexReader, type Snapshot } from './index/reader';
import { type Answer, type Asked, optionsOf, type Relaxed } from './ask';
import { IndexUnusableError } from './index/state';
import { answerIfReadable } from './index/request';
import type { FieldFilter, Query, Term } from './query/query';
import { termsOf } from './query/terms-of';
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
  relaxed: Relaxed | null;
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

/** As it was asked; null where nothing is found so. */
async function answerFrom(snapshot: Snapshot, asked: Asked): Promise<Answer | null> {
  const options = optionsOf(asked);
  const found = await collect(snapshot, await matchQuery(snapshot, options.clauses), options);
  return found.total === 0 ? null : { ...found, relaxed: null, terms: [...options.terms] };
}

async function answerBy(reader: IndexReader, asked: Asked): Promise<Answer> {
  const strict = await reader.read((snapshot) => answerFrom(snapshot, asked), asked.signal);
  if (strict) return strict;
  const terms = termsOf(asked.query);
  // A chunk of its own: most queries find something.
  const near = terms.length === 0 ? null : (await import('./near-by')).nearBy;
  const found = near && (await reader.read((snapshot) => near(snapshot, asked), asked.signal));
  return found ?? { ranked: [], total: 0, relaxed: null, terms };
}

/** The index is not there, not whole, or written by another version. */
export const isAboutIndex = (error: unknown): boolean =>
  error instanceof IndexUnusableError ||
  error instanceof IndexDamagedError ||
  (error instanceof DOMException && error.name === 'NotFoundError');

async function answerWithout(database: IDBDatabase, asked: Asked): Promise<Answer> {
  const options = optionsOf(asked);
  // Hardly ever needed: nobody waits for it who does not.
  const { scan } = await import('./scan');
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
  const { ranked, ...answer } = await answerBy(reader, asked).catch((error: unknown) => {
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
