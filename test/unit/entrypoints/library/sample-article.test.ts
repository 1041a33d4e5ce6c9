import { describe, expect, it } from 'vitest';
import { sampleArticle } from '../../../../entrypoints/library/sample-article';
import { prepareArticle } from '../../../../lib/library/prepare';
import { saveArticle } from '../../../../lib/library/save';
import { aLibrary } from '../../library/a-library';
import { searchIn } from '../../search/search-in';

const URL = 'chrome-extension://abcdefghijklmnop/welcome.html';

describe('the sample article', () => {
  it.each([
    ['zh-CN', '旧纸'],
    ['zh', '半句话'],
    ['en-GB', 'old paper'],
    ['de', 'half a sentence'],
  ])('in %s can be saved like any other, and keeps its promise to be found by “%s”', async (locale, words) => {
    const db = aLibrary();
    const { article, keywords } = sampleArticle(locale, URL);
    const saved = await saveArticle(db, await prepareArticle(article, keywords), { saveId: 'sample-1', now: 1 });
    const { hits } = await searchIn(db, words, { limit: 5 });
    expect(hits.map((hit) => hit.article.id)).toEqual([saved.id]);
    expect(article.minutes).toBeGreaterThan(1);
    expect((await db.articles.get(saved.id))?.keywords).toHaveLength(4);
  });
});
