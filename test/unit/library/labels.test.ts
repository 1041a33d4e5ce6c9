import { describe, expect, it } from 'vitest';
import { allTags } from '../../../lib/library/all-tags';
import { renameLabel } from '../../../lib/library/rename-label';
import { cleanLabel } from '../../../lib/library/clean-label';
import { LabelError } from '../../../lib/library/label-error';
import { addLabel, removeLabel } from '../../../lib/library/labels';
import { setState } from '../../../lib/library/state';
import { undo } from '../../../lib/library/undo';
import { anArticle, aLibrary, save } from './a-library';

const page = (n: number) => anArticle({ url: `https://news.example.com/${n}`, title: `第${n}篇` });
const bulk = { now: 1_900_000_000_000 };

async function three() {
  const db = aLibrary();
  const ids: string[] = [];
  for (const n of [1, 2, 3]) ids.push((await save(db, page(n))).id);
  const tags = async () => (await db.articles.bulkGet(ids)).map((row) => row?.tags);
  return { db, ids, tags };
}

describe('a tag', () => {
  it.each<[string, string]>([
    ['  周末 ', '周末'],
    ['Cafe\u0301', 'Café'],
    ['to read', 'to read'],
    ['👩‍🔬', '👩‍🔬'],
    ['水'.repeat(100), '水'.repeat(100)],
  ])('typed as %j is kept as %j', (typed, kept) => {
    expect(cleanLabel(typed, 'NFC')).toBe(kept);
  });

  it.each<[string, LabelError['why']]>([
    ['', 'empty'],
    [' \u3000 ', 'empty'],
    ['\u200b\u2060', 'empty'],
    ['a\nb', 'characters'],
    ['a\u0000', 'characters'],
    ['\u202egat', 'characters'],
    ['\ud800', 'characters'],
    ['x'.repeat(101), 'long'],
  ])('cannot be %j (%s)', async (typed, why) => {
    const { db, ids, tags } = await three();
    await addLabel(db, 'tag', ids, '周末', bulk);
    await expect(addLabel(db, 'tag', ids, typed, bulk)).rejects.toMatchObject({ name: 'LabelError', why });
    await expect(renameLabel(db, 'tag', '周末', typed, bulk)).rejects.toBeInstanceOf(LabelError);
    expect(await tags()).toEqual([['周末'], ['周末'], ['周末']]);
  });

  it('has one stamp of its own, also when it is gone', async () => {
    const { db, ids } = await three();
    const [id = ''] = ids;
    await addLabel(db, 'tag', [id], '周末', bulk);
    const added = (await db.articles.get(id))?.stamps['tag:周末'] ?? '';
    await removeLabel(db, 'tag', [id], '周末', bulk);
    const row = await db.articles.get(id);
    expect(row?.tags).toEqual([]);
    expect((row?.stamps['tag:周末'] ?? '') > added).toBe(true);
  });

  it('is the same tag in other capitals, spelled as it came first', async () => {
    const { db, ids, tags } = await three();
    await addLabel(db, 'tag', ids.slice(0, 1), 'Energy', bulk);
    await addLabel(db, 'tag', ids.slice(0, 2), 'ENERGY', bulk);
    expect(await tags()).toEqual([['Energy'], ['Energy'], []]);
    expect(await allTags(db)).toEqual([{ tag: 'Energy', count: 2 }]);
    await removeLabel(db, 'tag', ids, 'energy', bulk);
    expect(await tags()).toEqual([[], [], []]);
  });

  it('is added, removed and both taken back', async () => {
    const { db, ids, tags } = await three();
    await addLabel(db, 'tag', ids.slice(0, 1), '周末', bulk);
    const added = await addLabel(db, 'tag', ids, '周末', bulk);
    await undo(db, added, 2);
    expect(await tags()).toEqual([['周末'], [], []]);
    const removed = await removeLabel(db, 'tag', ids, '周末', bulk);
    expect(await tags()).toEqual([[], [], []]);
    await undo(db, removed, 3);
    expect(await tags()).toEqual([['周末'], [], []]);
  });

  it('does not come back beside another spelling of it', async () => {
    const { db, ids, tags } = await three();
    await addLabel(db, 'tag', ids, 'Energy', bulk);
    const removed = await removeLabel(db, 'tag', ids, 'Energy', bulk);
    await addLabel(db, 'tag', ids.slice(0, 1), 'energy', bulk);
    await undo(db, removed, 2);
    expect(await tags()).toEqual([['Energy'], ['Energy'], ['Energy']]);
  });
});

describe('renaming a tag', () => {
  it('reaches the trash, and is taken back', async () => {
    const { db, ids, tags } = await three();
    await addLabel(db, 'tag', ids.slice(0, 2), '周末', bulk);
    await setState(db, ids.slice(0, 1), 'trash', bulk);
    const token = await renameLabel(db, 'tag', '周末', '假日', bulk);
    expect(await tags()).toEqual([['假日'], ['假日'], []]);
    await undo(db, token, 2);
    expect(await tags()).toEqual([['周末'], ['周末'], []]);
  });

  it('merges into one that is in use, and the merge is taken back', async () => {
    const { db, ids, tags } = await three();
    await addLabel(db, 'tag', ids.slice(0, 2), '周末', bulk);
    await addLabel(db, 'tag', ids.slice(1), 'Holiday', bulk);
    const token = await renameLabel(db, 'tag', '周末', 'HOLIDAY', bulk);
    expect(await tags()).toEqual([['Holiday'], ['Holiday'], ['Holiday']]);
    await undo(db, token, 2);
    expect(await tags()).toEqual([['周末'], expect.arrayContaining(['周末', 'Holiday']), ['Holiday']]);
  });

  it('can change its capitals alone', async () => {
    const { db, ids, tags } = await three();
    await addLabel(db, 'tag', ids, 'energy', bulk);
    await renameLabel(db, 'tag', 'energy', 'Energy', bulk);
    expect(await tags()).toEqual([['Energy'], ['Energy'], ['Energy']]);
    expect(await allTags(db)).toEqual([{ tag: 'Energy', count: 3 }]);
  });

  it('of one that nobody has changes nothing', async () => {
    const { db } = await three();
    expect(await renameLabel(db, 'tag', '没有', '假日', bulk)).toEqual({ parts: [] });
  });
});

it('counts tags outside the trash', async () => {
  const { db, ids } = await three();
  await addLabel(db, 'tag', ids, '周末', bulk);
  await addLabel(db, 'tag', ids.slice(0, 1), 'later', bulk);
  await addLabel(db, 'tag', ids.slice(1, 2), '#', bulk);
  await setState(db, ids.slice(0, 1), 'trash', bulk);
  expect(await allTags(db)).toEqual([
    { tag: '#', count: 1 },
    { tag: '周末', count: 2 },
  ]);
});
