import { describe, expect, it } from 'vitest';
import type { LibraryDb } from '../../../lib/library/schema';
import { addLabel } from '../../../lib/library/labels';
import { anArticle, aLibrary, save } from '../library/a-library';
import { indexed, searchIn } from './search-in';

let pages = 0;
const page = (change: Parameters<typeof anArticle>[0]) =>
  anArticle({ url: `https://news.example.com/${pages++}`, title: '无题', source: null, byline: null, ...change });

describe('a search that finds nothing as it was typed', () => {
  const found = async (db: LibraryDb, typed: string) => {
    await indexed(db);
    const { hits, relaxed } = await searchIn(db, typed, { limit: 10 });
    return { titles: hits.map(({ article }) => article.title), relaxed, snippets: hits.map(({ snippet }) => snippet) };
  };

  it.each([
    ['motorwey', 'motorway'],
    ['mtoorway', 'motorway'],
    ['motorways', 'motorway'],
    ['snwo', 'snow'],
    ['accomodatoin', 'accommodation'],
  ])('takes %s for %s', async (typed, word) => {
    const db = aLibrary();
    await save(db, page({ title: '甲', text: `The ${word} was closed.` }));
    await save(db, page({ title: '乙', text: 'Something else.' }));
    const { titles, relaxed, snippets } = await found(db, typed);
    expect([titles, relaxed]).toEqual([['甲'], { kind: 'typo', words: [{ typed, found: word }] }]);
    expect(snippets[0]?.marks).toEqual([[4, 4 + word.length]]);
  });

  it.each(['cat', 'motorbike', '"motorwey closed"'])('guesses nothing for %s', async (typed) => {
    const db = aLibrary();
    await save(db, page({ text: 'The motorway and the cap.' }));
    expect((await found(db, typed)).titles).toEqual([]);
  });

  it('keeps the filters while it guesses', async () => {
    const db = aLibrary();
    const { id } = await save(db, page({ title: '甲', text: 'The motorway.' }));
    await save(db, page({ title: '乙', text: 'A motorway.' }));
    await addLabel(db, 'tag', [id], '路', { now: 1 });
    expect((await found(db, 'motorwey tag:路 ')).titles).toEqual(['甲']);
  });

  it('finds the parts of a run that stands nowhere as a whole', async () => {
    const db = aLibrary();
    await save(db, page({ title: '甲', text: '北京的天气，今天晴。' }));
    await save(db, page({ title: '乙', text: '上海的天气。' }));
    expect(await found(db, '北京天气')).toMatchObject({ titles: ['甲'], relaxed: { kind: 'parts' } });
  });
});
