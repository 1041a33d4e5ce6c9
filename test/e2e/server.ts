/** The site that the stories play on: the folder `test/site`, plus pages that are made as they are asked for. */
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { root } from '../commands/root';
import { pathOf, sendFile, serve } from '../commands/serve';
import { deepPage, heavyPage, wideArticle } from './made-pages';
import { sendPaged } from './paged-pages';

const FOLDER = join(root, 'test', 'site');

export type Site = {
  /** `http://127.0.0.1:<port>`. */
  origin: string;
  /** The same server under another host name: another origin and another site. */
  otherOrigin: string;
  url: (path: string) => string;
  /** Adds a page or a file for as long as the site lives. */
  put: (path: string, body: string | Buffer, headers?: Record<string, string>) => void;
  /** Called for each page of an article in pages, which is sent when the promise is kept. */
  hold?: () => Promise<void>;
  /** Called for each file that was `put`, which is sent when the promise is kept. */
  holdFile?: (path: string) => Promise<void>;
  /** Paths that were asked for, in order, with the host they were asked under. */
  requests: string[];
  /** Bodies that the strict page's own report endpoint received. */
  reports: string[];
  close: () => Promise<void>;
};

const HTML = { 'content-type': 'text/html; charset=utf-8' };

/** Forbids everything and reports each attempt. */
const STRICT_POLICY = (origin: string) =>
  `default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'; report-uri ${origin}/report`;

export async function startSite(): Promise<Site> {
  const requests: string[] = [];
  const reports: string[] = [];
  const added = new Map<string, { body: string | Buffer; headers: Record<string, string> }>();
  const served = await serve((request, response) => {
    const path = pathOf(request);
    const own = added.get(path);
    if (path === '/report') return takeReport(request, response, reports);
    const asked = `${request.headers.host ?? ''}${path}`;
    requests.push(asked);
    const times = requests.filter((one) => one === asked).length;
    if (path.startsWith('/paged/')) {
      void Promise.resolve(site.hold?.()).then(() => sendPaged({ path, request, response, times }));
      return;
    }
    if (own) {
      const headers = { ...HTML, 'cache-control': 'no-store', ...own.headers };
      void Promise.resolve(site.holdFile?.(path)).then(() => response.writeHead(200, headers).end(own.body));
    } else answer(path, response, served.origin);
  });
  const otherOrigin = served.origin.replace('127.0.0.1', 'localhost');
  const put: Site['put'] = (path, body, headers = {}) => void added.set(path, { body, headers });
  const site: Site = { ...served, otherOrigin, url: (path) => served.origin + path, put, requests, reports };
  return site;
}

function answer(path: string, response: ServerResponse, origin: string): void {
  const made = MADE[path];
  if (made) return html(response, made());
  if (path === '/strict.html')
    return html(response, strictPage(origin), { 'content-security-policy': STRICT_POLICY(origin) });
  // A single-page site answers every one of its addresses with the same document.
  if (/^\/odd\/(home|first|second)$/.test(path)) return sendFile(response, FOLDER, '/odd/single-page.html');
  sendFile(response, FOLDER, path === '/' ? '/zh/front.html' : path);
}

const MADE: Record<string, () => string> = {
  '/made/ten-megabytes.html': () => heavyPage(10_000_000),
  '/made/fifty-thousand.html': () => wideArticle(50_000),
  '/made/deep.html': () => deepPage(500),
  '/made/empty.html': () => '',
};

/** One picture from the page's own host, one from another: a strict page forbids both. */
function strictPage(origin: string): string {
  return readFileSync(join(FOLDER, 'en', 'strict.html'), 'utf8')
    .replace('../pictures/tide-clock.jpg', '/pictures/tide-clock.jpg')
    .replace('../pictures/harbour-map.jpg', `${origin.replace('127.0.0.1', 'localhost')}/pictures/harbour-map.jpg`);
}

function html(response: ServerResponse, markup: string, headers: Record<string, string> = {}): void {
  response.writeHead(200, { ...HTML, 'cache-control': 'no-cache', ...headers });
  response.end(markup);
}

function takeReport(request: IncomingMessage, response: ServerResponse, reports: string[]): void {
  let body = '';
  request.setEncoding('utf8');
  request.on('data', (part: string) => (body += part));
  request.on('end', () => {
    reports.push(body);
    response.writeHead(204).end();
  });
}
