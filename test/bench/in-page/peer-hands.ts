/** Fills the library that the peers share, without our index, and has each build its own. Bundled by `search.ts`. */
import { backendOf } from '../../../lib/library/backend.ts';
import { openLibrary } from '../../../lib/library/open.ts';
import { committed } from '../../../lib/search/index/request.ts';
import { type SearchArticle, searchArticle } from '../search-article.ts';
import { searchLine } from '../search-line.ts';
import * as flexsearch from './engine-flexsearch.ts';
import * as minisearch from './engine-minisearch.ts';
import * as orama from './engine-orama.ts';
import { fieldsOf } from './sqlite-index.ts';
import { type Sqlite, type SqliteDocument, sqliteOver } from './sqlite-messages.ts';

const db = openLibrary();
const BUILDERS = { minisearch, flexsearch, orama };

/** Past Dexie, whose door-keepers would write our index. */
async function fillRows(from: number, to: number): Promise<void> {
  const database = await backendOf(db);
  const transaction = database.transaction(['articles', 'texts'], 'readwrite');
  for (let number = from; number < to; number += 1) {
    const { row, text } = searchLine(number);
    const docNo = number + 1;
    transaction.objectStore('articles').put({ ...row, docNo });
    transaction.objectStore('texts').put({ docNo, articleId: row.id, text });
  }
  await committed(transaction);
}

function* articles(count: number): Generator<SearchArticle> {
  for (let number = 0; number < count; number += 1) yield searchArticle(number);
}

/** Builds and stores the index of so many articles. Answers how long it took, and how large it is. */
async function build(system: keyof typeof BUILDERS, count: number): Promise<{ ms: number; bytes: number }> {
  const made = [...articles(count)];
  const start = performance.now();
  const bytes = await BUILDERS[system].build(made);
  return { ms: performance.now() - start, bytes };
}

type Made = { article: SearchArticle; row: string; text: string };

const asDocument = ({ article, row, text }: Made): SqliteDocument => ({
  docNo: article.number + 1,
  row,
  text,
  fields: fieldsOf(article),
});

let sqlite: { ask: Sqlite; worker: Worker } | null = null;

async function sqliteBegin(address: string): Promise<void> {
  const worker = new Worker(address, { type: 'module' });
  sqlite = { ask: sqliteOver(worker), worker };
  await sqlite.ask({ kind: 'begin' });
}

/** Milliseconds. */
async function sqliteInsert(from: number, to: number): Promise<number> {
  // Making articles is not its work, cutting them up is.
  const made = Array.from({ length: to - from }, (_, n): Made => {
    const { row, text } = searchLine(from + n);
    return { article: searchArticle(from + n), row: JSON.stringify({ ...row, docNo: from + n + 1 }), text };
  });
  const start = performance.now();
  await sqlite?.ask({ kind: 'insert', documents: made.map(asDocument) });
  return performance.now() - start;
}

/** Answers how long it took to put its parts together, and the size of the database. The pool is free again after it. */
async function sqliteEnd(): Promise<{ ms: number; bytes: number }> {
  const start = performance.now();
  const { total = 0 } = (await sqlite?.ask({ kind: 'optimize' })) ?? {};
  const ms = performance.now() - start;
  await sqlite?.ask({ kind: 'close' });
  sqlite?.worker.terminate();
  sqlite = null;
  return { ms, bytes: total };
}

Object.assign(globalThis, {
  peerHands: { fillRows, build, sqliteBegin, sqliteInsert, sqliteEnd },
});
