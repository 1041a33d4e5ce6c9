/** Does the index of texts know every article and note, as it is? What is being built, or made anew, is no finding. */
import type { ArticleRow } from '../article';
import { FLAG, PAGE, emptyColumns, emptyLengths, fillColumns } from '../search/index/columns';
import { IndexDamagedError } from '../search/index/bytes';
import { lookOver } from '../search/index/look-over';
import { areColumns, areLengths } from '../search/index/sound';
import { INDEX_VERSION } from '../search/index/version';
import { backendOf } from './backend';
import type { Finding } from './finding';
import { findReadable, getReadable, nothing } from './readable';
import type { LibraryDb } from './schema';

type Found = { findings: readonly Finding[] };

const DIFFERS: Finding = { kind: 'indexDiffers' };

async function isBuilt(db: LibraryDb): Promise<boolean> {
  const [version, rebuild] = await db.ftsMeta.bulkGet(['version', 'rebuild']);
  return version?.key === 'version' && version.value === INDEX_VERSION && !rebuild;
}

const agree = (stored: ArrayLike<number>, wanted: ArrayLike<number>, rows: readonly ArticleRow[]): boolean =>
  rows.every(({ docNo }) => stored[docNo % PAGE] === wanted[docNo % PAGE]);

/** Rows and notes whose numbers stand on a page, and what the page says of them: one transaction, since saves go on. */
async function pageAgrees(db: LibraryDb, page: number): Promise<boolean> {
  const [from, to] = [page * PAGE, (page + 1) * PAGE];
  const [lengths, columns, rows, notes] = await Promise.all([
    db.ftsLen.get(page).catch(nothing),
    db.ftsCol.get(page).catch(nothing),
    // An article that cannot be read is none to the index, either.
    findReadable(db.articles, () => db.articles.where('docNo').between(from, to)),
    findReadable(db.ftsNote, () => db.ftsNote.where(':id').between(from, to)),
  ]);
  if (!areLengths(lengths) || (rows.length > 0 && !areColumns(columns))) return false;
  const noted = rows.filter(({ note }) => note !== '').map(({ id }) => id);
  if ((await db.ftsNote.where('articleId').anyOf(noted).count()) < noted.length) return false;
  const owners = await getReadable(
    db.articles,
    notes.map(({ articleId }) => articleId),
  );
  const wanted = { lengths: emptyLengths(page), columns: emptyColumns(page) };
  for (const row of rows) fillColumns(row, wanted.lengths, wanted.columns);
  const living = new Set([...rows, ...notes].map(({ docNo }) => docNo % PAGE));
  return (
    owners.every((row) => row !== undefined && row.note !== '') &&
    notes.every(({ docNo }) => lengths.flags[docNo % PAGE] === FLAG.isNote) &&
    lengths.lengths.every((length, at) => length > 0 === living.has(at)) &&
    agree(lengths.flags, wanted.lengths.flags, rows) &&
    (!columns ||
      (agree(columns.saved, wanted.columns.saved, rows) &&
        agree(columns.published, wanted.columns.published, rows) &&
        agree(columns.minutes, wanted.columns.minutes, rows)))
  );
}

const isFound = (found: readonly Finding[]): boolean => found.some(({ kind }) => kind === 'indexDiffers');

/** Articles and notes against pages. One finding says it all, since the repair is one for the whole index. */
export async function checkPages(db: LibraryDb, pages: number[], { findings }: Found): Promise<Finding[]> {
  if (isFound(findings)) return [];
  return db.transaction('r', [db.articles, db.ftsMeta, db.ftsLen, db.ftsCol, db.ftsNote], async () => {
    if (!(await isBuilt(db))) return [];
    for (const page of pages) if (!(await pageAgrees(db, page))) return [DIFFERS];
    return [];
  });
}

async function isWhole(db: LibraryDb): Promise<boolean> {
  try {
    await lookOver(await backendOf(db), { blocks: true });
    return true;
  } catch (error) {
    if (error instanceof IndexDamagedError) return false;
    throw error;
  }
}

/** The index in itself: every row of it, down to its bytes. */
export async function checkWholeIndex(db: LibraryDb, _keys: unknown, { findings }: Found): Promise<Finding[]> {
  if (isFound(findings) || !(await isBuilt(db))) return [];
  // A merge may have taken away what was just being read.
  return (await isWhole(db)) || (await isWhole(db)) ? [] : [DIFFERS];
}
