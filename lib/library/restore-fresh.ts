/** What a backup brings into an empty library, or beside what is there: many articles in few requests. */
import type { ArticleRow } from '../article';
import type { ArticleLine, BackupLine } from './backup';
import { addTexts, termsOf } from './indexed-text';
import type { LibraryDb } from './schema';

/** Nothing to merge or to fetch with it: no pictures, no versions, no note. */
const isPlain = (line: BackupLine): line is ArticleLine =>
  !line.deleted &&
  line.versions.length === 0 &&
  line.pictures.length === 0 &&
  (line.body?.images.length ?? 0) === 0 &&
  line.row.note === '';

/** Names by which an article could be another one: its id, its addresses. */
const namesOf = ({ id, urlKeys }: Pick<ArticleRow, 'id' | 'urlKeys'>): string[] => [id, ...urlKeys];

/** Lines of which the library, and the other lines, know nothing. */
async function freshLines(db: LibraryDb, lines: readonly BackupLine[]): Promise<Set<ArticleLine>> {
  const counts = new Map<string, number>();
  for (const line of lines)
    for (const name of new Set(namesOf(line.deleted ? line : line.row))) counts.set(name, (counts.get(name) ?? 0) + 1);
  const single = lines
    .filter(isPlain)
    .filter(({ row }) => [...new Set(namesOf(row))].every((name) => counts.get(name) === 1));
  const ids = single.map(({ row }) => row.id);
  const keys = single.flatMap(({ row }) => row.urlKeys);
  const [deleted, bodies, rows, known] = await Promise.all([
    db.deleted.where('id').anyOf(ids).primaryKeys(),
    db.bodies.where('articleId').anyOf(ids).primaryKeys(),
    db.articles.where('id').anyOf(ids).primaryKeys(),
    db.articles.where('urlKeys').anyOf(keys).keys(),
  ]);
  const taken = new Set<unknown>([...deleted, ...bodies, ...rows, ...known]);
  return new Set(single.filter(({ row }) => !namesOf(row).some((name) => taken.has(name))));
}

/** Inside the slice's transaction. Answers which lines are fresh; unless `dry`, they are written. */
export async function restoreFresh(
  db: LibraryDb,
  lines: readonly BackupLine[],
  dry: boolean,
): Promise<Set<BackupLine>> {
  const fresh = await freshLines(db, lines);
  if (dry || fresh.size === 0) return fresh;
  const written = [...fresh];
  const docNos = await addTexts(
    db,
    written.map(({ row, text }) => ({ articleId: row.id, text, terms: termsOf(row, text) })),
  );
  await db.articles.bulkAdd(written.map(({ row }, i) => ({ ...row, docNo: docNos[i] ?? 0 })));
  await db.bodies.bulkAdd(written.flatMap(({ body }) => (body ? [body] : [])));
  return fresh;
}
