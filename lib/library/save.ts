/** Saving: one transaction that decides what a save is, a new article, a new version or nothing new, and writes it. */
import type { ArticleBody, ArticleId, ArticleRow, Stamp } from '../article';
import { newArticleId } from './article-id';
import { asDecided } from './as-decided';
import { tick } from './clock';
import { withoutPictureQueries } from './content-hash';
import { articlesAt, findStored, keysFor } from './find-stored';
import { addText, dropTexts, textStores } from './indexed-text';
import { keepEdits } from './keep-edits';
import { queuePictures, retryPictures } from './pictures';
import type { PreparedArticle } from './prepare';
import { nothing } from './readable';
import type { LibraryDb } from './schema';

export type Saved = { status: 'created' | 'updated' | 'unchanged'; id: ArticleId; savedAt: number };

type Save = { saveId: string; now: number; stamp: Stamp };

/** How many saves of an article are remembered; a save is sent again within seconds, not after eight others. */
const REMEMBERED_SAVES = 8;

/** The parts of a row that come from the page; of its keywords the user has the last word. */
function contentOf(
  { article, keywords, contentHash, fingerprint }: PreparedArticle,
  row: Parameters<typeof keepEdits>[0] = { keywords: [], stamps: {} },
) {
  const { url, title, byline, source, lang, dir, publishedAt, minutes, leadImage, excerpt } = article;
  const header = { url, title, byline, source, lang, dir, publishedAt, minutes, leadImage, excerpt };
  const terms = keywords.map(({ term }) => term);
  return { ...header, keywords: keepEdits(row, terms), contentHash, fingerprint };
}

function bodyOf(id: ArticleId, { article, keywords }: PreparedArticle): ArticleBody {
  const { html, removed, provenance, canonicalUrl, editor, updatedAt, declaredKeywords, images } = article;
  return {
    articleId: id,
    html,
    removed,
    provenance,
    keywords,
    canonicalUrl,
    editor,
    updatedAt,
    declaredKeywords,
    images,
  };
}

const noteSave = (row: ArticleRow, { saveId }: Save, status: Saved['status']): ArticleRow['saves'] =>
  [...row.saves, { saveId, status }].slice(-REMEMBERED_SAVES);

/** What an article that is saved again becomes, whatever its content: known by one more address, and out of the trash. */
function savedAgain(row: ArticleRow, urlKeys: string[], { now, stamp }: Save) {
  const back = row.state === 'trash' ? { state: 'inbox' as const } : {};
  return {
    ...back,
    savedAt: now,
    urlKeys: [...new Set([...row.urlKeys, ...urlKeys])],
    stamps: { ...row.stamps, content: stamp, ...(back.state && { state: stamp }) },
  };
}

async function create(db: LibraryDb, prepared: PreparedArticle, urlKeys: string[], save: Save): Promise<ArticleRow> {
  const id = newArticleId(save.now);
  const row: ArticleRow = {
    id,
    ...contentOf(prepared),
    urlKeys,
    savedAt: save.now,
    state: 'inbox',
    favourite: 0,
    tags: [],
    note: '',
    docNo: await addText(db, id, prepared.article.text, prepared.terms),
    stamps: { content: save.stamp, state: save.stamp },
    saves: [{ saveId: save.saveId, status: 'created' }],
  };
  await db.articles.add(row);
  await db.bodies.add(bodyOf(id, prepared));
  return row;
}

async function touch(db: LibraryDb, row: ArticleRow, urlKeys: string[], save: Save): Promise<ArticleRow> {
  const touched = { ...row, ...savedAgain(row, urlKeys, save), saves: noteSave(row, save, 'unchanged') };
  await db.articles.put(touched);
  return touched;
}

/** Moves the stored state to `versions` as it is. To be called inside the transaction that changes it. */
export async function keepVersion(db: LibraryDb, row: ArticleRow, body: ArticleBody): Promise<void> {
  const { id, savedAt, title, byline, source, publishedAt, contentHash } = row;
  const text = (await db.texts.get(row.docNo).catch(nothing))?.text ?? '';
  const numbers = await db.versions.where('[articleId+n]').between([id, 0], [id, Infinity]).primaryKeys();
  const header = { savedAt, title, byline, source, publishedAt, contentHash };
  await db.versions.add({ articleId: id, n: (numbers.at(-1)?.[1] ?? 0) + 1, ...header, text, body });
}

async function replace(
  db: LibraryDb,
  row: ArticleRow,
  prepared: PreparedArticle,
  urlKeys: string[],
  save: Save,
): Promise<ArticleRow> {
  // A body that the disk has lost is no reason to lose this one.
  const old = await db.bodies.get(row.id).catch(nothing);
  if (old) await keepVersion(db, row, old);
  await dropTexts(db, [row.docNo]);
  const replaced: ArticleRow = {
    ...row,
    ...contentOf(prepared, row),
    ...savedAgain(row, urlKeys, save),
    docNo: await addText(db, row.id, prepared.article.text, prepared.terms),
    saves: noteSave(row, save, 'updated'),
  };
  await db.articles.put(replaced);
  await db.bodies.put(bodyOf(row.id, prepared));
  return replaced;
}

/** Whether what is stored is what its row says; a damaged article is written anew by the next save of its page. */
async function isIntact(db: LibraryDb, { id, docNo }: ArticleRow, { article }: PreparedArticle): Promise<boolean> {
  const [body, text] = await Promise.all([db.bodies.get(id).catch(nothing), db.texts.get(docNo).catch(nothing)]);
  const same = body && withoutPictureQueries(body.html) === withoutPictureQueries(article.html);
  return same === true && text?.articleId === id && Boolean(text.text) === Boolean(article.text);
}

/**
 * Saves an article. Resolves once it is committed; rejects with nothing written. `saveId` names the wish to save:
 * sent again, it counts once and gets the same answer. A save that shares less than half of its text with what is
 * stored under its address becomes an article of its own.
 */
export function saveArticle(
  db: LibraryDb,
  prepared: PreparedArticle,
  { saveId, now }: { saveId: string; now: number },
): Promise<Saved> {
  const stores = [...textStores(db), db.bodies, db.versions, db.pictureUses, db.jobs, db.termPrefs, db.kv];
  return db.transaction('rw', stores, async () => {
    const known = await articlesAt(db, prepared);
    for (const { id, savedAt, saves } of known) {
      const earlier = saves.find((save) => save.saveId === saveId);
      if (earlier) return { status: earlier.status, id, savedAt };
    }
    const save = { saveId, now, stamp: await tick(db, now) };
    const stored = await findStored(db, known, prepared);
    const keys = keysFor(prepared, known, stored);
    if (stored?.contentHash === prepared.contentHash && (await isIntact(db, stored, prepared))) {
      const { id, savedAt } = await touch(db, stored, keys, save);
      await retryPictures(db, id, now);
      return { status: 'unchanged', id, savedAt };
    }
    const decided = await asDecided(db, prepared);
    const row = await (stored ? replace(db, stored, decided, keys, save) : create(db, decided, keys, save));
    const { url, images } = prepared.article;
    await queuePictures(db, { id: row.id, pageUrl: url, images }, now);
    return { status: stored ? 'updated' : 'created', id: row.id, savedAt: row.savedAt };
  });
}
