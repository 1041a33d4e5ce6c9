/** The pictures of saved articles, and the queue of those still to be fetched. Fetching is the background's work. */
import type { ArticleId } from '../article';
import { hashBytes } from './hash-bytes';
import type { LibraryDb, PictureJob, PictureUseRow } from './schema';

const jobId = (articleId: ArticleId, url: string): string => `picture ${articleId} ${url}`;
const jobsOf = (db: LibraryDb, articleId: ArticleId) => db.jobs.where('id').startsWith(jobId(articleId, ''));

/** What came of a fetch; a failure is a code, not a text for the user. */
export type PictureOutcome = { ok: true; blob: Blob } | { ok: false; failure: string };

/** No press article shows as many; a page that does must not fill the disk by itself. */
export const MAX_PICTURES = 300;

/** A server that can't be reached may be back: tried again after these times, then given up. */
const RETRY_AFTER_MS = [60_000, 15 * 60_000, 4 * 3_600_000];

/** The addresses among those that an article shows whose pictures are kept; a `data:` picture is in the text itself. */
export const webPictures = (images: readonly string[]): string[] =>
  [...new Set(images)].filter((url) => /^https?:/iu.test(url));

type Shown = { id: ArticleId; pageUrl: string };

const jobFor = ({ id: articleId, pageUrl }: Shown, url: string, now: number): PictureJob => ({
  id: jobId(articleId, url),
  kind: 'picture',
  articleId,
  url,
  pageUrl,
  attempts: 0,
  dueAt: now,
});

/** Queues what an article shows and the library lacks. To be called inside the transaction that saves the article. */
export async function queuePictures(
  db: LibraryDb,
  article: Shown & { images: readonly string[] },
  now: number,
): Promise<void> {
  const { id: articleId, images } = article;
  const urls = webPictures(images);
  const uses = await db.pictureUses.bulkGet(urls.map((url) => [articleId, url]));
  const wanted = urls.filter((url, i) => i < MAX_PICTURES && !isHeld(uses[i]));
  const tooMany = urls.filter((url, i) => i >= MAX_PICTURES && !uses[i]);
  await jobsOf(db, articleId).delete();
  // In reading order: what is due longest comes first.
  await db.jobs.bulkPut(wanted.map((url, i) => jobFor(article, url, now - wanted.length + i)));
  await db.pictureUses.bulkPut(tooMany.map((url) => ({ articleId, url, failed: 'tooMany' })));
}

const isHeld = (use: PictureUseRow | undefined): boolean => use !== undefined && 'hash' in use;

/** Asks for a picture of an article once more, whatever became of it before. One that is held stays until the new one is there. */
export async function askAgain(db: LibraryDb, article: Shown, url: string, now: number): Promise<void> {
  await db.jobs.put(jobFor(article, url, now));
}

/**
 * Queues failed pictures of an article again: the one that the user asks for, else all but those over the limit.
 * The caller lets the background know. Resolves to how many are queued.
 */
export function retryPictures(db: LibraryDb, id: ArticleId, now: number, only?: string): Promise<number> {
  return db.transaction('rw', [db.articles, db.pictureUses, db.jobs], async () => {
    const row = await db.articles.get(id);
    if (!row) return 0;
    const missing = (await missingPictures(db, id)).filter(({ failed }) => failed !== null);
    const urls = missing
      .filter(({ url, failed }) => (only === undefined ? failed !== 'tooMany' : url === only))
      .map(({ url }) => url);
    const wanted = only === undefined ? {} : { wanted: true as const };
    await db.jobs.bulkPut(urls.map((url) => Object.assign(jobFor({ id, pageUrl: row.url }, url, now), wanted)));
    return urls.length;
  });
}

/** Those of the queue that are due from one time to another, longest first. */
const dueBetween = (db: LibraryDb, from: number, to: number, limit: number): Promise<PictureJob[]> =>
  db.jobs
    .where('[kind+dueAt]')
    .between(['picture', from], ['picture', to], from === 0, true)
    .limit(limit)
    .toArray();

/**
 * Pictures to fetch now, longest due first. One that is due later than any wait takes was queued before the computer's
 * clock was set back: it has waited long enough.
 */
export async function pendingPictures(db: LibraryDb, now: number, limit = 20): Promise<PictureJob[]> {
  const due = await dueBetween(db, 0, now, limit);
  return due.length > 0 ? due : dueBetween(db, now + Math.max(...RETRY_AFTER_MS), Infinity, limit);
}

/** When the next queued picture is due, milliseconds; `null` when the queue is empty. */
export async function nextPictureAt(db: LibraryDb): Promise<number | null> {
  const first = await db.jobs.where('[kind+dueAt]').between(['picture', 0], ['picture', Infinity]).first();
  return first?.dueAt ?? null;
}

/**
 * Writes what came of one queued picture, in one transaction: it is complete, given up with a reason, or tried later.
 * Answers `false`, and writes nothing, when the article no longer waits for it.
 */
export async function storePicture(
  db: LibraryDb,
  { id, articleId, url }: PictureJob,
  outcome: PictureOutcome,
  now: number,
): Promise<boolean> {
  const picture = outcome.ok ? { hash: await hashBytes(await outcome.blob.arrayBuffer()), blob: outcome.blob } : null;
  return db.transaction('rw', [db.pictures, db.pictureUses, db.jobs], async () => {
    const job = await db.jobs.get(id);
    if (!job) return false;
    const wait = outcome.ok || outcome.failure !== 'unreachable' ? undefined : RETRY_AFTER_MS[job.attempts];
    if (wait !== undefined) {
      await db.jobs.put({ ...job, attempts: job.attempts + 1, dueAt: now + wait });
      return true;
    }
    // Written also over one of the same name: bytes that were damaged on the disk are whole again.
    if (picture) await db.pictures.put(picture);
    if (picture) await db.pictureUses.put({ articleId, url, hash: picture.hash });
    else if (!outcome.ok && !isHeld(await db.pictureUses.get([articleId, url])))
      await db.pictureUses.put({ articleId, url, failed: outcome.failure });
    await db.jobs.delete(id);
    return true;
  });
}

const usesOf = (db: LibraryDb, articleId: ArticleId) =>
  db.pictureUses.where('[articleId+url]').between([articleId, ''], [articleId, '\uffff']).toArray();

/** Address → picture, for every picture of the article that the library holds. */
export function picturesOf(db: LibraryDb, articleId: ArticleId): Promise<Map<string, Blob>> {
  return db.transaction('r', [db.pictures, db.pictureUses], async () => {
    const uses = (await usesOf(db, articleId)).filter((use) => 'hash' in use);
    const pictures = await db.pictures.bulkGet(uses.map(({ hash }) => hash));
    return new Map(uses.flatMap(({ url }, i) => (pictures[i] ? [[url, pictures[i].blob] as const] : [])));
  });
}

/**
 * Pictures that the library doesn't hold: `failed` says why, `null` means that it is about to be fetched, `retrying` that
 * its server could not be reached and is tried again later.
 */
export function missingPictures(
  db: LibraryDb,
  articleId: ArticleId,
): Promise<{ url: string; failed: string | null }[]> {
  return db.transaction('r', [db.pictureUses, db.jobs], async () => {
    const jobs = await jobsOf(db, articleId).toArray();
    const queued = jobs.map(({ url, attempts }) => ({ url, failed: attempts === 0 ? null : 'retrying' }));
    const waiting = new Set(queued.map(({ url }) => url));
    const failed = (await usesOf(db, articleId)).filter((use) => 'failed' in use && !waiting.has(use.url));
    return [...queued, ...failed.map((use) => ({ url: use.url, failed: 'failed' in use ? use.failed : null }))];
  });
}
