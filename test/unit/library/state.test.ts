import { describe, expect, it } from 'vitest';
import type { ArticleRow } from '../../../lib/article';
import { type Bulk, PartlyDoneError } from '../../../lib/library/bulk';
import { setNote } from '../../../lib/library/note';
import type { LibraryDb } from '../../../lib/library/schema';
import { putBack, setFavourite, setRead, setState } from '../../../lib/library/state';
import { undo, type UndoToken } from '../../../lib/library/undo';
import { anArticle, aLibrary, save } from './a-library';

const page = (n: number) => anArticle({ url: `https://news.example.com/${n}`, title: `第${n}篇` });
const at = (now: number): Bulk => ({ now });
const ids = (token: UndoToken) => token.parts.flatMap(({ changes }) => changes.map(({ id }) => id));

async function two() {
  const db = aLibrary();
  const [a, b] = [await save(db, page(1)), await save(db, page(2))];
  const states = async () => (await db.articles.bulkGet([a.id, b.id])).map((row) => row?.state);
  return { db, a: a.id, b: b.id, states };
}

/** Many rows without the cost of saving each. */
async function many(db: LibraryDb, count: number): Promise<string[]> {
  const { id } = await save(db, page(0));
  const row = (await db.articles.get(id)) as ArticleRow;
  const rows = Array.from({ length: count }, (_, n) => ({ ...row, id: `many-${n}`, docNo: 1000 + n }));
  await db.articles.bulkAdd(rows);
  return rows.map((one) => one.id);
}

describe('where an article stands', () => {
  it('is given back when undone, each article to its place', async () => {
    const { db, a, b, states } = await two();
    await setState(db, [b], 'archive', at(1));
    const token = await setState(db, [a, b, a, 'gone'], 'trash', at(2));
    expect(await states()).toEqual(['trash', 'trash']);
    await undo(db, structuredClone(token), 3);
    expect(await states()).toEqual(['inbox', 'archive']);
  });

  it('is found again out of the trash, each article where it was, long after the way back by undo is gone', async () => {
    const { db, a, b, states } = await two();
    await setState(db, [b], 'archive', at(1));
    await setState(db, [a, b], 'trash', at(2));
    const token = await putBack(db, [a, b, 'gone'], at(3));
    expect(await states()).toEqual(['inbox', 'archive']);
    expect(ids(token)).toEqual([a, b]);
    await undo(db, token, 4);
    expect(await states()).toEqual(['trash', 'trash']);
    await putBack(db, [b], at(5));
    expect(await states()).toEqual(['trash', 'archive']);
    // What is not in the trash stays where it is; what went there from the inbox comes back to it.
    expect(ids(await putBack(db, [b], at(6)))).toEqual([]);
    await setState(db, [b], 'inbox', at(7));
    await setState(db, [b], 'trash', at(8));
    await putBack(db, [b], at(9));
    expect(await states()).toEqual(['trash', 'inbox']);
  });

  it('stays as it is when it was changed again since', async () => {
    const { db, a, b, states } = await two();
    const token = await setState(db, [a, b], 'archive', at(1));
    await setState(db, [a], 'trash', at(2));
    await undo(db, token, 3);
    expect(await states()).toEqual(['trash', 'inbox']);
  });

  it('is not undone twice', async () => {
    const { db, a, states } = await two();
    const token = await setState(db, [a], 'archive', at(1));
    await undo(db, token, 2);
    await setState(db, [a], 'archive', at(3));
    await undo(db, token, 4);
    expect(await states()).toEqual(['archive', 'inbox']);
  });

  it('writes and stamps nothing where nothing changes', async () => {
    const { db, a, b } = await two();
    await setState(db, [a], 'archive', at(1));
    const before = [await db.articles.toArray(), await db.kv.toArray()];
    expect(await setState(db, [a, 'gone'], 'archive', at(2))).toEqual({ parts: [] });
    expect([await db.articles.toArray(), await db.kv.toArray()]).toEqual(before);
    expect(ids(await setState(db, [a, b], 'archive', at(3)))).toEqual([b]);
  });
});

describe('favourites and what was read', () => {
  it('are set, stamped and taken back', async () => {
    const { db, a, b } = await two();
    await setRead(db, [a], true, at(7000));
    const tokens = [await setFavourite(db, [a, b], true, at(8000)), await setRead(db, [a, b], true, at(9000))];
    expect(await db.articles.bulkGet([a, b])).toMatchObject([
      { favourite: 1, openedAt: 7000, stamps: { favourite: expect.any(String), openedAt: expect.any(String) } },
      { favourite: 1, openedAt: 9000 },
    ]);
    for (const token of tokens) await undo(db, token, 10_000);
    const after = await db.articles.bulkGet([a, b]);
    expect(after).toMatchObject([{ favourite: 0, openedAt: 7000 }, { favourite: 0 }]);
    expect(after[1]).not.toHaveProperty('openedAt');
    const unread = await setRead(db, [a], false, at(11_000));
    expect(await db.articles.get(a)).not.toHaveProperty('openedAt');
    await undo(db, unread, 12_000);
    expect(await db.articles.get(a)).toMatchObject({ openedAt: 7000 });
  });
});

describe('a bulk action', () => {
  it('tells its progress, and undoes all of it', async () => {
    const db = aLibrary();
    const all = await many(db, 1200);
    const told: [number, number][] = [];
    const token = await setState(db, all, 'trash', { now: 1, onProgress: (done, of) => told.push([done, of]) });
    expect(told).toEqual([
      [500, 1200],
      [1000, 1200],
      [1200, 1200],
    ]);
    expect(await db.articles.filter(({ state }) => state === 'trash').count()).toBe(1200);
    await undo(db, token, 2);
    expect(await db.articles.filter(({ state }) => state === 'trash').count()).toBe(0);
  });

  it('keeps what is done when it is cancelled, and takes back exactly that', async () => {
    const db = aLibrary();
    const all = await many(db, 1200);
    const cancel = new AbortController();
    const token = await setFavourite(db, all, true, {
      now: 1,
      onProgress: () => cancel.abort(),
      signal: cancel.signal,
    });
    expect(ids(token)).toHaveLength(500);
    expect(await db.articles.filter(({ favourite }) => favourite === 1).count()).toBe(500);
    await undo(db, token, 2);
    expect(await db.articles.filter(({ favourite }) => favourite === 1).count()).toBe(0);
  });

  it('that fails half-way says so and can be taken back as far as it went', async () => {
    const db = aLibrary();
    const all = await many(db, 700);
    const stop = () => {
      throw new Error('disk full');
    };
    const failing = setFavourite(db, all, true, { now: 1, onProgress: () => db.articles.hook('updating', stop) });
    const error = await failing.catch((reason: unknown) => reason);
    db.articles.hook('updating').unsubscribe(stop);
    expect(error).toBeInstanceOf(PartlyDoneError);
    expect(String(error)).toContain('disk full');
    expect(await db.articles.filter(({ favourite }) => favourite === 1).count()).toBe(500);
    if (error instanceof PartlyDoneError) await undo(db, error.done, 2);
    expect(await db.articles.filter(({ favourite }) => favourite === 1).count()).toBe(0);
  });
});

describe('a note', () => {
  it('is kept and stamped; the same note again changes nothing', async () => {
    const { db, a } = await two();
    await setNote(db, a, '带孩子去', 5);
    const kept = await db.articles.get(a);
    expect(kept).toMatchObject({ note: '带孩子去', stamps: { note: expect.any(String) } });
    await setNote(db, a, '带孩子去', 6);
    expect(await db.articles.get(a)).toEqual(kept);
    await setNote(db, 'gone', 'x', 7);
    expect(await db.articles.count()).toBe(2);
  });

  it('that is far too long is refused, and the old one stays', async () => {
    const { db, a } = await two();
    await setNote(db, a, 'short', 5);
    await expect(setNote(db, a, 'x'.repeat(20_001), 6)).rejects.toThrow('20000');
    expect(await db.articles.get(a)).toMatchObject({ note: 'short' });
  });
});
