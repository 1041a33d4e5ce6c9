import { expect, it } from 'vitest';
import { applyChange } from '../../../lib/library/change';
import { dropLabel } from '../../../lib/library/rename-label';
import { allowTerm, forgetRename, termPrefs, watchTermPrefs } from '../../../lib/library/term-prefs';
import { anArticle, aLibrary, keyword, save } from './a-library';

const bulk = { now: 1_900_000_000_000 };

async function withTerm() {
  const db = aLibrary();
  const { id } = await save(db, anArticle(), { keywords: [keyword('a')] });
  return { db, ids: [id] };
}

it('lets a term be allowed while articles still lose it', async () => {
  const { db, ids } = await withTerm();
  const row = await db.articles.get(ids[0] ?? '');
  await db.articles.bulkAdd(Array.from({ length: 600 }, (_, n) => ({ ...row, id: `M${n}`, docNo: 100 + n })) as never);
  let allowed: Promise<void> | undefined;
  const onProgress = (): void => void (allowed ??= allowTerm(db, 'a', 3));
  await dropLabel(db, 'keyword', 'a', { ...bulk, onProgress });
  await allowed;
  expect((await db.articles.toArray()).flatMap(({ keywords }) => keywords)).toEqual([]);
  expect(await termPrefs(db)).toEqual([]);
});

it('tells pages what is remembered, now and after each change', async () => {
  const { db, ids } = await withTerm();
  const told: string[][] = [];
  const stop = watchTermPrefs(db, (prefs) => told.push(prefs.map(({ term }) => term)));
  await expect.poll(() => told).toEqual([[]]);
  await applyChange(db, ids, { removeKeyword: 'a' }, bulk);
  await expect.poll(() => told.at(-1)).toEqual(['a']);
  await allowTerm(db, 'a', 2);
  await expect.poll(() => told.at(-1)).toEqual([]);
  stop();
});

it('leaves the terms of others alone when one that nobody decided about is allowed', async () => {
  const { db, ids } = await withTerm();
  await applyChange(db, ids, { removeKeyword: 'a' }, bulk);
  await allowTerm(db, 'b', 2);
  await forgetRename(db, 'a', 2);
  expect(await db.termPrefs.toArray()).toMatchObject([{ key: 'a', removed: true }]);
});
