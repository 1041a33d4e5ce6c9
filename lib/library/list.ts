import type { ArticleId, ArticleRow, ArticleState } from '../article';
import type { LibraryDb } from './schema';

export type ListOptions = {
  states: readonly ArticleState[];
  limit: number;
  /** The last row of the page before. */
  after?: { savedAt: number; id: ArticleId };
};

const newestFirst = (a: ArticleRow, b: ArticleRow): number => b.savedAt - a.savedAt || (a.id < b.id ? 1 : -1);

/** Rows in a state, oldest first; those older than `after`, itself left out. */
const rowsOf = (db: LibraryDb, state: ArticleState, after?: ListOptions['after']) =>
  db.articles
    .where('[state+savedAt+id]')
    .between([state], after ? [state, after.savedAt, after.id] : [state, Infinity], true, false);

/** One page of the list, newest saved first. */
export async function listArticles(db: LibraryDb, { states, limit, after }: ListOptions): Promise<ArticleRow[]> {
  // oxlint-disable-next-line unicorn/no-array-reverse -- a Dexie collection, read backwards
  const pages = await Promise.all(states.map((state) => rowsOf(db, state, after).reverse().limit(limit).toArray()));
  return pages.flat().toSorted(newestFirst).slice(0, limit);
}

export async function countArticles(db: LibraryDb, states: readonly ArticleState[]): Promise<number> {
  const counts = await Promise.all(states.map((state) => rowsOf(db, state).count()));
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Articles outside the trash that carry exactly this keyword, newest saved first. */
export async function articlesWithKeyword(db: LibraryDb, keyword: string): Promise<ArticleRow[]> {
  const rows = await db.articles.where('keywords').equals(keyword).toArray();
  return rows.filter((row) => row.state !== 'trash').toSorted(newestFirst);
}
