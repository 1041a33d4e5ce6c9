/** Walks from the page that was read through the further pages of its article, one at a time. */
import type { Extracted } from '../../article.ts';
import type { extract } from '../extract.ts';
import { type FurtherPage, ownAnchors } from './join-page.ts';
import { findNextPage, type NextPage } from './next-page.ts';
import type { PageAnswer, PageTrouble } from './page-answer.ts';
import { judgePage, linesOf } from './same-story.ts';
import { withoutRepeats } from './without-repeats.ts';

/** All pages together, the first one included. */
const MOST_PAGES = 20;

type Means = {
  extract: typeof extract;
  /** Markup of a page → a document in which nothing loads or runs. */
  parse: (html: string) => Document;
  /** Never rejects. */
  fetchPage: (url: string) => Promise<PageAnswer>;
  now: () => Date;
};

type Start = {
  document: Document;
  article: Extracted;
  /** The block that the user picked on the first page. */
  block: string | null;
};

export type PageAhead = { url: string; page: number; total: number | null };

export type PageStep = FurtherPage | { trouble: PageTrouble } | 'end';

export type PageWalk = {
  /** The page to read next; `null`: all are read. */
  ahead: () => PageAhead | null;
  /** Number of the page that was read last. */
  page: () => number;
  /** No more than this many pages are read. */
  atLimit: () => boolean;
  /** Reads the page ahead. After trouble it is still ahead, and can be tried again. */
  step: () => Promise<PageStep>;
};

const withoutHash = (url: string): string => url.replace(/#.*$/s, '');

/** A wall that a visitor without an account is sent to. */
const asksToSignIn = (doc: Document, url: string): boolean =>
  doc.querySelector('input[type="password" i]') !== null ||
  /(?:^|[/_.-])(?:log-?in|sign-?in|passport|auth|account)(?:[/_.-]|$)/i.test(new URL(url).pathname);

/** Where the link did not name a page for sure, these say that it led elsewhere. */
const LED_ELSEWHERE: ReadonlySet<PageTrouble> = new Set([
  'other',
  'empty',
  'missing',
  'signIn',
  'elsewhere',
  'notHtml',
]);

export function walkPages(means: Means, { document, article, block }: Start): PageWalk {
  const first = withoutHash(article.url);
  const addresses = new Set([first, ...(article.canonicalUrl ? [article.canonicalUrl] : [])]);
  const visited = new Set([first]);
  const lines = new Set(linesOf(article.text));
  const images = new Set(article.images);
  let next: NextPage | null = findNextPage(document, { url: article.url });
  let page = (next?.page ?? 2) - 1;
  let pages = 1;
  let total = next?.total ?? null;

  const read = (doc: Document, url: string, sure: boolean): PageStep => {
    const found = means.extract(doc, { url, now: means.now(), block });
    const verdict = found ? judgePage({ title: article.title, addresses, lines }, found.article, sure) : 'other';
    if (verdict === 'repeated') return 'end';
    if (!found || verdict === 'other') {
      return { trouble: asksToSignIn(doc, url) ? 'signIn' : found ? 'other' : 'empty' };
    }
    const removed = withoutRepeats(found.body, found.article.removed, { title: article.title, lines, images });
    ownAnchors(found.body, page + 1);
    for (const line of linesOf(found.article.text)) lines.add(line);
    for (const image of found.article.images) images.add(image);
    return { html: found.body.innerHTML, removed };
  };

  const step = async (): Promise<PageStep> => {
    if (!next) return 'end';
    const { url: wanted, sure } = next;
    const answer = await means.fetchPage(wanted);
    if ('trouble' in answer) return !sure && LED_ELSEWHERE.has(answer.trouble) ? leave() : answer;
    const url = withoutHash(answer.url);
    if (visited.has(url)) return leave();
    const doc = means.parse(answer.html);
    const result = read(doc, url, sure);
    if (result === 'end') return leave();
    if ('trouble' in result) return !sure && LED_ELSEWHERE.has(result.trouble) ? leave() : result;
    visited.add(url).add(wanted);
    page += 1;
    pages += 1;
    next = findNextPage(doc, { url, first: article.url });
    if (next && visited.has(next.url)) next = null;
    total = next?.total ?? total;
    return result;
  };

  const leave = (): 'end' => {
    next = null;
    return 'end';
  };

  return {
    ahead: () => next && { url: next.url, page: page + 1, total: total && Math.max(total, page + 1) },
    page: () => page,
    atLimit: () => next !== null && pages >= MOST_PAGES,
    step,
  };
}
