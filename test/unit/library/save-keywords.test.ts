import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { checkLibrary } from '../../../lib/library/integrity';
import { addLabel, removeLabel } from '../../../lib/library/labels';
import { readArticle } from '../../../lib/library/read';
import { dropLabel, renameLabel } from '../../../lib/library/rename-label';
import { repairLibrary } from '../../../lib/library/repair-library';
import type { LibraryDb } from '../../../lib/library/schema';
import { undo } from '../../../lib/library/undo';
import { oneLock } from '../search/index/one-lock';
import { indexed, searchIn } from '../search/search-in';
import { anArticle, aLibrary, keyword, save } from './a-library';

const bulk = { now: 1_900_000_000_000 };
const LONGER = anArticle({ text: `${anArticle().text}\n馆方表示，明年还将在城西开设分馆。` });
const OTHER = anArticle({ text: '昨夜大雪，江城三条高速公路临时封闭，机场取消航班四十二个。' });

describe('the keywords of an article that is saved again', () => {
  const given = (...terms: string[]) => ({ keywords: terms.map((term) => keyword(term, 'found')) });
  type Edit = (db: LibraryDb, id: string) => Promise<unknown>;
  const add =
    (term: string): Edit =>
    (db, id) =>
      addLabel(db, 'keyword', [id], term, bulk);
  const remove =
    (term: string): Edit =>
    (db, id) =>
      removeLabel(db, 'keyword', [id], term, bulk);
  const rename =
    (from: string, to: string): Edit =>
    (db) =>
      renameLabel(db, 'keyword', from, to, bulk);

  it.each<[string, string[], Edit[], string[], string[]]>([
    ['are those of the page', ['a', 'b'], [], ['c', 'b'], ['c', 'b']],
    ['keep what was added, in its place', ['a', 'b'], [add('x')], ['c', 'd'], ['x', 'c', 'd']],
    ['do not bring back what was removed', ['a', 'b'], [remove('b')], ['c', 'b'], ['c']],
    ['in other capitals, either', ['a', 'Bb'], [remove('bb')], ['BB', 'ｂｂ', 'c'], ['c']],
    ['keep a new name where the old one stood', ['a', 'b', 'c'], [rename('b', 'x')], ['c', 'b', 'a'], ['c', 'x', 'a']],
    [
      'keep a name in capitals of the user’s',
      ['a', 'openai'],
      [rename('openai', 'OpenAI')],
      ['openai', 'a'],
      ['a', 'OpenAI'],
    ],
    ['keep what was added when the page has it now', ['a'], [add('x')], ['a', 'X'], ['x', 'a']],
    ['stay without what was added and removed', ['a'], [add('x'), remove('x')], ['x', 'a'], ['a']],
    ['have what was removed and added again', ['a', 'b'], [remove('b'), add('b')], ['a'], ['b', 'a']],
    ['may be the user’s alone', ['a'], [add('x'), add('y')], [], ['y', 'x']],
    ['may be none', ['a'], [remove('a')], ['a'], []],
    ['are one where the page has variants', ['a'], [], ['Abc', 'ABC', 'ａｂｃ'], ['Abc']],
  ])('%s', async (_, first, edits, second, expected) => {
    const db = aLibrary();
    const { id } = await save(db, anArticle(), given(...first));
    for (const edit of edits) await edit(db, id);
    await save(db, LONGER, given(...second));
    const article = await readArticle(db, id);
    expect(article?.row.keywords).toEqual(expected);
    expect(article?.body.keywords.every(({ origin }) => origin === 'found')).toBe(true);
    // What the check of the library expects is what a save leaves.
    expect((await checkLibrary(db)).findings).toEqual([]);
  });

  it('stay as they are when its content is the same', async () => {
    const db = aLibrary();
    const { id } = await save(db, anArticle(), given('a', 'b'));
    await remove('b')(db, id);
    expect(await save(db, anArticle(), given('a', 'b', 'c'))).toMatchObject({ status: 'unchanged' });
    expect((await db.articles.get(id))?.keywords).toEqual(['a']);
  });

  it('are given back by an undo after it', async () => {
    const db = aLibrary();
    const { id } = await save(db, anArticle(), given('a', 'b', 'c'));
    const token = await removeLabel(db, 'keyword', [id], 'b', bulk);
    await save(db, LONGER, given('d', 'b', 'e'));
    await undo(db, token, 2);
    expect((await db.articles.get(id))?.keywords).toEqual(['d', 'b', 'e']);
  });
});

describe('keywords of a save', () => {
  it.each<[string, string[], string[], string[]]>([
    ['are spelled as they are in use', ['OpenAI'], ['openai', 'ｏｐｅｎＡＩ'], ['OpenAI']],
    ['are spelled as the page has them where they are new', ['x'], ['OpenAI', '接庄街道'], ['OpenAI', '接庄街道']],
    ['are looked up by their whole names', ['Open'], ['openai'], ['openai']],
    ['may be called as every object’s parts', ['x'], ['constructor', '__proto__'], ['constructor', '__proto__']],
  ])('%s', async (_, there, brought, expected) => {
    const db = aLibrary();
    await save(db, OTHER, { keywords: there.map((term) => keyword(term)) });
    const { id } = await save(db, anArticle(), { keywords: brought.map((term) => keyword(term)) });
    const article = await readArticle(db, id);
    expect(article?.row.keywords).toEqual(expected);
    expect(new Set(article?.body.keywords.map(({ term }) => term))).toEqual(new Set(expected));
  });

  it('are looked up only where they could be spelled otherwise, all in one go', async () => {
    const db = aLibrary();
    await db.open();
    const spies = (['get', 'getAll', 'openCursor'] as const).map((how) => vi.spyOn(IDBIndex.prototype, how));
    onTestFinished(() => void spies.forEach((spy) => spy.mockRestore()));
    const terms = ['接庄街道', '2026', 'OpenAI', '疫情防控', 'Nasa'];
    await save(db, anArticle(), { keywords: terms.map((term) => keyword(term)) });
    const asked = JSON.stringify(spies.flatMap(({ mock }) => mock.calls));
    const labels = Array.from(asked.matchAll(/"lower":\["(keyword:[^"]*)"/gu), ([, label]) => label ?? '');
    expect(labels.toSorted()).toEqual(['keyword:nasa', 'keyword:openai']);
  });
});

describe('a save whose keywords were found before the user decided about them', () => {
  const terms = (...names: string[]) => ({ keywords: names.map((term) => keyword(term, 'found')) });

  it.each<[string, (db: LibraryDb, id: string) => Promise<unknown>, string[]]>([
    ['is not given what was removed', (db, id) => removeLabel(db, 'keyword', [id], 'ｏｌｄ', bulk), ['b']],
    ['is not given what was removed everywhere', (db) => dropLabel(db, 'keyword', 'old', bulk), ['b']],
    ['has the new name', (db) => renameLabel(db, 'keyword', 'old', '新名', bulk), ['新名', 'b']],
    ['has the new name in its capitals', (db) => renameLabel(db, 'keyword', 'old', 'OLD', bulk), ['OLD', 'b']],
    ['has one that it has already once', (db) => renameLabel(db, 'keyword', 'old', 'B', bulk), ['b']],
    [
      'has the last of several names',
      async (db) => {
        await renameLabel(db, 'keyword', 'old', 'mid', bulk);
        await renameLabel(db, 'keyword', 'mid', 'new', bulk);
      },
      ['new', 'b'],
    ],
    [
      'is not given a new name that was removed since',
      async (db) => {
        await renameLabel(db, 'keyword', 'old', 'new', bulk);
        await dropLabel(db, 'keyword', 'new', bulk);
      },
      ['b'],
    ],
    [
      'is given what was removed and added again',
      async (db, id) => {
        await removeLabel(db, 'keyword', [id], 'old', bulk);
        await addLabel(db, 'keyword', [id], 'old', bulk);
      },
      ['old', 'b'],
    ],
  ])('%s', async (_, decide, expected) => {
    const db = aLibrary();
    const { id: other } = await save(db, OTHER, terms('old', 'b'));
    await decide(db, other);
    await indexed(db);
    // Found with what was known before.
    const { id } = await save(db, anArticle(), terms('Old', 'b'));
    const article = await readArticle(db, id);
    const spelled = expected.map((term) => term.toLowerCase());
    expect(article?.row.keywords.map((term) => term.toLowerCase())).toEqual(spelled);
    expect(article?.row.keywords).toEqual(article?.body.keywords.map(({ term }) => term));
    if (expected[0] === 'OLD') expect(article?.row.keywords).toEqual(expected);
    const found = async (typed: string) =>
      (await searchIn(db, typed, { limit: 10 })).hits.map(({ article }) => article.id);
    expect((await found('old')).includes(id)).toBe(spelled.includes('old'));
    expect(await found(expected[0] ?? '')).toContain(id);
    expect((await checkLibrary(db)).findings).toEqual([]);
  });

  it('has its own names where two libraries made a circle of them', async () => {
    const db = aLibrary();
    const stamps = {};
    await db.termPrefs.bulkPut([
      { key: 'a', term: 'a', as: 'b', stamps },
      { key: 'b', term: 'b', as: 'a', stamps },
      { key: 'c', term: 'c', as: 'a', stamps },
    ]);
    const { id } = await save(db, anArticle(), terms('a', 'b', 'c'));
    expect((await db.articles.get(id))?.keywords).toEqual(['a', 'b', 'c']);
  });
});

it('puts damaged keywords right without taking back what the user did to them', async () => {
  const db = aLibrary();
  const { id } = await save(db, anArticle());
  await addLabel(db, 'keyword', [id], '想去', bulk);
  expect((await checkLibrary(db)).findings).toEqual([]);
  await db.articles.update(id, { keywords: ['想去', '别的', '又一个'] });
  const { findings } = await checkLibrary(db);
  expect(findings.map(({ kind }) => kind)).toEqual(['keywordsDiffer']);
  await repairLibrary(db, findings, { textOf: String, now: 5, locks: oneLock() });
  expect((await db.articles.get(id))?.keywords).toEqual(['想去', '图书馆']);
  await removeLabel(db, 'keyword', [id], '图书馆', bulk);
  expect((await checkLibrary(db)).findings).toEqual([]);
  await db.articles.update(id, { keywords: ['想去', '图书馆们'] });
  await repairLibrary(db, (await checkLibrary(db)).findings, { textOf: String, now: 5, locks: oneLock() });
  expect((await db.articles.get(id))?.keywords).toEqual(['想去']);
});
