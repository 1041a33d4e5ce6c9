import { describe, expect, it } from 'vitest';
import { backendOf } from '../../../lib/library/backend';
import { applyChange } from '../../../lib/library/change';
import { renameLabel } from '../../../lib/library/rename-label';
import type { LibraryDb } from '../../../lib/library/schema';
import { undo } from '../../../lib/library/undo';
import { facets } from '../../../lib/search/facets';
import { parseQuery } from '../../../lib/search/query/parse-query';
import { searcher } from '../../../lib/search/search';
import { anArticle, aLibrary, keyword, save } from '../library/a-library';
import { indexed, searchIn } from './search-in';

const bulk = { now: 1_900_000_000_000 };

let pages = 0;
async function anArticleWith(db: LibraryDb, terms: string[], text = '别的内容。'): Promise<string> {
  const url = `https://news.example.com/${pages++}`;
  const article = anArticle({ url, title: `第 ${pages} 篇`, source: null, byline: null, text });
  return (await save(db, article, { keywords: terms.map((term) => keyword(term)) })).id;
}

describe.each([
  ['by the index', true],
  ['without an index', false],
])('search %s, after keywords were changed', (_how, byIndex) => {
  const count = async (db: LibraryDb, typed: string): Promise<number> => {
    if (byIndex) await indexed(db);
    const { total, relaxed, indexed: answered } = await searchIn(db, typed, { limit: 10 });
    if (!relaxed && total > 0) expect(answered).toBe(byIndex);
    return relaxed ? 0 : total;
  };

  it.each<[string, string, number]>([
    ['城市更新', '城市更新', 1],
    ['城市更新', '更新', 1],
    ['城市更新', '城', 1],
    ['城市更新', '新城', 0],
    ['城市更新', '-更新 别的', 0],
    ['城市更新', 'keyword:城市更新', 1],
    ['climate change', 'climate change', 1],
    ['climate change', '"climate change"', 1],
    ['climate change', '"change climate"', 0],
    ['climate change', 'chan', 1],
    ['climate change', '"chan"', 0],
    ['climate change', '-climate 别的', 0],
    ['GPT-4', 'gpt-4', 1],
    ['GPT-4', 'ＧＰＴ', 1],
    ['Café', 'cafe', 1],
    ['臺灣', '台湾', 1],
    ['a"b (c or d) -e', '"c or d"', 1],
    ['__proto__', '__proto__', 1],
    ['own:x', 'own:x', 1],
    ['😀 face', 'face', 1],
  ])('a keyword %j given by hand: %j finds %i', async (term, typed, found) => {
    const db = aLibrary();
    const id = await anArticleWith(db, []);
    if (byIndex) await indexed(db);
    await applyChange(db, [id], { addKeyword: term }, bulk);
    expect(await count(db, typed)).toBe(found);
  });

  it('does not find an article by a keyword that was removed, unless its text has the words', async () => {
    const db = aLibrary();
    const [first, second] = [
      await anArticleWith(db, ['城市更新', '大雪']),
      await anArticleWith(db, ['城市更新'], '城市更新在这里。'),
    ];
    if (byIndex) await indexed(db);
    expect([await count(db, '城市更新'), await count(db, '更新'), await count(db, '-更新 别的')]).toEqual([2, 2, 0]);
    const token = await applyChange(db, [first, second], { removeKeyword: '城市更新' }, bulk);
    expect([await count(db, '城市更新'), await count(db, '更新'), await count(db, '-更新 别的')]).toEqual([1, 1, 1]);
    expect([await count(db, 'keyword:城市更新'), await count(db, '大雪')]).toEqual([0, 1]);
    await undo(db, token, 2);
    expect([await count(db, '城市更新'), await count(db, '更新'), await count(db, '-更新 别的')]).toEqual([2, 2, 0]);
  });

  it('finds an article by the new name of a keyword, not by the old one', async () => {
    const db = aLibrary();
    await anArticleWith(db, ['旧名字']);
    if (byIndex) await indexed(db);
    await renameLabel(db, 'keyword', '旧名字', '新名称', bulk);
    expect([await count(db, '旧名字'), await count(db, '新名称'), await count(db, '名称')]).toEqual([0, 1, 1]);
  });
});

it('counts keywords of the hits as one whatever their capitals, under the commonest spelling', async () => {
  const db = aLibrary();
  for (const term of ['OpenAI', 'openai', 'ＯpenAI', 'OpenAI', '只此一篇']) {
    const id = await anArticleWith(db, ['x'], '大雪');
    await db.articles.update(id, { keywords: [term, '大雪'] });
  }
  await indexed(db);
  const engine = searcher(await backendOf(db));
  const options = { within: [], loose: false, signal: new AbortController().signal };
  expect((await facets(engine, parseQuery('大雪', new Date()), options))?.keywords).toEqual([
    { name: '大雪', count: 5 },
    { name: 'OpenAI', count: 4 },
  ]);
});
