import { describe, expect, it } from 'vitest';
import { jsonLd, read, STORY } from './read.ts';

const title = (text: string) => `<title>${text}</title>`;
const og = (text: string) => `<meta property="og:title" content="${text}">`;

describe('the title', () => {
  it.each([
    [
      'without a suffix behind an underscore',
      title('河边小村迎来第一列火车_晨光网'),
      '<h1>河边小村迎来第一列火车</h1>',
      '河边小村迎来第一列火车',
    ],
    [
      'without section and site',
      title('河边小村迎来第一列火车_社会频道_晨光网'),
      '<h1>河边小村迎来第一列火车</h1>',
      '河边小村迎来第一列火车',
    ],
    [
      'without a suffix when no heading shows it',
      title('河边小村迎来第一列火车_社会频道_晨光网'),
      '',
      '河边小村迎来第一列火车',
    ],
    [
      'without a hyphenated suffix when no heading shows it',
      title('河边小村迎来第一列火车-晨光网'),
      '',
      '河边小村迎来第一列火车',
    ],
    [
      'without an English suffix',
      title('Mill by the river opens again | The Morning Post'),
      '',
      'Mill by the river opens again',
    ],
    [
      'without a site name in front',
      title('The Morning Post - Business - Mill by the river opens again after a long winter'),
      '<h1>Mill by the river opens again after a long winter</h1>',
      'Mill by the river opens again after a long winter',
    ],
    [
      'whole when it holds a dash of its own',
      title('Spring - the season of floods - The Morning Post'),
      '<h1>Spring - the season of floods</h1>',
      'Spring - the season of floods',
    ],
    [
      'whole when the suffix equals a part of the headline',
      title('晨光网十年：一家小网站的故事_晨光网'),
      '<h1>晨光网十年：一家小网站的故事</h1>',
      '晨光网十年：一家小网站的故事',
    ],
    [
      'of the story, not of the logo',
      title('河边小村迎来第一列火车_晨光网'),
      '<h1><a href="/">晨光网</a></h1><h2>河边小村迎来第一列火车</h2>',
      '河边小村迎来第一列火车',
    ],
    [
      'shown in a plain block',
      title('河边小村迎来第一列火车_晨光网'),
      '<div class="t1">河边小村迎来第一列火车</div>',
      '河边小村迎来第一列火车',
    ],
    [
      'shown, when the title tag is a shortened form',
      title('小村迎来第一列火车 - 晨光网'),
      '<h1>河边小村迎来第一列火车，全村都来了</h1>',
      '河边小村迎来第一列火车，全村都来了',
    ],
    [
      'without a comment counter inside the heading',
      title('河边小村迎来第一列火车_晨光网'),
      '<h1>河边小村迎来第一列火车<span>241</span></h1>',
      '河边小村迎来第一列火车',
    ],
    [
      'shown, not a heading of a related story',
      title('河边小村迎来第一列火车_晨光网'),
      `<h1>河边小村迎来第一列火车</h1>${STORY}<h1>山里的学校有了图书馆</h1>`,
      '河边小村迎来第一列火车',
    ],
    ['from og:title when nothing is shown', og('河边小村迎来第一列火车'), '', '河边小村迎来第一列火车'],
    [
      'from the line above the date when nothing is claimed',
      '',
      '<div>首页 新闻</div><div>河边小村迎来第一列火车</div><div>2021-03-04 08:00</div>',
      '河边小村迎来第一列火车',
    ],
  ])('is read %s', (_, head, body, expected) => {
    expect(read({ head, body: body.includes('第1段') ? body : body + STORY }).title).toBe(expected);
  });

  it('is what the page shows when JSON-LD lies', () => {
    const head = title('河边小村迎来第一列火车_晨光网') + jsonLd({ '@type': 'NewsArticle', headline: '晨光网欢迎您' });
    const header = read({ head, body: `<h1>河边小村迎来第一列火车</h1>${STORY}` });
    expect(header.title).toBe('河边小村迎来第一列火车');
    expect(header.provenance.title).toBe('h1');
  });

  it('names its element and every variant', () => {
    const header = read({
      head: title('河边小村迎来第一列火车_晨光网'),
      body: `<h1 id="t">河边小村迎来第一列火车</h1>${STORY}`,
    });
    expect(header.headline?.id).toBe('t');
    expect(header.titleVariants).toEqual(['河边小村迎来第一列火车', '河边小村迎来第一列火车_晨光网']);
  });

  it('is empty on an empty page', () => {
    expect(read({ body: '' })).toMatchObject({ title: '', headline: null, titleVariants: [], publishedAt: null });
  });
});
