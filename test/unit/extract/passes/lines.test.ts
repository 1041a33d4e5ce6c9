import { describe, expect, it } from 'vitest';
import { boilerplateLines } from '../../../../lib/extract/passes/boilerplate-lines.ts';
import { datelines } from '../../../../lib/extract/passes/datelines.ts';
import { ornaments } from '../../../../lib/extract/passes/ornaments.ts';
import { outliers } from '../../../../lib/extract/passes/outliers.ts';
import { relatedStories } from '../../../../lib/extract/passes/related-stories.ts';
import { tailLinks } from '../../../../lib/extract/passes/tail-links.ts';
import { runPass } from '../article.ts';

const PROSE =
  '修船的老师傅每天清晨五点到码头,先用手背试一试木板的温度,再决定今天先补哪一条缝。他说木头和人一样,冷的时候缩,热的时候胀,急不得。';
const MORE = '下午潮水上来之前,船要推回水里试一次。围观的孩子们站成一排,谁也不说话,直到船底不再冒泡,才一起拍起手来。';
const ENGLISH =
  'The ferry that crosses the bay has run late for eleven days in a row, and the people who wait for it have begun to bring folding chairs, thermos flasks and a pack of cards.';

const paragraphs = (...lines: string[]): string => lines.map((line) => `<p>${line}</p>`).join('');

describe('boilerplate lines', () => {
  it.each([
    '(责任编辑:林小满)',
    '责编:林小满 | 校对:周远',
    '【编辑:周远】',
    '关键词:码头 木船',
    '原标题:一条船的修补',
    '本文来源:海港晨报 责任编辑:周远_HB001',
    '(原题为《修船人》)',
    '未经授权不得转载,违者必究。',
    '声明:本文仅代表作者个人观点,不代表本站立场。',
    '扫描二维码关注海港晨报微信公众号',
    '打开APP阅读全文',
    '分享到',
    '阅读原文',
    '點我下載APP',
    'Share this article',
    'Advertisement',
    '5 min read',
    'Sign up for our morning newsletter',
    '© 2026 Harbour Daily. All rights reserved.',
    'Follow us on Facebook',
    'Mara Ellis is a reporter who covers ports and shipping.',
    '무단 전재 및 재배포 금지',
    '【纠错】【责任编辑:周远】',
    '[打印本页] [关闭窗口]',
    '0人参与 12评论',
    '打开微信,点击底部的“发现”,使用“扫一扫”即可将网页分享至朋友圈。',
    '平台声明:该文观点仅代表作者本人。',
    '本文来自微信公众号:海港漫步(ID:harbour),作者:周远',
    '文字 | 周远',
    '发布于:海港',
    '当前位置:首页 > 新闻 > 正文',
    '以上摘要由 AI 生成,仅供参考',
    'Listen to this article · 4:12 min',
    'Have a tip? Email us at tips@harbour.example',
    'Was this article helpful?',
    'Für Links auf dieser Seite erhalten wir eine Provision.',
    'Teilen',
    'Поделиться',
    'مشاركة',
    '[PR]',
  ])('takes out “%s”', (line) => {
    expect(runPass(boilerplateLines, paragraphs(PROSE, MORE, line)).kept).toEqual([PROSE, MORE]);
  });

  it.each([
    '图片来源:海港晨报',
    '记者:您修船多少年了?',
    '大会闭幕式',
    '这条船的编辑部设在码头边上。',
    '他关注的是木板,不是油漆。',
    'Share prices fell by a tenth on Monday.',
    'The editor of the harbour paper disagreed.',
    'Print runs of the map were small.',
    '文武双全的船长说话很慢。',
    '文/周远',
    '在看船的人里,他最年轻。',
    '扫码头的地是他每天的第一件事。',
    'Reporting by telephone was slow in those days.',
  ])('keeps “%s”', (line) => {
    expect(runPass(boilerplateLines, paragraphs(PROSE, line, MORE)).kept).toEqual([PROSE, line, MORE]);
  });

  it('takes notices from beyond the edge once all behind them go', () => {
    const notices = Array.from({ length: 12 }, (_, n) => `未经授权不得转载,第${n}条。`);
    const story = Array.from({ length: 40 }, () => PROSE);
    expect(runPass(boilerplateLines, paragraphs(...story, ...notices)).kept).toEqual(story);
  });

  it('takes a line out of a paragraph of several', () => {
    const { kept, body } = runPass(boilerplateLines, `<p>${PROSE}<br>责任编辑:周远</p>`);
    expect(kept).toEqual([PROSE]);
    expect(body.querySelectorAll('p')).toHaveLength(1);
  });

  it('leaves code and tables alone', () => {
    const html = `<p>${PROSE}</p><pre>Print</pre><table><tr><td>来源:甲</td><td>乙</td></tr></table>`;
    expect(runPass(boilerplateLines, html).removed).toEqual([]);
  });
});

describe('related stories', () => {
  const links = [1, 2, 3]
    .map((n) => `<li><a href="https://n.example/${n}">第${n}条别的新闻标题在这里</a></li>`)
    .join('');

  it.each([
    '相关阅读',
    '延伸 · 推荐',
    '猜你喜欢',
    '热点推荐',
    'Related stories',
    'You may also like',
    'Mehr zum Thema',
  ])('cuts the end at “%s”', (heading) => {
    const html = `${paragraphs(PROSE, MORE)}<h3>${heading}</h3><ul>${links}</ul>`;
    expect(runPass(relatedStories, html).kept).toEqual([PROSE, MORE]);
  });

  it('takes a list out of the middle and keeps what follows', () => {
    const html = `<p>${PROSE}</p><div><p>相关新闻</p><ul>${links}</ul></div><p>${MORE}</p>`;
    expect(runPass(relatedStories, html).kept).toEqual([PROSE, MORE]);
  });

  it.each([
    '相关阅读:旧船的新主人',
    '【延伸阅读】旧船的新主人',
    '下一篇:旧船的新主人',
    'Click here to get the harbour app',
  ])('takes out the link “%s”', (line) => {
    const link = `<p><a href="https://n.example/9">${line}</a></p>`;
    expect(runPass(relatedStories, `<p>${PROSE}</p>${link}<p>${MORE}</p>`).kept).toEqual([PROSE, MORE]);
  });

  it('keeps a part of the story that only sounds like one', () => {
    const html = `<p>${PROSE}</p><h3>推荐阅读</h3><p>${MORE}</p><p>${PROSE}</p>`;
    expect(runPass(relatedStories, html).kept).toEqual([PROSE, '推荐阅读', MORE, PROSE]);
  });

  it('keeps a list of other stories that comes first: the page may be nothing else', () => {
    const html = `<h3>热门文章</h3>${paragraphs('第一条', '第二条', PROSE, MORE)}`;
    expect(runPass(relatedStories, html).removed).toEqual([]);
  });
});

describe('tail links', () => {
  const list = `<div><h4>观察</h4><p><a href="https://n.example/a">别的文章一</a></p><p>2026-11-20</p><p><a href="https://n.example/b">别的文章二</a></p></div>`;

  it('cuts a list of links that has no heading it knows', () => {
    expect(runPass(tailLinks, paragraphs(PROSE, MORE) + list).kept).toEqual([PROSE, MORE]);
  });

  it('keeps footnotes, which link inside the article', () => {
    const notes = '<ol><li><a href="#r1">甲书,第三页</a></li><li><a href="#r2">乙书,第九页</a></li></ol>';
    expect(runPass(tailLinks, paragraphs(PROSE, MORE) + notes).removed).toEqual([]);
  });

  it('keeps names in a row that are linked to their topics', () => {
    const row = (...names: string[]) =>
      `<p>${names.map((name) => `<a href="https://n.example/t">${name}</a>`).join('、')}</p>`;
    const rows = row('东滩村', '河口村', '石桥村', '新渡村') + row('南街', '北街', '船坞路', '灯塔路');
    expect(runPass(tailLinks, paragraphs(PROSE, MORE) + rows).removed).toEqual([]);
  });

  it('keeps an article that is mostly links', () => {
    const html = `<p>${PROSE}</p>${Array.from({ length: 20 }, (_, n) => `<p><a href="https://n.example/${n}">值得一读的第${n}篇长文章</a></p>`).join('')}`;
    expect(runPass(tailLinks, html).removed).toEqual([]);
  });
});

describe('datelines', () => {
  it.each([
    '2026年11月20日08:59 来源:海港晨报',
    '2026-11-20 10:29',
    'Posted at 10:00 AM ET, 11/20/2026',
    'Nov 20, 2026 03:00 PM EST',
    'By Mara Ellis | 02:30 PM ET, 11/20/2026',
    'By Mara Ellis',
    '12.05.2026 - 13:06',
    '입력 2026.08.27 20:27',
    '20 ноября 2026, 08:53',
    'Publicado el 20 de noviembre de 2026',
  ])('takes out “%s” above the story', (line) => {
    expect(runPass(datelines, paragraphs(line, PROSE, MORE)).kept).toEqual([PROSE, MORE]);
  });

  it.each(['2026年11月20日,码头上又来了两条旧船。', 'By the time the ferry came, 20 November 2026 was almost over.'])(
    'keeps “%s”',
    (line) => {
      expect(runPass(datelines, paragraphs(line, PROSE)).kept).toEqual([line, PROSE]);
    },
  );

  it('keeps dates inside the story', () => {
    const html = paragraphs(
      ...Array.from({ length: 8 }, () => PROSE),
      '2026年11月20日',
      ...Array.from({ length: 8 }, () => MORE),
    );
    expect(runPass(datelines, html).removed).toEqual([]);
  });
});

describe('ornaments', () => {
  it('drops icons by their declared size or name, and keeps pictures', () => {
    const html = `<p><img src="https://a.example/end.png" width="13" height="12"><img src="https://a.example/i/icon-share.png">
      <img src="https://a.example/favicon.ico"><img src="https://a.example/boat.jpg" width="600"><img src="https://a.example/iconic-boats.jpg" width="600" height="400"></p>`;
    expect(runPass(ornaments, html).pictures).toEqual([
      'https://a.example/boat.jpg',
      'https://a.example/iconic-boats.jpg',
    ]);
  });
});

describe('ornaments by their place', () => {
  it.each([
    ['in a folder of the site’s looks', '<img src="https://a.example/templates/x/css/2018/pic3.gif">', 0],
    ['in a link that shares', '<a href="https://s.example/sharer.php?u=x"><img src="https://a.example/s.png"></a>', 0],
    ['a photograph in such a folder', '<img src="https://a.example/themes/2026/boat.jpg">', 1],
    ['a small formula', '<img src="https://a.example/1.png" alt="\\frac{a}{b}" height="18">', 1],
  ])('%s', (_, html, left) => expect(runPass(ornaments, html).pictures).toHaveLength(left));
});

describe('outliers', () => {
  it('keeps footnotes, whose links lead back into the story', () => {
    const notes =
      '<section><ol><li>Town records, p. 3. <a href="#r1">↩</a></li><li>Interview. <a href="#r2">↩</a></li></ol></section>';
    expect(runPass(outliers, `<div>${paragraphs(ENGLISH, ENGLISH)}</div>${notes}`).removed).toEqual([]);
  });

  const story = `<div>${paragraphs(ENGLISH, ENGLISH, ENGLISH)}</div>`;

  it('drops short lines before the story that stand in blocks of their own', () => {
    const cities = `<div><div><div><p>Northport</p></div></div><div><div><p>Eastbay</p></div></div></div>`;
    expect(runPass(outliers, cities + story).kept).toEqual([ENGLISH, ENGLISH, ENGLISH]);
  });

  it('keeps short lines beside the prose and lists that are the author’s own', () => {
    const html = `<div><p>${ENGLISH}</p><p>Good night.</p><p>${ENGLISH}</p></div><div><div><ul><li>two eggs</li><li>flour</li></ul></div></div>`;
    expect(runPass(outliers, html).removed).toEqual([]);
  });

  it('takes nothing when little would remain', () => {
    const names = Array.from(
      { length: 40 },
      (_, n) => `<div><div><div><p>Harbour number ${n}</p></div></div></div>`,
    ).join('');
    expect(runPass(outliers, `<p>${ENGLISH}</p><div>${names}</div>`).removed).toEqual([]);
  });
});
