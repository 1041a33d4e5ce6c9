import { describe, expect, it } from 'vitest';
import { createVocabulary, documentFrequency, termsIn } from '../../../lib/keywords/vocabulary';
import { backupSource } from '../../../lib/library/backup';
import type { LibraryDb } from '../../../lib/library/schema';
import { setState } from '../../../lib/library/state';
import { type Counting, keepVocabulary, storedVocabulary } from '../../../lib/library/vocabulary';
import { loseValues, lose } from '../../soak/lost-values';
import { injectFaults } from '../../soak/faults';
import { anArticle, aLibrary, save } from './a-library';

const counting: Counting = { version: '1', termsIn, begin: createVocabulary };
const never: Counting = {
  ...counting,
  termsIn: () => {
    throw new Error('It was made without need.');
  },
};

let pages = 0;
/** Every second article is about the tide. */
async function grow(db: LibraryDb, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let i = 0; i < count; i++) {
    const n = pages++;
    const text = `${n % 2 === 0 ? 'The tide is high.' : 'The orchard is old.'} A sentence about number${n}.`;
    const url = `https://news.example.com/v/${n}`;
    ids.push((await save(db, anArticle({ url, text, title: `Page ${n}`, lang: 'en' }), { keywords: [] })).id);
  }
  return ids;
}

const dfOf = async (db: LibraryDb) => documentFrequency(await storedVocabulary(db));

describe('the vocabulary of a library', () => {
  it('is none below fifty articles', async () => {
    const db = aLibrary();
    await grow(db, 49);
    expect(await keepVocabulary(db, never)).toBe(false);
    expect(await dfOf(db)).toBeUndefined();
  });

  it('says in how many articles a term is', async () => {
    const db = aLibrary();
    await grow(db, 50);
    expect(await keepVocabulary(db, counting)).toBe(true);
    const df = await dfOf(db);
    expect([df?.articles, df?.count('tide'), df?.count('orchard'), df?.count('nowhere')]).toEqual([50, 25, 25, 0]);
    expect(await keepVocabulary(db, never)).toBe(false);
  });

  it('is made anew when enough articles came, or went, or something else makes it', async () => {
    const db = aLibrary();
    const ids = await grow(db, 80);
    await keepVocabulary(db, counting);
    await grow(db, 19);
    expect(await keepVocabulary(db, never)).toBe(false);
    await grow(db, 1);
    expect(await keepVocabulary(db, counting)).toBe(true);
    expect((await dfOf(db))?.articles).toBe(100);
    await setState(db, ids.slice(0, 24), 'trash', { now: 1 });
    expect(await keepVocabulary(db, never)).toBe(false);
    await setState(db, ids.slice(0, 25), 'trash', { now: 1 });
    expect(await keepVocabulary(db, counting)).toBe(true);
    expect((await dfOf(db))?.articles).toBe(75);
    expect(await keepVocabulary(db, { ...counting, version: '2' })).toBe(true);
  });

  it('goes when the library has become small', async () => {
    const db = aLibrary();
    const ids = await grow(db, 60);
    await keepVocabulary(db, counting);
    await setState(db, ids.slice(0, 11), 'trash', { now: 1 });
    expect(await keepVocabulary(db, never)).toBe(true);
    expect(await dfOf(db)).toBeUndefined();
    expect(await keepVocabulary(db, never)).toBe(false);
  });

  it('is made of the latest four hundred', { timeout: 60_000 }, async () => {
    const db = aLibrary();
    await grow(db, 410);
    await keepVocabulary(db, counting);
    expect((await dfOf(db))?.articles).toBe(400);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a text', 'tide'],
    ['an older form', { articles: 50, counts: { tide: 3 } }],
    ['numbers that are none', { articles: '50', counts: new Map(), last: null, version: '1' }],
    ['an array', [1, 2]],
  ])('is made anew where its row holds %s', async (_, value) => {
    const db = aLibrary();
    await grow(db, 50);
    await db.kv.put({ key: 'vocabulary', value });
    expect(await keepVocabulary(db, counting)).toBe(true);
    expect((await dfOf(db))?.count('tide')).toBe(25);
  });

  it('is not made again and again where many texts are lost', async () => {
    const db = aLibrary();
    const ids = await grow(db, 90);
    const rows = await db.articles.bulkGet(ids.slice(0, 40));
    await db.texts.bulkDelete(rows.map((row) => row?.docNo ?? 0));
    expect(await keepVocabulary(db, counting)).toBe(true);
    expect((await dfOf(db))?.articles).toBe(50);
    expect(await keepVocabulary(db, never)).toBe(false);
  });

  it('is made anew where the disk has lost it, and of the texts that are left', async () => {
    const db = aLibrary();
    const ids = await grow(db, 52);
    await keepVocabulary(db, counting);
    const stop = loseValues();
    try {
      await lose(db.backendDB(), 'kv', ['vocabulary']);
      const row = await db.articles.get(ids[0] ?? '');
      await lose(db.backendDB(), 'texts', [row?.docNo ?? 0]);
      expect(await dfOf(db)).toBeUndefined();
      expect(await keepVocabulary(db, counting)).toBe(true);
      expect((await dfOf(db))?.articles).toBe(51);
    } finally {
      stop();
    }
  });

  it('is none when writing it fails, and made by the next try', async () => {
    const db = aLibrary();
    await grow(db, 50);
    const faults = injectFaults();
    faults.arm({ how: 'QuotaExceededError', at: 1 });
    await expect(keepVocabulary(db, counting)).rejects.toThrow();
    faults.disarm();
    faults.remove();
    expect(await dfOf(db)).toBeUndefined();
    expect(await keepVocabulary(db, counting)).toBe(true);
  });

  it('lets a save that comes meanwhile go first', async () => {
    const db = aLibrary();
    await grow(db, 150);
    let started = 0;
    let before = Infinity;
    const saving: Counting = {
      ...counting,
      termsIn(article) {
        if (started++ === 0) void grow(db, 1).then(() => (before = started));
        return termsIn(article);
      },
    };
    expect(await keepVocabulary(db, saving)).toBe(true);
    expect([before < started, started]).toEqual([true, 150]);
  });

  it('is in no backup', async () => {
    const db = aLibrary();
    await grow(db, 50);
    await keepVocabulary(db, counting);
    const { slices, siteRules, termPrefs } = backupSource(db, async () => ({}));
    const lines: unknown[] = [await siteRules(), await termPrefs()];
    for await (const slice of slices()) lines.push(slice);
    expect(JSON.stringify(lines)).not.toContain('vocabulary');
  });
});
