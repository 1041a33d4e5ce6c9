/** A few articles of a backup → the library, in one transaction. The same function looks without writing: the dry run. */
import { isSameArticle, shingleSet } from '../dedupe/same-article';
import type { ArticleId, ArticleRow } from '../article';
import { segmentStores } from '../search/index/add-segment';
import type { ArticleLine, BackupLine, DeletedLine } from './backup';
import { versionsOf } from './parts-of';
import { addText, dropTexts, indexNote, termsOf, textStores } from './indexed-text';
import { getReadable, nothing } from './readable';
import { passStamps } from './restore-clock';
import { type LikelyFresh, prepareFresh, restoreFresh } from './restore-fresh';
import { newUses, queueUntried, writeUses } from './restore-pictures';
import { type Held, type Merged, mergeArticle, type RestoreKind, type Version, versionOf } from './restore-merge';
import type { LibraryDb, PictureUseRow, VersionRow } from './schema';

/** What came of one article; marks of deleted ones are not counted. */
export type Restored = { kind: RestoreKind; title: string };

export type SliceOptions = {
  now: number;
  /** Also restores what was deleted here for good. */
  bringBack: boolean;
  /** Looks only. */
  dry: boolean;
  /** What `prepareFresh` made of the lines; else it is made now. */
  likely?: LikelyFresh;
  /** Where the restore stands once this slice is written; kept by the same transaction. */
  cursor?: (restored: Restored[]) => unknown;
};

/** As in a save: of many articles under one address only the newest are compared by their text. */
const COMPARED = 20;

export const CURSOR_KEY = 'restore';

export async function restoreSlice(
  db: LibraryDb,
  lines: readonly BackupLine[],
  options: SliceOptions,
): Promise<Restored[]> {
  const { bodies, versions, pictures, pictureUses, jobs, deleted, kv } = db;
  const stores = [...textStores(db), ...segmentStores(db), bodies, versions, pictures, pictureUses, jobs, deleted, kv];
  const likely = options.likely ?? (await prepareFresh(lines, options.dry));
  return db.transaction(options.dry ? 'r' : 'rw', stores, async () => {
    const fresh = await restoreFresh(db, likely, options);
    const restored: Restored[] = [];
    for (const line of lines) {
      if (fresh.has(line) && !line.deleted) restored.push({ kind: 'new', title: line.row.title });
      else if (line.deleted) await restoreMark(db, line, options);
      else restored.push({ kind: await restoreArticle(db, line, options), title: line.row.title });
    }
    if (options.dry) return restored;
    const stamps = lines.flatMap((line) => (line.deleted ? [line.stamp] : Object.values(line.row.stamps)));
    await passStamps(db, stamps, options.now);
    if (options.cursor) await kv.put({ key: CURSOR_KEY, value: options.cursor(restored) });
    return restored;
  });
}

/** An article that lives here is not deleted by a file. */
async function restoreMark(db: LibraryDb, line: DeletedLine, { dry }: SliceOptions): Promise<void> {
  const { id, urlKeys, stamp } = line;
  if (dry || (await db.articles.get(id)) || (await db.deleted.get(id))) return;
  await db.deleted.add({ id, urlKeys, stamp });
}

async function restoreArticle(db: LibraryDb, line: ArticleLine, options: SliceOptions): Promise<RestoreKind> {
  const mine = await findHeld(db, line);
  if (mine) {
    const merged = mergeArticle(mine, line);
    const pictures = await newUses(db, [{ articleId: mine.row.id, pictures: line.pictures }]);
    if (!options.dry) await writeMerged(db, mine, merged, pictures, options.now);
    if (pictures.length === 0) return merged.kind;
    return { same: 'newerThere', newerHere: 'both', newerThere: 'newerThere', both: 'both' }[
      merged.kind
    ] as RestoreKind;
  }
  if ((await db.deleted.get(line.row.id)) && !options.bringBack) return 'deletedHere';
  if (!options.dry) await create(db, line, options.now);
  return 'new';
}

/** By its id, else as a save finds it: known by one of its addresses and with the same text. */
async function findHeld(db: LibraryDb, line: ArticleLine): Promise<Held | null> {
  const row = (await db.articles.get(line.row.id)) ?? (await sameByAddress(db, line));
  if (!row) return null;
  const [body, text, versions] = await Promise.all([
    db.bodies.get(row.id).catch(nothing),
    db.texts.get(row.docNo).catch(nothing),
    versionsOf(db, row.id).toArray(),
  ]);
  return { row, body, text: text?.text, versions };
}

async function sameByAddress(db: LibraryDb, { row, text }: ArticleLine): Promise<ArticleRow | undefined> {
  const known = await db.articles.where('urlKeys').anyOf(row.urlKeys).distinct().toArray();
  if (known.length === 0) return undefined;
  const same = known.find(({ contentHash }) => contentHash === row.contentHash);
  if (same) return same;
  const newest = known.toSorted((a, b) => b.savedAt - a.savedAt).slice(0, COMPARED);
  const texts = await getReadable(
    db.texts,
    newest.map(({ docNo }) => docNo),
  );
  const shingles = shingleSet(text);
  return newest.find((_, i) => isSameArticle(shingles, texts[i]?.text ?? ''));
}

async function create(db: LibraryDb, line: ArticleLine, now: number): Promise<void> {
  const { row, body, text } = line;
  const docNo = await addText(db, row.id, text, termsOf(row, text));
  await indexNote(db, row.id, row.note);
  await db.articles.add({ ...row, docNo });
  await joinLeftovers(db, line);
  await db.deleted.delete(row.id);
  await writeUses(db, await newUses(db, [{ articleId: row.id, pictures: line.pictures }]));
  if (body) await queueUntried(db, [{ row, images: body.images }], now);
}

/**
 * A library that lost the row of an article may still hold its body and versions: they stay. Where the body there is
 * another one, that of the file becomes a version.
 */
async function joinLeftovers(db: LibraryDb, { row, body, text, versions }: ArticleLine): Promise<void> {
  const [leftBody, left] = await Promise.all([db.bodies.get(row.id), versionsOf(db, row.id).toArray()]);
  const known = new Set(left.map(({ contentHash }) => contentHash));
  const added: Version[] = versions.filter(({ contentHash }) => !known.has(contentHash));
  if (body && leftBody && leftBody.html !== body.html) added.push(versionOf(row, body, text));
  else if (body) await db.bodies.put(body);
  if (added.length > 0) await addVersions(db, row.id, left, added);
}

async function writeMerged(
  db: LibraryDb,
  mine: Held,
  merged: Merged,
  pictures: PictureUseRow[],
  now: number,
): Promise<void> {
  const { row, body, text, versions, kind } = merged;
  await writeUses(db, pictures);
  if (kind === 'same' || kind === 'newerHere') return;
  const written = text === undefined ? row : { ...row, docNo: await changeText(db, row, text) };
  if (row.note !== mine.row.note) await indexNote(db, row.id, row.note);
  await db.articles.put(written);
  if (body) await db.bodies.put(body);
  if (versions.length > 0) await addVersions(db, row.id, mine.versions, versions);
  if (body) await queueUntried(db, [{ row: written, images: body.images }], now);
}

/** A changed text gets a new number; the index tells them apart by it. */
async function changeText(db: LibraryDb, row: ArticleRow, text: string): Promise<number> {
  await dropTexts(db, [row.docNo]);
  return addText(db, row.id, text, termsOf(row, text));
}

/** Versions are numbered by age, so older ones that come later shift the numbers of those that are there. */
async function addVersions(db: LibraryDb, id: ArticleId, held: VersionRow[], added: Version[]): Promise<void> {
  const all = [...held, ...added.map((version) => numbered(id, version, Infinity))];
  const byAge = all.toSorted((a, b) => a.savedAt - b.savedAt || a.n - b.n);
  await versionsOf(db, id).delete();
  await db.versions.bulkAdd(byAge.map((version, i) => numbered(id, version, i + 1)));
}

const numbered = (articleId: string, version: Version, n: number): VersionRow => ({ ...version, articleId, n });
