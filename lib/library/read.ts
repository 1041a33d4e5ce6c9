import type { ArticleBody, ArticleId, ArticleRow, ReadingPosition } from '../article';
import { tick } from './clock';
import { nothing } from './readable';
import type { LibraryDb } from './schema';

/** The whole article, or `null` if there is none, none any more, or none that can be read. */
export function readArticle(db: LibraryDb, id: ArticleId): Promise<{ row: ArticleRow; body: ArticleBody } | null> {
  return db.transaction('r', [db.articles, db.bodies], async () => {
    const [row, body] = await Promise.all([db.articles.get(id), db.bodies.get(id).catch(nothing)]);
    return row && body ? { row, body } : null;
  });
}

/** Changes fields of a row and stamps each of them. An article that is gone is left gone. */
export function editRow(
  db: LibraryDb,
  id: ArticleId,
  now: number,
  change: (row: ArticleRow) => Partial<ArticleRow> | null,
): Promise<void> {
  return db.transaction('rw', [db.articles, db.kv], async () => {
    const row = await db.articles.get(id);
    const changes = row && change(row);
    if (!changes) return;
    const stamp = await tick(db, now);
    const stamps = Object.fromEntries(Object.keys(changes).map((field) => [field, stamp]));
    await db.articles.put({ ...row, ...changes, stamps: { ...row.stamps, ...stamps } });
  });
}

/** Notes the first opening; later ones change nothing. */
export function markOpened(db: LibraryDb, id: ArticleId, now: number): Promise<void> {
  return editRow(db, id, now, (row) => (row.openedAt === undefined ? { openedAt: now } : null));
}

export function setPosition(db: LibraryDb, id: ArticleId, position: ReadingPosition, now: number): Promise<void> {
  return editRow(db, id, now, () => ({ position }));
}
