/** Articles in several pages, as sites make them: good ones, and each way in which the next page is not the next page. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { gbk } from './gbk';
import { ENGLISH, CHINESE, type PagedStory } from './paged-stories';

type Served = { status?: number; headers?: Record<string, string>; body?: string | Buffer };
type Made = (page: number, request: IncomingMessage, times: number) => Served;

/** Forbids all, its own further pages as well. */
const NOTHING_ALLOWED = (origin: string) =>
  `default-src 'none'; connect-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'; report-uri ${origin}/report`;

const picture = (name: string) => `<figure><img src="/pictures/${name}.jpg" alt="" width="880" height="550"></figure>`;

/** One page, with what such sites repeat on each: headline, source, lead picture, lead. `pager` links by number. */
function pageOf(
  story: PagedStory,
  page: number,
  address: (page: number) => string,
  more: Partial<PagedStory> = {},
): string {
  const { lang, site, title, lead, pages, next, count } = { ...story, ...more };
  const numbers = pages.map((_, index) =>
    index + 1 === page ? `<b>${index + 1}</b>` : `<a href="${address(index + 1)}">${index + 1}</a>`,
  );
  const onward = page < pages.length ? ` <a href="${address(page + 1)}" onclick="count(this)">${next}</a>` : '';
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${title}_${site}</title></head><body>
<div class="nav"><a href="/">${site}</a> <a href="/list/">1</a></div>
<div class="main"><h1>${title}${page > 1 ? `(${page})` : ''}</h1>
<div class="content" onmouseover="seen()">
${picture('story-hour')}<p>${lead}</p>
${(pages[page - 1] ?? []).map((text) => (text.startsWith('*') ? picture(text.slice(1)) : `<p>${text}</p>`)).join('\n')}
</div>
<div class="pages">${count.replace('$1', String(pages.length))} ${numbers.join(' ')}${onward}</div></div>
<div class="footer">&copy; 2026 ${site}</div></body></html>`;
}

const named = (name: string) => (page: number) => `/paged/${name}${page > 1 ? `_${page}` : ''}.html`;

const login = `<!doctype html><html lang="en"><head><title>Members only</title></head><body><h1>Members only</h1>
<form method="post" action="/session"><p>Please sign in to go on reading. Your membership card shows the number that you need.</p>
<label>Name <input name="name"></label><label>Password <input type="password" name="word"></label><button>Sign in</button></form></body></html>`;

const other: PagedStory = {
  ...ENGLISH,
  title: 'A bakery that sells only yesterday’s bread',
  lead: 'Nothing in the shop window of the bakery on Mill Lane was baked today, and that is the whole idea.',
};

const MADE: Record<string, Made> = {
  zh: (page) => ({ body: pageOf(CHINESE, page, named('zh')) }),
  en: (page) => ({ body: pageOf(ENGLISH, page, (to) => (to > 1 ? `/paged/en/${to}/` : '/paged/en.html')) }),
  gbk: (page) => ({
    headers: { 'content-type': 'text/html' },
    body: gbk(pageOf(CHINESE, page, named('gbk')).replace('charset="utf-8"', 'charset="gb2312"')),
  }),
  strict: (page, { headers }) => ({
    headers: { 'content-security-policy': NOTHING_ALLOWED(`http://${headers.host}`) },
    body: pageOf(ENGLISH, page, named('strict')),
  }),
  fails: (page, _request, times) =>
    page === 3 && times === 1
      ? { status: 500, body: '<h1>Internal error</h1>' }
      : { body: pageOf(ENGLISH, page, named('fails')) },
  login: (page) => ({ body: page === 1 ? pageOf(ENGLISH, 1, named('login')) : login }),
  other: (page) => ({ body: pageOf(page === 1 ? ENGLISH : other, page === 1 ? 1 : 3, named('other')) }),
  // The third page leads back to the first.
  cycle: (page) =>
    page < 3
      ? { body: pageOf(ENGLISH, page, named('cycle')) }
      : { status: 302, headers: { location: '/paged/cycle.html' } },
  away: (page, { headers }) =>
    page === 1
      ? { body: pageOf(ENGLISH, 1, named('away')) }
      : {
          status: 302,
          headers: { location: `http://${headers.host?.replace('127.0.0.1', 'localhost')}/paged/en.html` },
        },
  members: (page, { headers }) =>
    page > 1 && !headers.cookie?.includes('member=yes')
      ? { status: 403, body: login }
      : {
          headers: { 'set-cookie': 'member=yes; Path=/; HttpOnly; SameSite=Lax' },
          body: pageOf(ENGLISH, page, named('members')),
        },
};

type Asked = { path: string; request: IncomingMessage; response: ServerResponse; times: number };

/** Answers `/paged/<name>.html`, `/paged/<name>_2.html` and `/paged/<name>/2/`; `times` says for the how-many-eth time. */
export function sendPaged({ path, request, response, times }: Asked): void {
  const [, name = '', number = '1'] = /^\/paged\/(\w+?)(?:[_/](\d))?(?:\.html|\/)$/.exec(path) ?? [];
  const { status = 200, headers = {}, body = '' } = MADE[name]?.(Number(number), request, times) ?? { status: 404 };
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache', ...headers });
  response.end(body);
}
