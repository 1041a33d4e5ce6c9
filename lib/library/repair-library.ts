/** Puts right what can be derived from the rest or had again. Nothing that the user could miss is ever removed. */
import type { ArticleId, ArticleRow } from '../article';
import { keepIndex } from '../search/index/keep-index';
import { backendOf } from './backend';
import { addressKeys, keywordList } from './check-articles';
import { type Finding, isRepairable, type REPAIRABLE } from './finding';
import { addText, dropTexts, termsOf, textStores } from './indexed-text';
import { askAgain } from './pictures';
import { nothing } from './readable';
import type { LibraryDb } from './schema';

type Means = {
  /** Markup → plain text, one block a line: the caller has a document, the library has none. */
  textOf: (html: string) => string;
  now: number;
};

/**
 * Each repair runs in a transaction of its own and looks again first: what was found may have changed since.
 * Resolves to false where there is nothing to repair any more, or no way to.
 */
type Repair = (db: LibraryDb, finding: Finding, means: Means) => Promise<boolean>;

/** Derived fields carry no stamp: another device derives them by itself. */
const changeRow = async (
  db: LibraryDb,
  id: ArticleId,
  change: (row: ArticleRow) => Promise<Partial<ArticleRow> | null>,
) => {
  const row = await db.articles.get(id);
  const changes = row && (await change(row));
  if (!changes) return false;
  await db.articles.put({ ...row, ...changes });
  return true;
};

const rebuildText: Repair = (db, { articleId = '' }, { textOf }) =>
  changeRow(db, articleId, async (row) => {
    const body = await db.bodies.get(articleId);
    if (!body) return null;
    const text = textOf(body.html);
    const holder = await db.texts.get(row.docNo).catch(nothing);
    // The number may be taken by another article: a text never shares one.
    if (holder?.articleId === articleId || !holder) await dropTexts(db, [row.docNo]);
    return { docNo: await addText(db, articleId, text, termsOf(row, text)) };
  });

const removeStrayText: Repair = async (db, { part }) => {
  const text = await db.texts.get(Number(part)).catch(nothing);
  const owner = text && (await db.articles.get(text.articleId));
  if (!text || !owner || owner.docNo === text.docNo) return false;
  await dropTexts(db, [text.docNo]);
  return true;
};

const setAddresses: Repair = (db, { articleId = '' }) =>
  changeRow(db, articleId, async (row) => ({ urlKeys: addressKeys(row) }));

/** The door of the database makes the listing at each write. */
const setListing: Repair = (db, { articleId = '' }) => changeRow(db, articleId, async () => ({}));

const setKeywords: Repair = (db, { articleId = '' }) =>
  changeRow(db, articleId, async () => {
    const [row, body] = [await db.articles.get(articleId), await db.bodies.get(articleId)];
    if (!row || !body) return null;
    const keywords = keywordList(row, body);
    const text = await db.texts.get(row.docNo).catch(nothing);
    if (text?.articleId !== articleId) return { keywords };
    // The index holds keywords as words of the text: it is one that changed.
    await dropTexts(db, [row.docNo]);
    return { keywords, docNo: await addText(db, articleId, text.text, termsOf({ ...row, keywords }, text.text)) };
  });

const askForPicture: Repair = async (db, { articleId = '', part = '' }, { now }) => {
  const row = await db.articles.get(articleId);
  if (row) await askAgain(db, { id: articleId, pageUrl: row.url }, part, now);
  return row !== undefined;
};

const giveUpLostPicture: Repair = async (db, finding, means) => {
  const { articleId = '', part: url = '' } = finding;
  const use = await db.pictureUses.get([articleId, url]);
  if (!use || !('hash' in use) || (await db.pictures.get(use.hash))) return false;
  await db.pictureUses.put({ articleId, url, failed: 'lost' });
  return askForPicture(db, finding, means);
};

/** Its bytes stay until whole ones have come: half a picture is more than none. */
const replaceDamagedPicture: Repair = async (db, { part = '' }, means) => {
  const uses = await db.pictureUses.where('hash').equals(part).toArray();
  for (const { articleId, url } of uses) await askForPicture(db, { kind: 'pictureLost', articleId, part: url }, means);
  return uses.length > 0;
};

const removeUnusedPicture: Repair = async (db, { part = '' }) => {
  if ((await db.pictureUses.where('hash').equals(part).count()) > 0) return false;
  await db.pictures.delete(part);
  return true;
};

const removeUse: Repair = async (db, { articleId = '', part = '' }) => {
  if (await db.articles.get(articleId)) return false;
  await db.pictureUses.delete([articleId, part]);
  return true;
};

const removeJob: Repair = async (db, { articleId = '', part = '' }) => {
  if (await db.articles.get(articleId)) return false;
  await db.jobs.delete(part);
  return true;
};

/** Of the index there is one finding, and one repair, which takes many transactions. */
type OfArticles = Exclude<(typeof REPAIRABLE)[number], 'indexDiffers'>;

const REPAIRS: Record<OfArticles, Repair> = {
  textMissing: rebuildText,
  textStray: removeStrayText,
  addressesWrong: setAddresses,
  listingWrong: setListing,
  keywordsDiffer: setKeywords,
  pictureUnasked: askForPicture,
  pictureLost: giveUpLostPicture,
  pictureDamaged: replaceDamagedPicture,
  useAlone: removeUse,
  jobAlone: removeJob,
  pictureUnused: removeUnusedPicture,
};

const isOfIndex = ({ kind }: Finding): boolean => kind === 'indexDiffers';

type Options = Means & {
  /** Under which the index is made anew. */
  locks: LockManager;
  onProgress?: (done: number, of: number) => void;
  signal?: AbortSignal;
};

/** Resolves to how many findings were put right. When `signal` ends, what was repaired until then stays so. */
export async function repairLibrary(
  db: LibraryDb,
  findings: readonly Finding[],
  { textOf, now, locks, onProgress, signal }: Options,
): Promise<number> {
  const stores = [...textStores(db), db.bodies, db.pictures, db.pictureUses, db.jobs];
  const repairable = findings.filter(isRepairable).toSorted((a, b) => Number(isOfIndex(a)) - Number(isOfIndex(b)));
  let repaired = 0;
  for (const [index, finding] of repairable.entries()) {
    if (signal?.aborted) break;
    if (isOfIndex(finding)) {
      await keepIndex(await backendOf(db), locks, { anew: true, wait: true, ...(signal && { signal }) });
      repaired += 1;
      continue;
    }
    const repair = REPAIRS[finding.kind as OfArticles];
    if (await db.transaction('rw', stores, async () => repair(db, finding, { textOf, now }))) repaired += 1;
    onProgress?.(index + 1, repairable.length);
  }
  return repaired;
}
