// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { articleAsMarkdown } from '../../../entrypoints/reader.content/article-as-markdown';
import type { Extracted } from '../../../lib/article';

it('takes the article as it is shown, but each picture by its own address and no placeholder', () => {
  const body = document.createElement('div');
  body.innerHTML =
    '<p>雾还没散。</p><img hidden data-src="https://e.org/a.png" alt="雾"><span class="article-picture-missing">图片无法加载</span>';
  const article = { title: '旧粮仓', url: 'https://e.org/', source: null, publishedAt: null } as Extracted;
  const text = articleAsMarkdown(article, body, [{ term: '粮仓', origin: 'found', weight: 1, where: 'text' }]);
  expect(text).toMatch(/keywords: \["粮仓"\]\n---\n\n# 旧粮仓\n\n雾还没散。\n\n!\[雾\]\(https:\/\/e\.org\/a\.png\)\n$/);
  expect(body.querySelector('.article-picture-missing')).not.toBeNull();
});
