import { describe, expect, it } from 'vitest';
import type { Extracted } from '../../../../lib/article.ts';
import { extract } from '../../../../lib/extract/extract.ts';
import { joinPage } from '../../../../lib/extract/paging/join-page.ts';
import type { PageAnswer } from '../../../../lib/extract/paging/page-answer.ts';
import { walkPages } from '../../../../lib/extract/paging/page-walk.ts';
import { putBack } from '../../../../lib/extract/put-back.ts';
import { documentOf } from '../article.ts';

const SITE = 'https://news.example';
const at = (page: number) => `${SITE}/story${page > 1 ? `_${page}` : ''}.html`;
const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six'];

/** Sentences that no other page has. */
const prose = (page: number, paragraph: number) =>
  `On day ${NUMBERS[page - 1]} the crew of boat ${NUMBERS[paragraph - 1]} went out past the ${page}${paragraph} buoy, counted ${page * 100 + paragraph} nets, mended ${paragraph + page} of them, and came home with a catch that the harbour office weighed, wrote down as lot ${page}-${paragraph}, and sold before noon to the cooks of the ${NUMBERS[paragraph]} inns.`;

type Options = { pages?: number; title?: string; next?: string; top?: string; own?: string };

function pageOf(
  page: number,
  { pages = 3, title = 'A week with the harbour boats', next, top = '', own }: Options = {},
): string {
  const text = own ?? [1, 2, 3, 4].map((n) => `<p>${prose(page, n)}</p>`).join('');
  const link =
    page < pages
      ? `<div class="pager">Page ${page} of ${pages} <a href="${next ?? at(page + 1)}">Next page</a></div>`
      : '';
  return `<!doctype html><title>${title}</title><article><h1>${title}</h1>${top}${text}</article>${link}`;
}

/** Walks to the end; the pages by address. What is not there is missing. */
async function walk(pages: Record<string, string | PageAnswer>, url = at(1)) {
  const asked: string[] = [];
  const document = documentOf(String(pages[url]), url);
  const first = extract(document, { url, now: new Date(0) });
  if (!first) throw new Error('The first page has no text.');
  const steps = walkPages(
    {
      extract,
      parse: (html) => documentOf(html),
      now: () => new Date(0),
      async fetchPage(address) {
        asked.push(address.replace(SITE, ''));
        const page = pages[address];
        if (page === undefined) return { trouble: 'missing' };
        return typeof page === 'string' ? { url: address, html: page } : page;
      },
    },
    { document, article: first.article, block: null },
  );
  let article: Extracted = first.article;
  let end: unknown = 'end';
  while (steps.ahead() && !steps.atLimit()) {
    const result = await steps.step();
    if (result === 'end' || 'trouble' in result) {
      end = result;
      break;
    }
    article = join(article, result);
  }
  return { article, asked, end, ahead: steps.ahead(), page: steps.page() };
}

function bodyFrom(html: string, name = 'div'): HTMLElement {
  const doc = documentOf('');
  const body = doc.createElement(name);
  body.innerHTML = html;
  doc.body.append(body);
  return body;
}

const join = (article: Extracted, { html, removed }: { html: string; removed: Extracted['removed'] }) =>
  joinPage(article, bodyFrom(article.html), bodyFrom(html, 'section'), removed);

const count = (text: string, part: string) => text.split(part).length - 1;

describe('an article in pages', () => {
  it('is read whole, in order, each page once', async () => {
    const { article, asked, end } = await walk({ [at(1)]: pageOf(1), [at(2)]: pageOf(2), [at(3)]: pageOf(3) });
    expect(asked).toEqual(['/story_2.html', '/story_3.html']);
    expect(end).toBe('end');
    const places = [1, 2, 3].flatMap((page) => [1, 4].map((n) => article.text.indexOf(prose(page, n))));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(count(article.text, 'the 21 buoy')).toBe(1);
  });

  it.each([
    ['(2)', 'A week with the harbour boats (2)'],
    ['page 2', 'A week with the harbour boats - Page 2 of 3'],
    ['第2页', 'A week with the harbour boats 第2页'],
    ['_2', 'A week with the harbour boats_2'],
  ])('goes on under a headline that ends in %s', async (_, title) => {
    const { article } = await walk({ [at(1)]: pageOf(1, { pages: 2 }), [at(2)]: pageOf(2, { pages: 2, title }) });
    expect(article.text).toContain(prose(2, 1));
  });

  it('drops what each page repeats at its top, and lists it', async () => {
    const top = `<img src="${SITE}/a.jpg" width="800" height="500"><p>The boats of the harbour, their crews and all that they bring home.</p>`;
    const pages = { [at(1)]: pageOf(1, { top }), [at(2)]: pageOf(2, { top }), [at(3)]: pageOf(3, { top }) };
    const { article } = await walk(pages);
    expect(count(article.text, 'all that they bring home')).toBe(1);
    expect(count(article.html, 'a.jpg')).toBe(1);
    const dropped = article.removed.filter(({ pass }) => pass === 'repeated-on-pages');
    expect(dropped.filter(({ text }) => text.includes('all that they bring home'))).toHaveLength(2);
  });

  it('lets every part be put back where it stood', async () => {
    const top = '<p>The boats of the harbour, their crews and all that they bring home.</p>';
    const own = (page: number) =>
      [1, 2, 3, 4].map((n) => `<p>${prose(page, n)}</p>`).join('') + (page > 1 ? '<p>责任编辑:林晚秋</p>' : '');
    const pages = {
      [at(1)]: pageOf(1, { top, own: own(1), pages: 2 }),
      [at(2)]: pageOf(2, { top, own: own(2), pages: 2 }),
    };
    const { article } = await walk(pages);
    const body = bodyFrom(article.html);
    const numbers = Array.from(article.removed.keys()).toReversed();
    for (const number of numbers) {
      const part = article.removed[number];
      const element = bodyFrom(part?.html ?? '').firstElementChild;
      if (part && element) putBack(body, part, number, element as HTMLElement);
    }
    const section = body.querySelector('section')?.textContent?.replace(/\s+/g, ' ') ?? '';
    const order = ['all that they bring home', 'the 21 buoy', 'the 24 buoy', '林晚秋'].map((part) =>
      section.indexOf(part),
    );
    expect(order).not.toContain(-1);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  it('keeps the anchors of its pages apart', async () => {
    const own = (page: number) =>
      `<p>${prose(page, 1)}<a href="#note">1</a></p><p>${prose(page, 2)}</p><p>${prose(page, 3)}</p><p id="note">Counted at dusk on day ${page} by the ${page} wardens.</p>`;
    const pages = { [at(1)]: pageOf(1, { own: own(1), pages: 2 }), [at(2)]: pageOf(2, { own: own(2), pages: 2 }) };
    const body = bodyFrom((await walk(pages)).article.html);
    const ids = Array.from(body.querySelectorAll('[id]'), ({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(body.querySelector('section a[href^="#"]')?.getAttribute('href')).toBe(
      `#${body.querySelector('section [id]')?.id}`,
    );
  });

  it.each<[string, Record<string, string | PageAnswer>, string[]]>([
    ['a cycle', { [at(1)]: pageOf(1), [at(2)]: pageOf(2), [at(3)]: { url: at(1), html: pageOf(1) } }, ['2', '3']],
    ['a page that repeats the first', { [at(1)]: pageOf(1), [at(2)]: pageOf(1) }, ['2']],
    ['a page that repeats the one before', { [at(1)]: pageOf(1), [at(2)]: pageOf(2), [at(3)]: pageOf(2) }, ['2', '3']],
  ])('ends at %s, without trouble', async (_, pages, asked) => {
    const walked = await walk(pages);
    expect(walked.asked).toEqual(asked.map((page) => `/story_${page}.html`));
    expect(walked.end).toBe('end');
    expect(walked.ahead).toBeNull();
  });

  const login =
    '<title>Sign in</title><h1>Sign in</h1><form><p>Please sign in, to go on reading.</p><input type="password"></form>';
  const stranger = pageOf(6, { pages: 6, title: 'A bakery that sells only yesterday’s bread' });
  it.each<[string, string | PageAnswer, string]>([
    ['a login', login, 'signIn'],
    ['a login on another address', { url: `${SITE}/login?to=2`, html: login }, 'signIn'],
    ['another article', stranger, 'other'],
    ['a page without text', '<title>x</title>', 'empty'],
    ['a page that fails', { trouble: 'server' }, 'server'],
  ])('stops at %s, says so, and can go on from there', async (_, third, trouble) => {
    const walked = await walk({ [at(1)]: pageOf(1), [at(2)]: pageOf(2), [at(3)]: third });
    expect(walked.end).toEqual({ trouble });
    expect(walked.ahead).toEqual({ url: at(3), page: 3, total: 3 });
    expect(walked.article.text).toContain(prose(2, 4));
    expect(walked.article.text).not.toContain('bakery');
  });

  it('says nothing where a link only seemed to lead on', async () => {
    const first = pageOf(1, { pages: 1 }) + `<a href="${at(2)}">Next</a>`;
    expect(await walk({ [at(1)]: first, [at(2)]: stranger })).toMatchObject({ end: 'end', ahead: null });
  });

  it('takes a line that the site puts below every article for no sign of the same one', async () => {
    const below =
      '<p>All that is printed here was seen by our own people at the harbour and written down on the same evening.</p>';
    const own = (page: number) => [1, 2, 3].map((n) => `<p>${prose(page, n)}</p>`).join('') + below;
    const third = pageOf(6, { pages: 6, title: 'A bakery that sells only yesterday’s bread', own: own(6) });
    const pages = { [at(1)]: pageOf(1, { own: own(1), pages: 2 }), [at(2)]: third };
    expect((await walk(pages)).end).toEqual({ trouble: 'other' });
  });

  it('takes the name of the site for no sign of the same article', async () => {
    const first = pageOf(1, { pages: 1, title: 'Harbour News' }) + `<a href="${at(2)}">Next</a>`;
    const second = pageOf(2, { pages: 2, title: 'Harbour News' });
    expect(await walk({ [at(1)]: first, [at(2)]: second })).toMatchObject({ end: 'end', page: 1 });
  });

  it.each([
    ['English', 'In the end the eleventh boat, the one that nobody had counted on, came in last.', 'en'],
    ['Chinese', '最后进港的是第十一条船，谁也没有把它算在里面，船上的人倒是一个也不少。', 'zh'],
  ])('reads a last page of one sentence and nothing around it: %s', async (_, sentence) => {
    const menu = `<div class="menu"><ul>${[1, 2, 3, 4, 5, 6].map((n) => `<li><a href="/list/${n}">Section ${n}</a></li>`).join('')}</ul></div>`;
    const foot = '<div class="footer"><p>© 2026 Harbour News. All rights reserved. Licence 20260012345.</p></div>';
    const last = menu + pageOf(2, { pages: 2, own: `<p>${sentence}</p>` }) + foot;
    const { article, end } = await walk({ [at(1)]: menu + pageOf(1, { pages: 2 }) + foot, [at(2)]: last });
    expect(end).toBe('end');
    expect(article.text.endsWith(sentence)).toBe(true);
  });

  it('asks for no more than twenty pages in all', async () => {
    const all = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [
        at(index + 1),
        pageOf(index + 1, {
          pages: 30,
          own: [1, 2, 3].map((n) => `<p>Part ${index}. ${prose(index + 1, n)}</p>`).join(''),
        }),
      ]),
    );
    const { asked, page, ahead } = await walk(all);
    expect(asked).toHaveLength(19);
    expect(page).toBe(20);
    expect(ahead).toEqual({ url: at(21), page: 21, total: 30 });
  });

  it('goes on from the page that was opened', async () => {
    const { asked, article } = await walk({ [at(2)]: pageOf(2), [at(3)]: pageOf(3) }, at(2));
    expect(asked).toEqual(['/story_3.html']);
    expect(article.text).toContain(prose(3, 1));
  });
});
