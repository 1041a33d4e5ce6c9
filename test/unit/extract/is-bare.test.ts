import { describe, expect, it } from 'vitest';
import { isBare } from '../../../lib/extract/is-bare.ts';
import { bodyOf } from './article.ts';

const links = (count: number): string =>
  Array.from({ length: count }, (_, n) => `<li><a href="/${n}">第${n}条本地新闻的标题写在这里</a></li>`).join('');

describe('a page with nothing to read', () => {
  it.each([
    ['a form', '<p>请输入手机号和密码登录</p><p><a href="/f">忘记密码</a> <a href="/n">立即注册</a></p>', true],
    ['a list of headlines', `<ul>${links(20)}</ul>`, true],
    ['headlines with teasers', '<h3><a href="/1">The old lock opens again</a></h3><p>A teaser of it.</p>', true],
    [
      'a news brief of one sentence',
      '<p>青禾镇昨日宣布,停用多年的粮仓将改建为公共书屋,明年春天开放。<a href="/">首页</a></p>',
      false,
    ],
    ['a list of pictures', `<ul>${links(20)}</ul><img src="/a.jpg">`, false],
    ['a poem', '<p>船靠了岸</p><p>灯还没有亮</p>', false],
    ['a table of contents of a journal, without links', '<p>论旧船的修补</p><p>周远</p>', false],
  ])('is told from an article: %s', (_, html, bare) => expect(isBare(bodyOf(html))).toBe(bare));
});
