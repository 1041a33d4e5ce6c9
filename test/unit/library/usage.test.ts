import { expect, it } from 'vitest';
import { libraryCounts } from '../../../lib/library/counts';
import { pendingPictures, storePicture } from '../../../lib/library/pictures';
import { libraryUsage, sizeOf } from '../../../lib/library/usage';
import { anArticle, aLibrary, save } from './a-library';

const NOW = 1_900_000_000_000;

it.each([
  ['plain', 5],
  ['café', 4],
  ['图书馆', 6],
  [new Blob(['1234567']), 7],
  [new Uint16Array(8), 16],
  [{ ab: 'cde' }, 7],
  [['ab', 'cd'], 8],
  [{ none: null, no: undefined, n: 1 }, 25],
])('takes the size of %j as %d bytes', (value, bytes) => {
  expect(sizeOf(value)).toBe(bytes);
});

it('tells articles, versions and pictures apart', async () => {
  const db = aLibrary();
  expect(await libraryUsage(db)).toEqual({ articles: 0, versions: 0, pictures: 0, index: 0 });
  const article = anArticle({ images: ['https://img.example.com/1.jpg', 'https://img.example.com/2.jpg'] });
  await save(db, article);
  const [job] = await pendingPictures(db, NOW);
  if (job) await storePicture(db, job, { ok: true, blob: new Blob(['x'.repeat(50_000)]) }, NOW);
  const once = await libraryUsage(db);
  expect(once.articles).toBeGreaterThan(article.text.length + article.html.length);
  expect(once.articles).toBeLessThan(10_000);
  expect(once.versions).toBe(0);
  expect(once.index).toBeGreaterThan(article.text.length);
  expect(once.index).toBeLessThan(15_000);
  expect(once.pictures).toBeGreaterThanOrEqual(50_000);
  expect(once.pictures).toBeLessThan(50_200);
  await save(db, { ...article, title: '新标题' });
  expect((await libraryUsage(db)).versions).toBeGreaterThan(article.html.length);
  expect(await libraryCounts(db)).toEqual({ articles: 1, versions: 1, pictures: 1, waiting: 1, failed: 0 });
});

it('estimates a large store from a part of it', async () => {
  const db = aLibrary();
  await db.bodies.bulkAdd(
    Array.from({ length: 1000 }, (_, n) => ({
      articleId: String(n).padStart(26, '0'),
      html: 'x'.repeat(1000),
      removed: [],
      provenance: {},
      keywords: [],
      canonicalUrl: null,
      editor: null,
      updatedAt: null,
      declaredKeywords: [],
      images: [],
    })),
  );
  const { articles } = await libraryUsage(db);
  expect(articles).toBeGreaterThan(1_000_000);
  expect(articles).toBeLessThan(1_300_000);
});

it('stops when nobody waits for the answer', async () => {
  const db = aLibrary();
  await save(db, anArticle());
  await expect(libraryUsage(db, { signal: AbortSignal.abort() })).rejects.toThrow(/abort/);
});
