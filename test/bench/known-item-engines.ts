/** Engines in this process, each with all articles in it: a query → numbers of articles, the best first. */
import 'fake-indexeddb/auto';
import sqlite3InitModule from '@sqlite.org/sqlite-wasm';
import { backendOf } from '../../lib/library/backend.ts';
import { openLibrary } from '../../lib/library/open.ts';
import { restoreSlice } from '../../lib/library/restore-slice.ts';
import { keepIndex } from '../../lib/search/index/keep-index.ts';
import { parseQuery } from '../../lib/search/query/parse-query.ts';
import { termsOf } from '../../lib/search/query/terms-of.ts';
import { search, searcher } from '../../lib/search/search.ts';
import { oneLock } from '../unit/search/index/one-lock.ts';
import { createIndex, findIn } from './in-page/engine-minisearch.ts';
import { BEST, fieldsOf, INSERT, matchOf, SCHEMA } from './in-page/sqlite-index.ts';
import type { Searched } from './search-article.ts';
import { searchLine } from './search-line.ts';

type Find = (typed: string, limit: number) => Promise<number[]>;

const NOW = new Date('2026-11-23T12:00:00');
const termsIn = (typed: string) => termsOf(parseQuery(typed, NOW));

async function quietpage(articles: readonly Searched[]): Promise<Find> {
  const db = openLibrary('known-item');
  const lines = articles.map(({ number, title, text, source, byline }) => {
    const line = searchLine(number);
    // All saved at one time: being newer is no merit here.
    return { ...line, text, row: { ...line.row, title, source, byline, keywords: [], savedAt: NOW.getTime() } };
  });
  for (let at = 0; at < lines.length; at += 50)
    await restoreSlice(db, lines.slice(at, at + 50), { now: NOW.getTime(), bringBack: false, dry: false });
  const database = await backendOf(db);
  await keepIndex(database, oneLock());
  const engine = searcher(database);
  return async (typed, limit) => {
    const { hits } = await search(engine, parseQuery(typed, NOW), { limit });
    return hits.map(({ article }) => Number(article.id));
  };
}

async function minisearch(articles: readonly Searched[]): Promise<Find> {
  const index = createIndex(articles);
  return async (typed, limit) =>
    findIn(index, termsIn(typed))
      .slice(0, limit)
      .map((docNo) => docNo - 1);
}

async function sqlite(articles: readonly Searched[]): Promise<Find> {
  const { oo1 } = await sqlite3InitModule();
  const db = new oo1.DB(':memory:');
  db.exec(SCHEMA);
  for (const article of articles) db.exec({ sql: INSERT, bind: [article.number + 1, ...fieldsOf(article)] });
  return async (typed, limit) => {
    const found = db.exec({ sql: BEST, bind: [matchOf(termsIn(typed)), limit], returnValue: 'resultRows' });
    return found.map(([docNo]) => Number(docNo) - 1);
  };
}

export const engines: Record<string, (articles: readonly Searched[]) => Promise<Find>> = {
  quietpage,
  minisearch,
  sqlite,
};
