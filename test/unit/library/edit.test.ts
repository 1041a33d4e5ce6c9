import { describe, expect, it } from 'vitest';
import { tick } from '../../../lib/library/clock';
import { markOpened, readArticle, setPosition } from '../../../lib/library/read';
import { savedState } from '../../../lib/library/saved-state';
import { anArticle, aLibrary, save } from './a-library';

const half = { block: 2, within: 0.25, fraction: 0.5 };

describe('reading', () => {
  it('remembers the first opening and stamps it', async () => {
    const db = aLibrary();
    const { id } = await save(db, anArticle());
    await markOpened(db, id, 7000);
    await markOpened(db, id, 9000);
    const row = (await readArticle(db, id))?.row;
    expect(row?.openedAt).toBe(7000);
    expect(row?.stamps.openedAt).toBeDefined();
  });

  it('keeps the place, and tells it to whoever asks whether the page is saved', async () => {
    const db = aLibrary();
    const { id } = await save(db, anArticle());
    expect(await savedState(db, anArticle().url)).not.toHaveProperty('position');
    await setPosition(db, id, half, 8000);
    expect((await savedState(db, `${anArticle().url}?utm_source=feed#top`))?.position).toEqual(half);
    expect((await readArticle(db, id))?.row.stamps.position).toBeDefined();
  });

  it('answers null for an article that is not there, and changes nothing', async () => {
    const db = aLibrary();
    await setPosition(db, 'gone', half, 1);
    await markOpened(db, 'gone', 1);
    expect(await readArticle(db, 'gone')).toBeNull();
    expect(await db.articles.count()).toBe(0);
  });
});

describe('stamps', () => {
  it('grow on one device, also when its clock is set back or stands still', async () => {
    const db = aLibrary();
    const stamps: string[] = [];
    for (const now of [1000, 1000, 500, 2000, 1]) stamps.push(await db.transaction('rw', db.kv, () => tick(db, now)));
    expect(stamps).toEqual(stamps.toSorted());
    expect(new Set(stamps).size).toBe(5);
    expect(stamps[3]).toMatch(/^000000000002000-0000-[0-9a-f]{12}$/);
    expect(new Set(stamps.map((stamp) => stamp.slice(-12))).size).toBe(1);
  });

  it('carry over when the counter is full', async () => {
    const db = aLibrary();
    await db.kv.put({ key: 'clock', value: { device: 'd', ms: 5, counter: 9999 } });
    expect(await db.transaction('rw', db.kv, () => tick(db, 5))).toBe('000000000000006-0000-d');
  });
});
