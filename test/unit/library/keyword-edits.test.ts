import { describe, expect, it } from 'vitest';
import { applyChange } from '../../../lib/library/change';
import type { LabelError } from '../../../lib/library/label-error';
import { dropLabel, renameLabel } from '../../../lib/library/rename-label';
import type { LibraryDb } from '../../../lib/library/schema';
import { setState } from '../../../lib/library/state';
import { allowTerm, forgetRename, termPrefs } from '../../../lib/library/term-prefs';
import { undo, type UndoToken } from '../../../lib/library/undo';
import { countArticles } from '../../soak/listed';
import { anArticle, aLibrary, keyword, save } from './a-library';

const bulk = { now: 1_900_000_000_000 };
const page = (n: number) => anArticle({ url: `https://news.example.com/${n}`, title: `第${n}篇` });

/** Articles with these keywords. */
async function withKeywords(...lists: string[][]) {
  const db = aLibrary();
  const ids: string[] = [];
  for (const [n, terms] of lists.entries())
    ids.push((await save(db, page(n), { keywords: terms.map((term) => keyword(term)) })).id);
  const keywords = async () => (await db.articles.bulkGet(ids)).map((row) => row?.keywords);
  return { db, ids, keywords };
}

const prefsOf = async (db: LibraryDb) =>
  Object.fromEntries(
    (await termPrefs(db)).map(({ term, removed, as }) => [term, removed ? 'removed' : (as ?? 'nothing')]),
  );

const listed = (db: LibraryDb, keyword: string) => countArticles(db, { place: 'all', tag: null, keyword });

describe('a keyword given by hand', () => {
  it('comes first, is listed, and is taken back', async () => {
    const { db, ids, keywords } = await withKeywords(['a', 'b'], ['c']);
    const token = await applyChange(db, ids, { addKeyword: ' 想去 ' }, bulk);
    expect(await keywords()).toEqual([
      ['想去', 'a', 'b'],
      ['想去', 'c'],
    ]);
    expect(await listed(db, '想去')).toBe(2);
    await undo(db, token, 2);
    expect([await keywords(), await listed(db, '想去')]).toEqual([[['a', 'b'], ['c']], 0]);
  });

  it('is spelled as it is in use, and not given twice', async () => {
    const { db, ids, keywords } = await withKeywords(['OpenAI'], ['b']);
    await applyChange(db, ids, { addKeyword: 'ｏｐｅｎａｉ' }, bulk);
    expect(await keywords()).toEqual([['OpenAI'], ['OpenAI', 'b']]);
    expect(Object.keys((await db.articles.get(ids[0] ?? ''))?.stamps ?? {})).not.toContain('keyword:OpenAI');
  });

  it('is another thing than a tag of the same name', async () => {
    const { db, ids, keywords } = await withKeywords(['a']);
    await applyChange(db, ids, { addTag: '茶' }, bulk);
    await applyChange(db, ids, { addKeyword: '茶' }, bulk);
    await applyChange(db, ids, { removeTag: '茶' }, bulk);
    expect(await keywords()).toEqual([['茶', 'a']]);
    expect((await db.articles.get(ids[0] ?? ''))?.tags).toEqual([]);
    expect(await prefsOf(db)).toEqual({});
  });

  it('may be found again if it was removed before', async () => {
    const { db, ids } = await withKeywords(['茶'], ['b']);
    await applyChange(db, ids.slice(0, 1), { removeKeyword: '茶' }, bulk);
    const token = await applyChange(db, ids.slice(1), { addKeyword: '茶' }, bulk);
    expect(await prefsOf(db)).toEqual({});
    await undo(db, token, 2);
    expect(await prefsOf(db)).toEqual({ 茶: 'removed' });
  });

  it.each<[string, LabelError['why']]>([
    ['', 'empty'],
    ['\u200b', 'empty'],
    ['a\u0000b', 'characters'],
    ['\u202etxet', 'characters'],
    ['a\ud800', 'characters'],
    ['水'.repeat(10_000), 'long'],
  ])('cannot be %j', async (typed, why) => {
    const { db, ids, keywords } = await withKeywords(['a']);
    await expect(applyChange(db, ids, { addKeyword: typed }, bulk)).rejects.toMatchObject({ name: 'LabelError', why });
    await expect(renameLabel(db, 'keyword', 'a', typed, bulk)).rejects.toMatchObject({ name: 'LabelError', why });
    expect([await keywords(), await prefsOf(db)]).toEqual([[['a']], {}]);
  });

  it.each([
    '<img src=x onerror=alert(1)>',
    '__proto__',
    'constructor',
    'toString',
    '"quoted" -not (a or b)',
    'keyword:x tag:y',
    "it's",
    'a:b/c\\d',
    '%00',
    '👩‍🔬',
    'ˈɪŋɡlɪʃ',
    'İstanbul',
  ])('may be %j, and goes all the ways', async (term) => {
    const { db, ids, keywords } = await withKeywords(['a'], []);
    await applyChange(db, ids, { addKeyword: term }, bulk);
    expect([await keywords(), await listed(db, term)]).toEqual([[[term, 'a'], [term]], 2]);
    const renamed = await renameLabel(db, 'keyword', term, 'other', bulk);
    expect([await keywords(), await prefsOf(db)]).toEqual([[['other', 'a'], ['other']], { [term]: 'other' }]);
    await undo(db, renamed, 2);
    const dropped = await dropLabel(db, 'keyword', term, bulk);
    expect([await keywords(), await prefsOf(db)]).toEqual([[['a'], []], Object.fromEntries([[term, 'removed']])]);
    await undo(db, dropped, 3);
    expect([await keywords(), await prefsOf(db), await listed(db, term)]).toEqual([[[term, 'a'], [term]], {}, 2]);
  });
});

describe('a keyword taken from an article', () => {
  it('is remembered, and comes back to its place with all that was decided', async () => {
    const { db, ids, keywords } = await withKeywords(['a', 'b', 'c', 'd'], ['b']);
    const token = await applyChange(db, ids.slice(0, 1), { removeKeyword: 'b' }, bulk);
    expect([await keywords(), await prefsOf(db), await listed(db, 'b')]).toEqual([
      [['a', 'c', 'd'], ['b']],
      { b: 'removed' },
      1,
    ]);
    await undo(db, token, 2);
    expect([await keywords(), await prefsOf(db)]).toEqual([[['a', 'b', 'c', 'd'], ['b']], {}]);
  });

  it('may be removed only here', async () => {
    const { db, ids, keywords } = await withKeywords(['a', 'b']);
    const token = await applyChange(db, ids, { removeKeyword: 'A' }, bulk);
    await allowTerm(db, 'ａ', 5);
    expect([await keywords(), await prefsOf(db)]).toEqual([[['b']], {}]);
    await undo(db, token, 6);
    expect([await keywords(), await prefsOf(db)]).toEqual([[['a', 'b']], {}]);
  });

  it('is not brought back by an undo when it was removed once more since', async () => {
    const { db, ids, keywords } = await withKeywords(['a', 'b']);
    const first = await applyChange(db, ids, { removeKeyword: 'b' }, bulk);
    await applyChange(db, ids, { addKeyword: 'b' }, bulk);
    await applyChange(db, ids, { removeKeyword: 'b' }, bulk);
    await undo(db, first, 9);
    expect([await keywords(), await prefsOf(db)]).toEqual([[['a']], { b: 'removed' }]);
  });

  it('that it does not have changes nothing and is not remembered', async () => {
    const { db, ids } = await withKeywords(['a']);
    expect(await applyChange(db, ids, { removeKeyword: 'x' }, bulk)).toEqual({ parts: [] });
    expect(await prefsOf(db)).toEqual({});
  });

  it('takes ten thousand articles, and all of them back', { timeout: 60_000 }, async () => {
    const { db } = await withKeywords(['a', '他们', 'c']);
    const row = await db.articles.toCollection().first();
    const more = Array.from({ length: 10_000 }, (_, n) => ({ ...row, id: `M${n}`, docNo: 100 + n }));
    await db.articles.bulkAdd(more as never);
    const progress: number[] = [];
    const token = await dropLabel(db, 'keyword', '他们', { ...bulk, onProgress: (done) => progress.push(done) });
    expect([await listed(db, '他们'), await prefsOf(db), progress.at(-1)]).toEqual([0, { 他们: 'removed' }, 10_001]);
    await undo(db, token, 2);
    expect([await listed(db, '他们'), await prefsOf(db)]).toEqual([10_001, {}]);
    expect((await db.articles.get('M77'))?.keywords).toEqual(['a', '他们', 'c']);
  });

  it('stops when it is told to, and what is done is taken back', async () => {
    const { db, ids } = await withKeywords(['a']);
    const row = await db.articles.get(ids[0] ?? '');
    await db.articles.bulkAdd(
      Array.from({ length: 1200 }, (_, n) => ({ ...row, id: `M${n}`, docNo: 100 + n })) as never,
    );
    const controller = new AbortController();
    const stopping = { ...bulk, signal: controller.signal, onProgress: () => controller.abort() };
    const token = await dropLabel(db, 'keyword', 'a', stopping);
    expect(await listed(db, 'a')).toBe(701);
    await undo(db, token, 2);
    expect([await listed(db, 'a'), await prefsOf(db)]).toEqual([1201, {}]);
  });
});

describe('renaming a keyword', () => {
  it('keeps its place, reaches the trash and other spellings, and is taken back', async () => {
    const { db, ids, keywords } = await withKeywords(['x', 'Ai', 'y'], ['Ai'], ['z']);
    // As an older build may have left it.
    await db.articles.update(ids[1] ?? '', { keywords: ['ＡＩ'] });
    await setState(db, ids.slice(0, 1), 'trash', bulk);
    const token = await renameLabel(db, 'keyword', 'ai', '人工智能', bulk);
    expect(await keywords()).toEqual([['x', '人工智能', 'y'], ['人工智能'], ['z']]);
    expect(await prefsOf(db)).toEqual({ ai: '人工智能' });
    await undo(db, token, 2);
    expect(await keywords()).toEqual([['x', 'Ai', 'y'], ['ＡＩ'], ['z']]);
    expect(await prefsOf(db)).toEqual({});
  });

  it('into one that some articles have makes one of them, spelled as it is in use', async () => {
    const { db, keywords } = await withKeywords(['a', 'b', 'OpenAI'], ['b'], ['openai', 'c']);
    const before = await keywords();
    const token = await renameLabel(db, 'keyword', 'b', 'OPENAI', bulk);
    expect(await keywords()).toEqual([['a', 'OpenAI'], ['OpenAI'], before[2]]);
    await undo(db, token, 2);
    expect(await keywords()).toEqual(before);
  });

  it('onto itself with other capitals is remembered, too', async () => {
    const { db, keywords } = await withKeywords(['x', 'openai'], ['openai']);
    const token = await renameLabel(db, 'keyword', 'openai', 'OpenAI', bulk);
    expect([await keywords(), await prefsOf(db)]).toEqual([[['x', 'OpenAI'], ['OpenAI']], { OpenAI: 'OpenAI' }]);
    expect(await renameLabel(db, 'keyword', 'openai', 'OpenAI', bulk)).toEqual({ parts: [] });
    await undo(db, token, 2);
    expect([await keywords(), await prefsOf(db)]).toEqual([[['x', 'openai'], ['openai']], {}]);
  });

  it.each<[string, [string, string][], Record<string, string>]>([
    [
      'a second time goes on from the first',
      [
        ['a', 'b'],
        ['b', 'c'],
      ],
      { a: 'c', b: 'c' },
    ],
    [
      'and back is no circle',
      [
        ['a', 'b'],
        ['b', 'a'],
      ],
      { b: 'a' },
    ],
    [
      'round three is no circle',
      [
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'a'],
      ],
      { b: 'a', c: 'a' },
    ],
    [
      'and then in other capitals follows',
      [
        ['a', 'b'],
        ['b', 'B'],
      ],
      { a: 'B', B: 'B' },
    ],
  ])('%s', async (_, renames, prefs) => {
    const { db } = await withKeywords(['a']);
    let token: UndoToken = { parts: [] };
    let before = {};
    for (const [from, to] of renames) {
      before = await prefsOf(db);
      token = await renameLabel(db, 'keyword', from, to, bulk);
    }
    expect(await prefsOf(db)).toEqual(prefs);
    await undo(db, token, 9);
    expect(await prefsOf(db)).toEqual(before);
  });

  it('takes back that the new name, or the old one, was removed', async () => {
    const { db, ids } = await withKeywords(['a', 'b'], ['a', 'b']);
    await applyChange(db, ids.slice(0, 1), { removeKeyword: 'a' }, bulk);
    await applyChange(db, ids.slice(0, 1), { removeKeyword: 'b' }, bulk);
    const token = await renameLabel(db, 'keyword', 'a', 'b', bulk);
    expect(await prefsOf(db)).toEqual({ a: 'b' });
    await undo(db, token, 9);
    expect(await prefsOf(db)).toEqual({ a: 'removed', b: 'removed' });
  });

  it('may be forgotten, which leaves articles as they are', async () => {
    const { db, keywords } = await withKeywords(['a']);
    await renameLabel(db, 'keyword', 'a', 'b', bulk);
    await forgetRename(db, 'a', 5);
    expect([await prefsOf(db), await keywords()]).toEqual([{}, [['b']]]);
  });

  it('by two pages at once comes to one name', async () => {
    const { db, keywords } = await withKeywords(['a'], ['a'], ['a']);
    await Promise.all([renameLabel(db, 'keyword', 'a', 'b', bulk), renameLabel(db, 'keyword', 'a', 'c', bulk)]);
    const names = new Set((await keywords()).flat());
    expect(names.size).toBe(1);
    expect(await prefsOf(db)).toEqual({ a: [...names][0] });
  });
});
