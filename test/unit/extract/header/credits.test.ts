import { describe, expect, it } from 'vitest';
import { ENGLISH_STORY, jsonLd, read, STORY } from './read.ts';

const page = (line: string, head = '', after = '') =>
  read({
    head: `<title>河边小村迎来第一列火车_晨光网</title>${head}`,
    body: `<h1>河边小村迎来第一列火车</h1><div>${line}</div>${STORY}${after}`,
  });
const english = (line: string, head = '') =>
  read({
    html: 'lang="en"',
    head: `<title>Mill opens again by the river | The Morning Post</title>${head}`,
    body: `<h1>Mill opens again by the river</h1><div>${line}</div>${ENGLISH_STORY}`,
  });

describe('来源', () => {
  it.each([
    ['来源:鲁南报', '鲁南报'],
    ['来源：鲁南报 作者：王小明 编辑：李四', '鲁南报'],
    ['来源： 鲁南报 2022-09-08 08:53', '鲁南报'],
    ['2022-09-08 来源：<a href="/x">鲁南报</a> 我要评论', '鲁南报'],
    ['来源：<a href="/x">鲁南报</a>-<a href="/y">《周末版》</a>', '鲁南报-《周末版》'],
    ['<span>来源：</span><span>鲁南报</span><span>责任编辑：李四</span>', '鲁南报'],
    ['<div>稿源</div><div>鲁南报</div>', '鲁南报'],
    ['来源：鲁南报[打印][收藏]', '鲁南报'],
    ['来自：鲁南报客户端', '鲁南报客户端'],
    ['2022-09-08 08:53 <a href="/x">鲁南报</a> <a href="/c">我要评论(0)</a>', '鲁南报'],
    ['<span class="a_source">棱角</span><span>2022-09-08</span>', '棱角'],
    ['來源：晨光電子報', '晨光電子報'],
  ])('is read from %s', (line, expected) => {
    expect(page(line).source).toBe(expected);
  });

  it('is read after the story', () => {
    expect(page('2022-09-08', '', '<p>（来源：鲁南报）</p>')).toMatchObject({ source: '鲁南报' });
  });

  it.each([
    ['the source of a picture', '图片来源：视界图库'],
    ['a sentence', '这条消息的来源：据我们了解，是一位住在河边多年的老人，他不愿意透露姓名，也不愿意见记者。'],
  ])('is not %s, but the name of the site', (_, line) => {
    expect(page(line)).toMatchObject({ source: '晨光网', siteName: '晨光网', provenance: { source: 'title tag' } });
  });

  it('is the name of the site on an English page', () => {
    expect(english('', '<meta property="og:site_name" content="Morning Post">').source).toBe('Morning Post');
  });
});

describe('the byline', () => {
  it.each([
    ['作者：王小明 来源：鲁南报', '王小明'],
    ['文/王小明', '王小明'],
    ['本报记者 王小明', '王小明'],
    ['记者：王小明 通讯员：李四', '王小明'],
    ['<span>作者</span><span>王小明</span>', '王小明'],
  ])('is read from %s', (line, expected) => {
    expect(page(line).byline).toBe(expected);
  });

  it.each([
    ['By Ann Lee', 'Ann Lee'],
    ['By <a href="/people/ann">Ann Lee</a> and <a href="/people/bo">Bo Berg</a>', 'Ann Lee, Bo Berg'],
    ['By Ann Lee, Senior Staff Writer', 'Ann Lee'],
    ['<span class="byline">By <a href="#">Ann Lee</a>, <time>September 8, 2022</time></span>', 'Ann Lee'],
    ['<a href="/author/ann-lee">Ann Lee</a>', 'Ann Lee'],
    ['Von Jürgen Krug', 'Jürgen Krug'],
    ['<a rel="author" href="/x">Ann Lee</a>', 'Ann Lee'],
    ['<span itemprop="author"><span>Ann</span> <span>Lee</span></span>', 'Ann Lee'],
  ])('is read from %s', (line, expected) => {
    expect(english(line).byline).toBe(expected);
  });

  it('is the printed one before a desk in the author tag', () => {
    expect(english('By Ann Lee', '<meta name="author" content="Morning Post Staff">').byline).toBe('Ann Lee');
  });

  it.each([
    [
      'JSON-LD persons',
      jsonLd({
        '@type': 'NewsArticle',
        headline: 'x',
        author: [{ '@type': 'Person', name: 'Ann Lee' }, { name: 'Bo Berg' }],
      }),
      'Ann Lee, Bo Berg',
    ],
    ['a tag', '<meta name="author" content="Ann Lee">', 'Ann Lee'],
    ['no tag that is an address', '<meta property="article:author" content="https://social.example/ann">', null],
    ['no tag that says admin', '<meta name="author" content="admin">', null],
    [
      'no site',
      '<meta property="og:site_name" content="Morning Post"><meta name="author" content="Morning Post">',
      null,
    ],
  ])('is read from %s', (_, head, expected) => {
    expect(english('', head).byline).toBe(expected);
  });

  it('is not the editor whom a content system puts into the author tag', () => {
    expect(page('来源：鲁南报', '<meta name="author" content="晨光李四">', '<p>责任编辑：李四</p>')).toMatchObject({
      byline: null,
      editor: '李四',
    });
  });
});

describe('the editor', () => {
  it.each([
    ['责任编辑：李四', '李四'],
    ['（责任编辑：李四）', '李四'],
    ['[责编：李四]', '李四'],
    ['责任编辑：李四_NB12345', '李四'],
    ['<span>责任编辑:</span> <span>李四</span>', '李四'],
    ['責任編輯：李四', '李四'],
  ])('is read from %s', (line, expected) => {
    expect(page('来源：鲁南报', '', `<div>${line}</div>`).editor).toBe(expected);
  });
});
