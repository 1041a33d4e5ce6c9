import { describe, expect, it } from 'vitest';
import { repeatedCaptions } from '../../../../lib/extract/passes/repeated-captions.ts';
import { repeatedHeadline } from '../../../../lib/extract/passes/repeated-headline.ts';
import { pictureKey, repeatedPictures } from '../../../../lib/extract/passes/repeated-pictures.ts';
import { repeatedSummary } from '../../../../lib/extract/passes/repeated-summary.ts';
import { runPass } from '../article.ts';

const TITLE = '青石巷老茶馆修缮完工:百年木楼重新开门迎客';
const LEAD =
  '历时十四个月的修缮之后,位于青石巷尽头的老茶馆昨天上午重新开门。这座始建于一九〇八年的两层木楼保留了原来的柱子和楼梯,屋顶的瓦片也是一片一片洗净后放回去的。';
const NEXT = '茶馆的第三代主人说,修缮期间他每天都来看一眼,生怕有人把哪根旧梁当作废料运走。';

describe('repeated headline', () => {
  it.each([
    ['the headline itself', TITLE],
    ['other quotes and spaces', '“青石巷老茶馆修缮完工”: 百年木楼重新开门迎客'],
    ['a number behind it', `${TITLE}(2)`],
    ['a label before it', `组图:${TITLE}`],
  ])('takes out %s', (_, line) => {
    const { kept, removed } = runPass(repeatedHeadline, `<h2>${line}</h2><p>${LEAD}</p>`, { title: TITLE });
    expect(kept).toEqual([LEAD]);
    expect(removed).toHaveLength(1);
  });

  it.each([
    ['a paragraph that begins with it', `${TITLE},这是街坊们盼了一年多的事。`],
    ['a subheading that shares words', '百年木楼'],
  ])('keeps %s', (_, line) => {
    expect(runPass(repeatedHeadline, `<p>${line}</p><p>${LEAD}</p>`, { title: TITLE }).kept).toEqual([line, LEAD]);
  });

  it('knows every form of the title, with and without the site', () => {
    const header = { title: TITLE, titleVariants: [TITLE, `${TITLE}_山城晚报`] };
    expect(runPass(repeatedHeadline, `<p>${TITLE}_山城晚报</p><p>${LEAD}</p>`, header).kept).toEqual([LEAD]);
  });
});

describe('repeated captions', () => {
  it('drops captions that are only the headline, and keeps the ones that say something', () => {
    const html = `<p>${LEAD}</p><p><img src="https://a.example/1.jpg"></p><p>${TITLE}</p>
      <figure><img src="https://a.example/2.jpg"><figcaption>${TITLE}</figcaption></figure>
      <figure><img src="https://a.example/3.jpg"><figcaption>茶馆二楼的木窗。</figcaption></figure>`;
    const { kept, pictures } = runPass(repeatedCaptions, html, { title: TITLE });
    expect(kept).toEqual([LEAD, '茶馆二楼的木窗。']);
    expect(pictures).toHaveLength(3);
  });
});

describe('repeated summary', () => {
  const story = `<div><p>${LEAD}</p><p>${NEXT}</p></div>`;
  it.each([
    ['the lead once more in a box', `<div class="intro">${LEAD}</div>${story}`],
    ['the lead cut short in a box', `<div>${LEAD.slice(0, 50)}……</div>${story}`],
    ['a labelled summary', `<p>摘要:${LEAD.slice(0, 50)}...</p><p>${LEAD}</p><p>${NEXT}</p>`],
  ])('takes out %s', (_, html) => {
    expect(runPass(repeatedSummary, html).kept).toEqual([LEAD, NEXT]);
  });

  it.each([
    ['a paragraph that the author repeats', `<p>${LEAD}</p><p>${LEAD}</p><p>${NEXT}</p>`, [LEAD, LEAD, NEXT]],
    ['a summary in other words', `<div>老茶馆修好了,街坊们都说还是老样子,连门槛都没有换。</div>${story}`, null],
    ['a repetition at the end', `${story}<div>${LEAD}</div>`, [LEAD, NEXT, LEAD]],
  ])('keeps %s', (_, html, expected) => {
    const { kept } = runPass(repeatedSummary, html);
    if (expected) expect(kept).toEqual(expected);
    else expect(kept).toHaveLength(3);
  });
});

describe('repeated pictures', () => {
  it('keeps one of each path, whatever query or size, and all that differ', () => {
    const html = [1, 1, 2].map((n) => `<p><img src="https://img.example/up/p-${n}.jpg" alt="${TITLE}"></p>`).join('');
    const sized = '<p><img src="https://img.example/up/p-2-300x200.jpg?v=7"></p>';
    const { pictures } = runPass(repeatedPictures, html + sized);
    expect(pictures).toEqual(['https://img.example/up/p-1.jpg', 'https://img.example/up/p-2.jpg']);
  });

  it.each([
    ['https://a.example/x.jpg?w=1', 'https://a.example/x.jpg', true],
    ['https://a.example/x_640x.jpg', 'https://a.example/x.jpg', true],
    ['https://a.example/x.jpg!w600', 'https://a.example/x.jpg', true],
    ['https://a.example/show?id=1', 'https://a.example/show?id=2', false],
    ['https://a.example/220908/1-22090801.jpg', 'https://a.example/220908/1-22090802.jpg', false],
    ['https://a.example/x1.jpg', 'https://a.example/x2.jpg', false],
  ])('%s and %s: same picture is %s', (a, b, same) => {
    expect(pictureKey(a) === pictureKey(b)).toBe(same);
  });
});
