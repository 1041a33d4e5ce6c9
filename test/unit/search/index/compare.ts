/** What the index finds beside what reading every article finds. */
import { expect } from 'vitest';
import type { LibraryDb } from '../../../../lib/library/schema';
import { candidate, matches } from '../../../../lib/search/matches';
import { parseQuery } from '../../../../lib/search/query/parse-query';
import { search, type Searcher, searcher } from '../../../../lib/search/search';

export const NOW = new Date('2026-11-23T12:00:00');

/** What reading every article finds. */
export async function bruteForce(db: LibraryDb, typed: string): Promise<string[]> {
  const query = parseQuery(typed, NOW);
  const rows = await db.articles.toArray();
  const texts = await db.texts.bulkGet(rows.map(({ docNo }) => docNo));
  const versions = new Set((await db.versions.toCollection().primaryKeys()).map(([id]) => id));
  const wantsTrash = typed.includes('is:trash');
  const found = rows.filter(
    (row, i) =>
      (wantsTrash || row.state !== 'trash') &&
      matches(candidate(row, texts[i]?.text ?? '', versions.has(row.id)), query.clauses),
  );
  return found.map(({ id }) => id).toSorted();
}

/** What a search finds as it was typed; whether the index answered. */
export async function found(engine: Searcher, typed: string): Promise<{ ids: string[]; indexed: boolean }> {
  const { hits, total, relaxed, indexed } = await search(engine, parseQuery(typed, NOW), { limit: 1000 });
  if (relaxed) return { ids: [], indexed };
  expect(total).toBe(hits.length);
  return { ids: hits.map(({ article }) => article.id).toSorted(), indexed };
}

/** Every query finds what reading everything finds, and the index is, or is not, what answered all of them. */
export async function expectSame(db: LibraryDb, queries: readonly string[], indexed = true): Promise<void> {
  const engine = searcher(db.backendDB());
  for (const typed of queries) {
    const ids = await bruteForce(db, typed);
    expect({ typed, ...(await found(engine, typed)) }).toEqual({ typed, ids, indexed });
  }
}

/** Nothing is left of work that was not finished, no number is given out twice, and counts agree with what is there. */
export async function expectTidy(db: LibraryDb): Promise<void> {
  const segments = await db.ftsSeg.toArray();
  expect(segments.filter(({ live }) => live !== 1)).toEqual([]);
  const blocks = await db.ftsBlk.toCollection().primaryKeys();
  const expected = segments.flatMap(({ seg, blocks: count }) => Array.from({ length: count }, (_, n) => [seg, n]));
  expect(blocks).toEqual(expected.toSorted(([a = 0, m = 0], [b = 0, n = 0]) => a - b || m - n));
  const numbers = [
    ...(await db.articles.toArray()).map(({ docNo }) => docNo),
    ...(await db.ftsNote.toCollection().primaryKeys()),
  ];
  expect(new Set(numbers).size).toBe(numbers.length);
  const pages = await db.ftsLen.toArray();
  const living = pages.flatMap(({ page, lengths }) =>
    Array.from(lengths, (length, i) => (length > 0 ? page * lengths.length + i : -1)).filter((doc) => doc >= 0),
  );
  expect(living).toEqual(numbers.toSorted((a, b) => a - b));
  expect(await db.ftsMeta.get('rebuild')).toBeUndefined();
}
