/** What a backup brings into an empty library, or beside what is there: many articles in few requests. */
import type { ArticleRow } from '../article';
import { addSegment, type BuiltSegment, takesSegments } from '../search/index/add-segment';
import { blockBuilder } from '../search/index/block-builder';
import { addDocuments } from '../search/index/write';
import type { ArticleLine, BackupLine } from './backup';
import { termsOf } from './indexed-text';
import { pause } from './pause';
import { newUses, queueUntried, writeUses } from './restore-pictures';
import type { LibraryDb } from './schema';

/** Lines that may well be fresh, and what the index gets if all of them are. */
export type LikelyFresh = { lines: readonly ArticleLine[]; segment: BuiltSegment | null };

/** No note, which is a document of its own, and no versions, which others that are left behind here would join. */
const isSingle = (line: BackupLine): line is ArticleLine =>
  !line.deleted && line.versions.length === 0 && line.row.note === '';

/** Nothing to fetch with it, either. */
export const isPlain = (line: BackupLine): line is ArticleLine =>
  isSingle(line) && line.pictures.length === 0 && (line.body?.images.length ?? 0) === 0;

/** Names by which an article could be another one: its id, its addresses. */
const namesOf = ({ id, urlKeys }: Pick<ArticleRow, 'id' | 'urlKeys'>): string[] => [id, ...urlKeys];

/** Single articles that share no name with another line. */
function likelyFresh(lines: readonly BackupLine[]): ArticleLine[] {
  const counts = new Map<string, number>();
  for (const line of lines)
    for (const name of new Set(namesOf(line.deleted ? line : line.row))) counts.set(name, (counts.get(name) ?? 0) + 1);
  return lines.filter(isSingle).filter(({ row }) => [...new Set(namesOf(row))].every((name) => counts.get(name) === 1));
}

/** Fewer articles than this are as quickly written, and merged, one by one. */
const LEAST = 16;

/** Articles taken at a time: a few milliseconds of work. */
const BATCH = 10;

/**
 * To be called before the transaction opens: takes some 0.3 ms for a usual article, with pauses, in which the transaction
 * of the slice before can go on. `dry`: nothing will be written.
 */
export async function prepareFresh(lines: readonly BackupLine[], dry: boolean): Promise<LikelyFresh> {
  const likely = likelyFresh(lines);
  if (dry || likely.length < LEAST) return { lines: likely, segment: null };
  const builder = blockBuilder();
  const lengths: number[] = [];
  for (const [i, { row, text }] of likely.entries()) {
    if (i % BATCH === 0) await pause();
    lengths.push(builder.add({ ...row, text }));
  }
  await pause();
  return { lines: likely, segment: { blocks: builder.end(), lengths } };
}

/** Which of these lines the library knows nothing of. */
async function unknownLines(db: LibraryDb, lines: readonly ArticleLine[]): Promise<ArticleLine[]> {
  const ids = lines.map(({ row }) => row.id);
  const keys = lines.flatMap(({ row }) => row.urlKeys);
  const [deleted, bodies, rows, counts] = await Promise.all([
    db.deleted.where('id').anyOf(ids).primaryKeys(),
    db.bodies.where('articleId').anyOf(ids).primaryKeys(),
    db.articles.where('id').anyOf(ids).primaryKeys(),
    // Addresses lie all over their index: a cursor would wait at each for the one before.
    Promise.all(keys.map((key) => db.articles.where('urlKeys').equals(key).count())),
  ]);
  const taken = new Set([...deleted, ...bodies, ...rows, ...keys.filter((_, i) => counts[i] !== 0)]);
  return lines.filter(({ row }) => !namesOf(row).some((name) => taken.has(name)));
}

/** Inside the slice's transaction. Answers which lines are fresh; unless `dry`, they are written. */
export async function restoreFresh(
  db: LibraryDb,
  { lines, segment }: LikelyFresh,
  { dry, now }: { dry: boolean; now: number },
): Promise<Set<BackupLine>> {
  const fresh = await unknownLines(db, lines);
  if (dry || fresh.length === 0) return new Set(fresh);
  const docNos = await db.texts.bulkAdd(
    fresh.map(({ row, text }) => ({ articleId: row.id, text })),
    { allKeys: true },
  );
  const [first = 0] = docNos;
  const asBuilt = fresh.length === lines.length && docNos.every((docNo, i) => docNo === first + i);
  if (segment && asBuilt && (await takesSegments(db))) await addSegment(db, first, segment);
  else {
    const documents = fresh.map(({ row, text }, i) => ({ docNo: docNos[i] ?? 0, terms: termsOf(row, text) }));
    await addDocuments(db, documents);
  }
  await db.articles.bulkAdd(fresh.map(({ row }, i) => ({ ...row, docNo: docNos[i] ?? 0 })));
  await db.bodies.bulkAdd(fresh.flatMap(({ body }) => (body ? [body] : [])));
  await writeUses(
    db,
    await newUses(
      db,
      fresh.map(({ row, pictures }) => ({ articleId: row.id, pictures })),
    ),
  );
  await queueUntried(
    db,
    fresh.map(({ row, body }) => ({ row, images: body?.images ?? [] })),
    now,
  );
  return new Set(fresh);
}
