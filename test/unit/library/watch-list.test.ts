import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { ArticleRow } from '../../../lib/article';
import type { ListResult } from '../../../lib/library/list-source';
import type { Filter } from '../../../lib/library/place';
import { purge } from '../../../lib/library/purge';
import { rawReader } from '../../../lib/library/raw-reader';
import { EVER, newestFirst, shelvesOf } from '../../../lib/library/raw-rows';
import { sectionsOf } from '../../../lib/library/sections';
import { setState } from '../../../lib/library/state';
import { openListSource } from '../../../lib/library/list-source';
import { createRandom } from '../../bench/random';
import { aLibrary, anArticle, save } from './a-library';

const all: Filter = { place: 'all', tag: null, keyword: null };

/** Rows in two places, many of them saved at the same time. */
async function aLongLibrary(count: number, sameTime = 1) {
  const db = aLibrary();
  const { id } = await save(db, anArticle());
  const model = (await db.articles.get(id)) as ArticleRow;
  await db.articles.delete(id);
  const random = createRandom(7);
  const rows = Array.from({ length: count }, (_, n): ArticleRow => {
    const savedAt = 1000 + Math.floor(n / sameTime);
    const state = random.below(3) === 0 ? 'archive' : 'inbox';
    return { ...model, id: `ID${String(n).padStart(6, '0')}`, title: `第${n}篇`, docNo: n + 10, savedAt, state };
  });
  await db.articles.bulkAdd(rows);
  return { db, order: rows.toSorted(newestFirst) };
}

async function watching(db: Awaited<ReturnType<typeof aLongLibrary>>['db'], filter = all) {
  const source = await openListSource(db);
  const told: ListResult[] = [];
  const watch = source.watch(
    { ...filter, query: '', order: 'relevance' },
    (result) => told.push(result),
    (why) => expect.fail(why),
  );
  onTestFinished(watch.stop);
  return { watch, told, last: () => told.at(-1) as ListResult };
}

const idsIn = ({ items }: ListResult) => items.map(({ row }) => row.id);

/** The database of the tests is slow. */
const soon = (met: () => boolean) => vi.waitUntil(met, { timeout: 15_000 });

describe('the sections of a list', () => {
  it.each([
    [1, 7],
    [40, 7],
    [1, 1000],
  ])('hold each article once, in order, where %i were saved at a time', async (sameTime, step) => {
    const { db, order } = await aLongLibrary(300, sameTime);
    let seen = 0;
    let newer = EVER.newer;
    for await (const section of sectionsOf(db.backendDB(), shelvesOf(all), step)) {
      expect(section.newer).toBe(newer);
      const held = order.filter(({ savedAt }) => savedAt >= section.older && savedAt < section.newer);
      expect(section.count).toBe(held.length);
      seen += held.length;
      newer = section.older;
    }
    expect([seen, newer]).toEqual([300, EVER.older]);
  });
});

describe('a list that is longer than a page shows', () => {
  it('has its first rows at once, and knows later how many there are', async () => {
    const { db, order } = await aLongLibrary(1500);
    const { told, last } = await watching(db);
    await soon(() => told.length > 0);
    expect(told[0]).toMatchObject({ from: 0, counted: false });
    expect(idsIn(last())).toEqual(order.slice(0, 30).map(({ id }) => id));
    await soon(() => last().counted);
    expect(last()).toMatchObject({ extent: 1500, total: 1500 });
  });

  it('reads what is near to the places in view and holds nothing else', async () => {
    const { db, order } = await aLongLibrary(3000);
    const { watch, last } = await watching(db);
    await soon(() => last()?.counted ?? false);
    for (const from of [1400, 2990, 0, 700]) {
      watch.show(from, from + 10);
      await soon(() => last().from <= from && last().from + last().items.length >= Math.min(from + 10, 3000));
      const held = last();
      expect(idsIn(held)).toEqual(order.slice(held.from, held.from + held.items.length).map(({ id }) => id));
      expect(held.items.length).toBeLessThanOrEqual(1200);
    }
  });

  it('follows changes in view and far from it', async () => {
    const { db, order } = await aLongLibrary(2000);
    const { watch, last } = await watching(db, { ...all, place: 'inbox' });
    const inbox = order.filter(({ state }) => state === 'inbox').map(({ id }) => id);
    await soon(() => last()?.counted ?? false);
    watch.show(900, 910);
    await soon(() => last().from > 0);
    await setState(db, inbox.slice(0, 5), 'archive', { now: 1 });
    await soon(() => last().extent === inbox.length - 5);
    expect(idsIn(last())[0]).toBe(inbox[last().from + 5]);
    const inView = idsIn(last())[3] ?? '';
    await setState(db, [inView], 'trash', { now: 2 });
    await soon(() => !idsIn(last()).includes(inView));
    await purge(db, [inView], { now: 3 });
    await soon(() => last().extent === inbox.length - 6);
  });

  it('shows rows, and finds words, without Dexie', async () => {
    const { db, order } = await aLongLibrary(60);
    const reader = rawReader(db.backendDB());
    const answerTo = async (query: string): Promise<ListResult> => {
      const told: ListResult[] = [];
      const { stop } = reader.watch(
        { ...all, query, order: 'relevance' },
        (result) => told.push(result),
        () => {},
      );
      onTestFinished(stop);
      await soon(() => told.length > 0);
      return told[0] as ListResult;
    };
    expect((await answerTo('')).items[0]?.row.id).toBe(order[0]?.id);
    expect((await answerTo('第7篇')).items.map(({ row }) => row.title)).toEqual(['第7篇']);
    // Not yet a filter, so nothing to search for.
    expect((await answerTo('site:')).items[0]?.row.id).toBe(order[0]?.id);
  });
});
