import { describe, expect, it, onTestFinished } from 'vitest';
import { setNote } from '../../../../lib/library/note';
import { openLibrary } from '../../../../lib/library/open';
import { purge } from '../../../../lib/library/purge';
import type { LibraryDb } from '../../../../lib/library/schema';
import { setState } from '../../../../lib/library/state';
import { keepIndex } from '../../../../lib/search/index/keep-index';
import { parseQuery } from '../../../../lib/search/query/parse-query';
import { search, searcher } from '../../../../lib/search/search';
import { aLibrary } from '../../library/a-library';
import { bruteForce, expectSame, expectTidy, found, NOW } from './compare';
import { oneLock } from './one-lock';
import { fill, QUERIES, saveOne } from './some-library';

async function opened(name: string): Promise<LibraryDb> {
  const db = openLibrary(name);
  onTestFinished(() => db.close());
  await db.open();
  return db;
}

describe('two pages and the background at once', () => {
  it('end with one index that has everything, whoever looked after it', async () => {
    const background = aLibrary();
    await background.open();
    await fill(background, 12);
    const [one, other] = [await opened(background.name), await opened(background.name)];
    const locks = oneLock();
    const keep = (db: LibraryDb, anew = false): Promise<boolean> =>
      keepIndex(db.backendDB(), locks, { slice: 4, ...(anew && { anew, wait: true }) });
    const saves = async (db: LibraryDb, from: number): Promise<void> => {
      for (let n = from; n < from + 12; n++) {
        const id = await saveOne(db, n);
        if (n % 4 === 0) await setNote(db, id, `夜读 ${n}`, n);
        if (n % 5 === 0) await setState(db, [id], 'trash', { now: n });
        if (n % 6 === 0) await purge(db, [id], { now: n });
        void keep(db).catch(() => undefined);
      }
    };
    await Promise.all([
      saves(one, 100),
      saves(other, 200),
      keep(background),
      keep(one, true),
      saves(background, 300),
      keep(other, true),
    ]);
    while (!(await keep(background)));
    for (const db of [background, one, other]) await expectSame(db, QUERIES);
    await expectTidy(background);
    const numbers = (await background.articles.toArray()).map(({ docNo }) => docNo);
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});

describe('a query while articles come and go', () => {
  it('is answered as of one moment: each answer is one that was right during the query', async () => {
    const db = aLibrary();
    await db.open();
    const locks = oneLock();
    await keepIndex(db.backendDB(), locks);
    await fill(db, 10);
    const reading = await opened(db.name);
    const engine = searcher(reading.backendDB());
    const typed = 'ferry';
    const right = new Set([JSON.stringify(await bruteForce(db, typed))]);
    const written = new AbortController();
    const write = async (): Promise<void> => {
      for (let n = 400; n < 430; n++) {
        const id = await saveOne(db, n);
        right.add(JSON.stringify(await bruteForce(db, typed)));
        if (n % 3 === 0) {
          await purge(db, [id], { now: n });
          right.add(JSON.stringify(await bruteForce(db, typed)));
        }
        if (n % 8 === 0) await keepIndex(db.backendDB(), locks);
      }
      written.abort();
    };
    const answers: string[] = [];
    const read = async (): Promise<void> => {
      while (!written.signal.aborted) answers.push(JSON.stringify((await found(engine, typed)).ids));
    };
    await Promise.all([write(), read(), read()]);
    expect(answers.length).toBeGreaterThan(5);
    for (const answer of answers) expect(right).toContain(answer);
  });

  it('has dates of the same moment as the rest, when two queries overlap a save', async () => {
    const db = aLibrary();
    await db.open();
    await keepIndex(db.backendDB(), oneLock());
    const engine = searcher(db.backendDB());
    await fill(db, 6);
    for (let n = 0; n < 8; n++) {
      const queries = ['saved:2026', 'ferry or 钟 ', 'minutes:<9'].map((typed) =>
        search(engine, parseQuery(typed, NOW), { limit: 100, sort: 'date' }),
      );
      await Promise.all([...queries, saveOne(db, 500 + n)]);
      await expectSame(db, ['saved:2026', 'minutes:<9']);
      for (const typed of ['saved:2026', 'minutes:<9'])
        expect((await found(engine, typed)).ids).toEqual(await bruteForce(db, typed));
    }
  });
});
