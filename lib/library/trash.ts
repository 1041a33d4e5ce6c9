import type { ArticleId, ArticleRow, ArticleState, Stamp } from '../article';
import { tick } from './clock';
import type { LibraryDb } from './schema';

/** What is needed to take one move to the trash back. Plain data. */
export type UndoToken = { moved: { id: ArticleId; from: ArticleState }[]; stamp: Stamp };

const inState = (row: ArticleRow, state: ArticleState, stamp: Stamp): ArticleRow => ({
  ...row,
  state,
  stamps: { ...row.stamps, state: stamp },
});

async function rowsOf(db: LibraryDb, ids: readonly ArticleId[]): Promise<ArticleRow[]> {
  return (await db.articles.bulkGet([...new Set(ids)])).filter((row) => row !== undefined);
}

/** Moves articles to the trash. Those that are there already, or gone, are left out of the token. */
export function moveToTrash(db: LibraryDb, ids: readonly ArticleId[], now: number): Promise<UndoToken> {
  return db.transaction('rw', [db.articles, db.kv], async () => {
    const stamp = await tick(db, now);
    const rows = (await rowsOf(db, ids)).filter(({ state }) => state !== 'trash');
    await db.articles.bulkPut(rows.map((row) => inState(row, 'trash', stamp)));
    return { moved: rows.map(({ id, state }) => ({ id, from: state })), stamp };
  });
}

/** Puts back what `moveToTrash` moved, each to where it was; what has been moved again since stays as it is. */
export function undoTrash(db: LibraryDb, { moved, stamp }: UndoToken, now: number): Promise<void> {
  return db.transaction('rw', [db.articles, db.kv], async () => {
    const undone = await tick(db, now);
    const from = new Map(moved.map(({ id, from }) => [id, from]));
    const rows = (await rowsOf(db, [...from.keys()])).filter(({ stamps }) => stamps.state === stamp);
    await db.articles.bulkPut(rows.map((row) => inState(row, from.get(row.id) ?? 'inbox', undone)));
  });
}
