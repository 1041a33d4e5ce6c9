/** A page as a content management system writes it, extracted as the product does, and the keywords that a reader gets. */
import { JSDOM } from 'jsdom';
import { expect, it } from 'vitest';
import { extract } from '../../../lib/extract/extract';
import { keywords } from '../../../lib/keywords/keywords';

const TITLE = '河湾县青石街道连夜转移群众:守住防汛抗洪的第一道堤坝';
const picture = (n: number): string =>
  `<p style="text-align:center"><img src="/upload/${n}.jpg" width="640" height="420" alt="${TITLE}"></p><p style="text-align:center">${TITLE}</p>`;
const PARAGRAPHS = [
  '堤坝是群众安居乐业的屏障,也是防汛抗洪的第一线。针对近期防汛抗洪的严峻形势,河湾县青石街道把防汛抗洪作为头等大事,在落实巡查措施、落实物资调运、落实群众转移等方面展现了扎实作为。',
  '暴雨当晚,青石街道组织志愿者上堤巡查,防汛抗洪物资连夜运到堤坝。他们说,堤坝就是命令。志愿者轮流值守,他们把低洼地带的老人送到学校安置,食堂昼夜供应热饭。',
  '青石街道还在各社区设立联络点,社区工作人员逐户登记,群众的被褥和药品由志愿者统一搬运。防汛抗洪期间,社区没有一户掉队,群众的情绪稳定。',
  '下一步,青石街道将继续落实防汛抗洪责任,修补堤坝,清点物资,确保群众早日回家。',
];
const PAGE = `<!doctype html><html><head><meta charset="utf-8"><title>${TITLE}_河湾网</title>
<meta name="keywords" content="堤坝，防汛，抗洪，街道，他们，物资，群众"></head>
<body><div class="nav"><a href="/">首页</a> <a href="/xw/">新闻</a> <a href="/sh/">社会</a></div>
<div class="article"><h1>${TITLE}</h1><div class="info">2026-09-08 08:53:26 来源：<a href="/">河湾网</a></div>
<div class="summary">${PARAGRAPHS[0]}</div><div class="content">
${PARAGRAPHS.map((text, n) => `<p>　　${text}</p>${picture(n)}`).join('\n')}</div>
<div class="tags">关键词:堤坝,防汛,抗洪,街道,他们,物资,群众 (责任编辑：林某某)</div></div>
<ul class="related"><li><a href="/1.html">竹溪村的养蜂学堂</a></li><li><a href="/2.html">渡口换新船</a></li></ul></body></html>`;

it('gives a page in the layout of Chinese news sites the keywords that it is about', () => {
  const { document } = new JSDOM(PAGE, { url: 'https://news.example/2026/0908/1.html' }).window;
  const article = extract(document, { url: document.URL, now: new Date('2026-09-09') })?.article;
  if (!article) throw new Error('No article.');
  expect(article.declaredKeywords).toContain('他们');
  const found = keywords({ ...article, declared: article.declaredKeywords }).map(({ term }) => term);
  expect(found).toHaveLength(8);
  expect(found.slice(0, 5)).toEqual(expect.arrayContaining(['青石街道', '防汛抗洪']));
  expect(found.join(' ')).not.toMatch(/他们|林某某|落实|河湾网/u);
  for (const part of found) expect(found.filter((whole) => whole !== part && whole.includes(part))).toEqual([]);
});
