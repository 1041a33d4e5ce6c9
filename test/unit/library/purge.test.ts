import { describe, expect, it } from 'vitest';
import { pendingPictures, storePicture } from '../../../lib/library/pictures';
import { purge, trashedLongAgo } from '../../../lib/library/purge';
import { savedState } from '../../../lib/library/saved-state';
import type { LibraryDb } from '../../../lib/library/schema';
import { setState } from '../../../lib/library/state';
import { undo } from '../../../lib/library/undo';
import { anArticle, aLibrary, save } from './a-library';

const SHARED = 'https://img.example.com/shared.jpg';
const OWN = 'https://img.example.com/own.jpg';
const LATE = 'https://img.example.com/late.jpg';
const DAY = 86_400_000;

const story = (n: number, images: string[]) =>
  anArticle({ url: `https://news.example.com/${n}`, title: `第${n}篇`, images });

async function storePictures(db: LibraryDb): Promise<void> {
  for (const job of await pendingPictures(db, Infinity))
    if (job.url !== LATE) await storePicture(db, job, { ok: true, blob: new Blob([job.url]) }, 1);
}

/** The first has a version, a picture of its own, one that both show and one still to come. */
async function two() {
  const db = aLibrary();
  const first = await save(db, story(1, [SHARED, OWN]));
  const longer = `${anArticle().text}\n馆方表示，明年还将在城西开设分馆。`;
  await save(db, { ...story(1, [SHARED, OWN, LATE]), text: longer, html: `<p>${longer}</p>` });
  const second = await save(db, story(2, [SHARED]));
  await storePictures(db);
  return { db, first: first.id, second: second.id };
}

const counts = async (db: LibraryDb) =>
  Object.fromEntries(await Promise.all(db.tables.map(async (table) => [table.name, await table.count()])));

describe('emptying the trash', () => {
  it('removes all that belongs to the article, and leaves what another shows', async () => {
    const { db, first, second } = await two();
    const before = await counts(db);
    expect(before).toMatchObject({
      articles: 2,
      bodies: 2,
      texts: 2,
      versions: 1,
      pictures: 2,
      pictureUses: 3,
      jobs: 1,
    });
    await setState(db, [first], 'trash', { now: 1 });
    expect(await purge(db, [first], { now: 2 })).toBe(1);
    const after = { articles: 1, bodies: 1, texts: 1, versions: 0, pictures: 1, pictureUses: 1, jobs: 0, deleted: 1 };
    expect(await counts(db)).toMatchObject(after);
    expect((await db.articles.toArray()).map(({ id }) => id)).toEqual([second]);
    expect(await db.deleted.toArray()).toEqual([
      { id: first, urlKeys: ['news.example.com/1'], stamp: expect.stringMatching(/^\d{15}-\d{4}-\w+$/) },
    ]);
  });

  it('leaves alone what is not in the trash, or was taken out of it meanwhile', async () => {
    const { db, first, second } = await two();
    const token = await setState(db, [first], 'trash', { now: 1 });
    await undo(db, token, 2);
    const before = await counts(db);
    expect(await purge(db, [first, second, 'gone'], { now: 3 })).toBe(0);
    expect(await counts(db)).toEqual(before);
  });

  it('cannot be undone, and a late undo brings back no half article', async () => {
    const { db, first } = await two();
    const token = await setState(db, [first], 'trash', { now: 1 });
    await purge(db, [first], { now: 2 });
    await undo(db, token, 3);
    expect(await db.articles.get(first)).toBeUndefined();
  });

  it('lets the same page be saved again, as a new article', async () => {
    const { db, first } = await two();
    await setState(db, [first], 'trash', { now: 1 });
    await purge(db, [first], { now: 2 });
    const again = await save(db, story(1, [SHARED]));
    expect(again.status).toBe('created');
    expect(again.id).not.toBe(first);
    expect(await savedState(db, 'https://news.example.com/1')).toMatchObject({ id: again.id });
  });

  it('forgets a picture that arrives too late', async () => {
    const { db, first } = await two();
    const [late] = await pendingPictures(db, Infinity);
    await setState(db, [first], 'trash', { now: 1 });
    await purge(db, [first], { now: 2 });
    if (late) expect(await storePicture(db, late, { ok: true, blob: new Blob(['late']) }, 3)).toBe(false);
    expect(await db.pictures.count()).toBe(1);
  });
});

it('offers to remove what has been in the trash for more than thirty days', async () => {
  const { db, first, second } = await two();
  const start = 1_900_000_000_000;
  await setState(db, [first], 'trash', { now: start });
  await setState(db, [second], 'trash', { now: start + 20 * DAY });
  expect(await trashedLongAgo(db, start + 29 * DAY)).toEqual([]);
  expect(await trashedLongAgo(db, start + 31 * DAY)).toEqual([first]);
});
