import { describe, expect, it, vi } from 'vitest';
import type { LibraryDb } from '../../../lib/library/schema';
import {
  MAX_PICTURES,
  missingPictures,
  nextPictureAt,
  pendingPictures,
  picturesOf,
  queuePictures,
  retryPictures,
  storePicture,
  type PictureOutcome,
} from '../../../lib/library/pictures';
import { anArticle, aLibrary, save } from './a-library';

const ONE = 'https://img.example.com/1.jpg';
const TWO = 'https://img.example.com/2.jpg';
const NOW = 1_800_000_000_000;

const picture = (bytes: string): PictureOutcome => ({ ok: true, blob: new Blob([bytes], { type: 'image/png' }) });
const failure = (code: string): PictureOutcome => ({ ok: false, failure: code });

/** Gives each picture that is due what the table says. */
async function fetchAll(db: LibraryDb, outcomes: Record<string, PictureOutcome>, now = NOW): Promise<void> {
  for (const job of await pendingPictures(db, now)) {
    const outcome = outcomes[job.url];
    if (outcome) await storePicture(db, job, outcome, now);
  }
}

describe('the pictures of an article', () => {
  const article = anArticle({ images: [ONE, TWO] });

  it('come back by their addresses, whole', async () => {
    const db = aLibrary();
    const { id } = await save(db, article, { now: NOW });
    expect(await missingPictures(db, id)).toEqual([
      { url: ONE, failed: null },
      { url: TWO, failed: null },
    ]);
    await fetchAll(db, { [ONE]: picture('one'), [TWO]: picture('two') });
    const pictures = await picturesOf(db, id);
    expect([...pictures.keys()]).toEqual([ONE, TWO]);
    expect(await pictures.get(TWO)?.text()).toBe('two');
    expect(pictures.get(TWO)?.type).toBe('image/png');
    expect(await missingPictures(db, id)).toEqual([]);
    expect(await nextPictureAt(db)).toBeNull();
  });

  it('are fetched in reading order, whatever their names', async () => {
    const db = aLibrary();
    const images = ['z', 'b', 'm'].map((name) => `https://img.example.com/${name}.jpg`);
    await save(db, anArticle({ images }), { now: NOW });
    expect((await pendingPictures(db, NOW)).map(({ url }) => url)).toEqual(images);
  });

  it('are stored once, however many show them', async () => {
    const db = aLibrary();
    const { id } = await save(db, article, { now: NOW });
    const other = await save(db, anArticle({ url: 'https://news.example.com/b', images: [TWO] }), { now: NOW });
    await fetchAll(db, { [ONE]: picture('same'), [TWO]: picture('same') });
    expect(await db.pictures.count()).toBe(1);
    expect((await picturesOf(db, id)).size).toBe(2);
    expect((await picturesOf(db, other.id)).size).toBe(1);
  });

  it('say why they are missing', async () => {
    const db = aLibrary();
    const { id } = await save(db, article, { now: NOW });
    await fetchAll(db, { [ONE]: failure('notPicture') });
    expect(await missingPictures(db, id)).toEqual([
      { url: TWO, failed: null },
      { url: ONE, failed: 'notPicture' },
    ]);
  });

  it('are asked for again, later and later, when their server cannot be reached', async () => {
    const db = aLibrary();
    const { id } = await save(db, anArticle({ images: [ONE] }), { now: NOW });
    let now = NOW;
    const waits: number[] = [];
    for (let due = await nextPictureAt(db); due !== null; due = await nextPictureAt(db)) {
      waits.push(due - now);
      now = due;
      expect(await pendingPictures(db, now - 1)).toEqual([]);
      await fetchAll(db, { [ONE]: failure('unreachable') }, now);
      if (waits.length === 1) expect(await missingPictures(db, id)).toEqual([{ url: ONE, failed: 'retrying' }]);
    }
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    expect(waits.length).toBeGreaterThan(2);
    expect(await missingPictures(db, id)).toEqual([{ url: ONE, failed: 'unreachable' }]);
  });

  it('are fetched without a wait of years when the clock was ahead at the save and is set back', async () => {
    const db = aLibrary();
    const YEAR = 365 * 86_400_000;
    const { id } = await save(db, anArticle({ images: [ONE, TWO] }), { now: NOW + YEAR });
    expect((await pendingPictures(db, NOW)).map(({ url }) => url)).toEqual([ONE, TWO]);
    await fetchAll(db, { [ONE]: picture('one'), [TWO]: failure('unreachable') });
    expect((await picturesOf(db, id)).size).toBe(1);
    // From now on it waits by the clock as it is.
    expect(await pendingPictures(db, NOW)).toEqual([]);
    expect(await nextPictureAt(db)).toBeLessThan(NOW + YEAR);
  });

  it('are not asked for again when a changed article still shows them; failed ones are', async () => {
    const db = aLibrary();
    const { id } = await save(db, article, { now: NOW });
    await fetchAll(db, { [ONE]: picture('one'), [TWO]: failure('missing') });
    await save(db, { ...article, title: '新标题' }, { now: NOW });
    expect((await pendingPictures(db, NOW)).map(({ url }) => url)).toEqual([TWO]);
    await fetchAll(db, { [TWO]: picture('two') });
    expect((await picturesOf(db, id)).size).toBe(2);
  });

  it('write nothing when the article no longer waits for them', async () => {
    const db = aLibrary();
    await save(db, article, { now: NOW });
    const [job] = await pendingPictures(db, NOW);
    await db.jobs.clear();
    expect(job && (await storePicture(db, job, picture('one'), NOW))).toBe(false);
    expect(await db.pictures.count()).toBe(0);
  });
});

describe('pictures that could not be had', () => {
  const article = anArticle({ images: [ONE, TWO] });

  it('are asked for again when the user wants it, the others are not', async () => {
    const db = aLibrary();
    const { id } = await save(db, article, { now: NOW });
    await fetchAll(db, { [ONE]: failure('refused'), [TWO]: failure('missing') });
    expect(await retryPictures(db, id, NOW, TWO)).toBe(1);
    expect(await pendingPictures(db, NOW)).toMatchObject([{ url: TWO, pageUrl: article.url, wanted: true }]);
    expect(await missingPictures(db, id)).toEqual([
      { url: TWO, failed: null },
      { url: ONE, failed: 'refused' },
    ]);
    await fetchAll(db, { [TWO]: picture('two') });
    expect([...(await picturesOf(db, id)).keys()]).toEqual([TWO]);
  });

  it('are asked for again all at once, but for those over the limit', async () => {
    const db = aLibrary();
    const { id } = await save(db, article, { now: NOW });
    await fetchAll(db, { [ONE]: failure('refused'), [TWO]: failure('tooMany') });
    expect(await retryPictures(db, id, NOW)).toBe(1);
    expect((await pendingPictures(db, NOW)).map(({ url }) => url)).toEqual([ONE]);
    expect(await retryPictures(db, 'GONE', NOW)).toBe(0);
  });

  it('are asked for at once when the user does not want to wait for the next try', async () => {
    const db = aLibrary();
    const { id } = await save(db, article, { now: NOW });
    await fetchAll(db, { [ONE]: failure('unreachable'), [TWO]: picture('two') });
    expect(await pendingPictures(db, NOW)).toEqual([]);
    expect(await retryPictures(db, id, NOW, ONE)).toBe(1);
    expect(await pendingPictures(db, NOW)).toMatchObject([{ url: ONE, attempts: 0 }]);
  });

  it('are asked for again when the same page is saved once more', async () => {
    const db = aLibrary();
    const { id } = await save(db, article, { now: NOW });
    await fetchAll(db, { [ONE]: picture('one'), [TWO]: failure('refused') });
    expect(await save(db, article, { now: NOW })).toMatchObject({ id, status: 'unchanged' });
    expect((await pendingPictures(db, NOW)).map(({ url, wanted }) => [url, wanted])).toEqual([[TWO, undefined]]);
  });

  it('keep their place and their reason where an article shows more than are kept', async () => {
    const db = aLibrary();
    const images = Array.from({ length: MAX_PICTURES + 2 }, (_, n) => `https://img.example.com/${n}.jpg`);
    const { id } = await save(db, anArticle({ images }), { now: NOW });
    const missing = await missingPictures(db, id);
    expect(missing.filter(({ failed }) => failed === null)).toHaveLength(MAX_PICTURES);
    expect(missing.filter(({ failed }) => failed === 'tooMany')).toHaveLength(2);
  });
});

describe('a picture that is asked for though it is held', () => {
  it('stays when it cannot be had again', async () => {
    const db = aLibrary();
    const { id } = await save(db, anArticle({ images: [ONE] }), { now: NOW });
    await fetchAll(db, { [ONE]: picture('one') });
    const [use] = await db.pictureUses.toArray();
    await db.jobs.add({
      id: `picture ${id} ${ONE}`,
      kind: 'picture',
      articleId: id,
      url: ONE,
      pageUrl: '',
      attempts: 0,
      dueAt: NOW,
    });
    await fetchAll(db, { [ONE]: failure('missing') });
    expect(await db.pictureUses.toArray()).toEqual([use]);
    expect((await picturesOf(db, id)).size).toBe(1);
  });
});

describe('a worker that dies', () => {
  it('between fetching and storing leaves the picture in the queue', async () => {
    const db = aLibrary();
    const { id } = await save(db, anArticle({ images: [ONE] }), { now: NOW });
    const [job] = await pendingPictures(db, NOW);
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    expect(job && (await storePicture(db, job, picture('one'), NOW).catch((why: unknown) => String(why)))).toMatch(
      /QuotaExceeded/,
    );
    put.mockRestore();
    expect(await db.pictures.count()).toBe(0);
    expect(await pendingPictures(db, NOW)).toEqual([job]);
    await fetchAll(db, { [ONE]: picture('one') });
    expect((await picturesOf(db, id)).size).toBe(1);
  });

  it('is asked once for what is queued again and again', async () => {
    const db = aLibrary();
    const { id } = await save(db, anArticle({ images: [ONE] }), { now: NOW });
    const again = { id, pageUrl: 'https://news.example.com/', images: [ONE] };
    await db.transaction('rw', [db.pictureUses, db.jobs], () => queuePictures(db, again, NOW));
    expect(await pendingPictures(db, NOW)).toHaveLength(1);
  });
});
