import { expect, it } from 'vitest';
import { readArticle } from '../../../lib/library/read';
import { reviseArticle } from '../../../lib/library/revise';
import { anArticle, aLibrary, save } from './a-library';

const REVISION = {
  html: '<p>市图书馆新馆昨日向公众开放。</p><p data-put-back="0">责任编辑：周一鸣</p>',
  text: '市图书馆新馆昨日向公众开放。\n责任编辑：周一鸣',
  images: ['https://img.example.com/new.jpg'],
  excerpt: '市图书馆新馆昨日向公众开放。',
  minutes: 1,
  removed: [],
};

it('takes the body that the user made of an article, and keeps the one before as a version', async () => {
  const db = aLibrary();
  const { id, savedAt } = await save(db, anArticle());
  const before = await readArticle(db, id);
  await reviseArticle(db, id, REVISION, savedAt + 5000);
  const after = await readArticle(db, id);
  expect(after?.body.html).toBe(REVISION.html);
  expect(after?.row).toMatchObject({ savedAt, keywords: before?.row.keywords, title: before?.row.title });
  expect(after?.row.contentHash).not.toBe(before?.row.contentHash);
  expect((await db.texts.get(after?.row.docNo ?? 0))?.text).toBe(REVISION.text);
  expect(await db.texts.count()).toBe(1);
  const [version] = await db.versions.toArray();
  expect(version).toMatchObject({ articleId: id, contentHash: before?.row.contentHash, text: anArticle().text });
  expect((await db.jobs.toArray()).map(({ url }) => url)).toEqual(['https://img.example.com/new.jpg']);
});

it('writes nothing for an article that is gone', async () => {
  const db = aLibrary();
  expect(await reviseArticle(db, '01ARZ3NDEKTSV4RRFFQ69G5FAV', REVISION, 1)).toBeNull();
  expect(await db.bodies.count()).toBe(0);
});
