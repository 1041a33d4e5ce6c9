import { JSDOM } from 'jsdom';
import { expect, it } from 'vitest';
import { articleMarkdown } from '../../../lib/transfer/article-markdown.ts';

const body = () => new JSDOM('<p>雾还没散。</p>').window.document.body;
const fields = {
  title: '旧粮仓: "钟表课"\n',
  url: 'https://news.example/a?x=1#y',
  source: '青禾日报',
  publishedAt: '2026-11-18T09:20:11',
  keywords: ['粮仓', 'clock "repair"'],
};

it('writes front matter, headline and body', () => {
  expect(articleMarkdown(fields, body())).toBe(`---
title: "旧粮仓: \\"钟表课\\""
url: "https://news.example/a?x=1#y"
source: "青禾日报"
date: 2026-11-18
keywords: ["粮仓", "clock \\"repair\\""]
---

# 旧粮仓: "钟表课"

雾还没散。
`);
});

it('keeps the five fields when nothing is known', () => {
  const text = articleMarkdown({ ...fields, source: null, publishedAt: null, keywords: [] }, body());
  expect(text).toContain('\nsource: ""\ndate: ""\nkeywords: []\n---\n');
});

it('cannot be left by a title with a line end of another script', () => {
  expect(articleMarkdown({ ...fields, source: 'a\u2028---' }, body())).toContain('source: "a\\u2028---"');
});

it('leaves out the description of a picture that repeats the headline', () => {
  const page = new JSDOM('<p><img src="https://e.org/a.png" alt="a  *b*"><img src="https://e.org/b.png" alt="c"></p>');
  const text = articleMarkdown({ ...fields, title: 'a *b*' }, page.window.document.body);
  expect(text).toContain('![](https://e.org/a.png)![c](https://e.org/b.png)');
});
