/** Finds the link from one page of an article to the next. */
import { mayFollow } from './may-follow.ts';
import { extendsAddress, pageAfter } from './page-address.ts';
import { pageCount } from './page-count.ts';
import { type Label, readLabel, saysOther } from './page-labels.ts';

export type NextPage = {
  url: string;
  /** What page of the article it is, as far as the addresses tell. */
  page: number | null;
  /** Number of all pages, where the pager shows it. */
  total: number | null;
  /** The page says in words or numbers that the article goes on there; else it may be the next of something else. */
  sure: boolean;
};

/** Better reasons come first. */
const REASONS = ['nextPage', 'number', 'rel', 'next', 'extends'] as const;
type Reason = (typeof REASONS)[number];
const SURE = REASONS.indexOf('number');

/** Links in there lead through something else than the article. */
const ELSEWHERE =
  /(?:^|[\s_-])(?:comments?|respond|repl(?:y|ies)|pinglun|calendar|carousel|related|recommend)(?:[\s_-]|$)/i;
const LEVELS = 6;

function standsElsewhere(link: Element): boolean {
  let at = link.parentElement;
  for (let level = 0; at && level < LEVELS && !/^(?:article|main|body)$/.test(at.localName); level += 1) {
    if (ELSEWHERE.test(`${at.getAttribute('class') ?? ''} ${at.id}`)) return true;
    at = at.parentElement;
  }
  return false;
}

function wordsOf(link: Element): string {
  const text = (link.textContent ?? '').trim();
  const name = () => link.getAttribute('aria-label') || link.getAttribute('title');
  return text || name() || link.querySelector('img')?.getAttribute('alt') || '';
}

type Link = { element: Element; isRel: boolean; label: Label };

/** A link that says that something comes next; most links of a page say nothing of the kind. */
function readLink(element: Element): Link | null {
  const isRel = /(?:^|\s)next(?:\s|$)/i.test(element.getAttribute('rel') ?? '');
  const words = wordsOf(element);
  if (saysOther(words) || saysOther(element.getAttribute('title') ?? '')) return null;
  const label = readLabel(words);
  return isRel || label ? { element, isRel, label } : null;
}

function reasonFor({ isRel, label }: Link, page: number | null, goesOn: boolean): Reason | null {
  // Blogs use `rel=next` for the next post: only words on the link and an address that goes on from this one tell.
  if (page === null)
    return isRel && goesOn && (label?.kind === 'nextPage' || label?.kind === 'next') ? 'extends' : null;
  if (label?.kind === 'nextPage') return 'nextPage';
  // Numbered from 0, the second page says 2 and has 1 in its address.
  if (label?.kind === 'number') return label.page === page || label.page === page + 1 ? 'number' : null;
  return isRel ? 'rel' : 'next';
}

/** Addresses in `doc`, a page that is not the browser's own, count from its `<base>` or else from `url`. */
function resolverOf(doc: Document, url: string): (href: string) => URL | null {
  const own = doc.querySelector('base[href]')?.getAttribute('href') ?? '';
  const named = URL.canParse(own, url) ? new URL(own, url) : null;
  const base = named && /^https?:$/.test(named.protocol) ? named.href : url;
  return (href) => (URL.canParse(href, base) ? new URL(href, base) : null);
}

/**
 * The next page of the article that `doc` at `url` is a page of, if a plain link leads there; `first` is the address of the
 * page that was read first. Changes nothing.
 */
export function findNextPage(doc: Document, { url, first = url }: { url: string; first?: string }): NextPage | null {
  const current = new URL(url);
  const start = new URL(first);
  const resolve = resolverOf(doc, url);
  let best: { element: Element; next: URL; page: number | null; rank: number } | null = null;
  for (const element of doc.querySelectorAll('link[rel][href], a[href]')) {
    const href = element.getAttribute('href') ?? '';
    const link = href.startsWith('#') || element.hasAttribute('download') ? null : readLink(element);
    const next = link && resolve(href);
    // A place among the comments belongs to their next page.
    if (!next || /comment|reply/i.test(next.hash) || !mayFollow(first, next.href)) continue;
    const page = pageAfter(current, next);
    const reason = reasonFor(link, page, extendsAddress(start, next));
    if (!reason || standsElsewhere(element)) continue;
    const rank = REASONS.indexOf(reason);
    if (!best || rank < best.rank) best = { element, next, page, rank };
  }
  if (!best) return null;
  const { element, next, page, rank } = best;
  next.hash = '';
  return {
    url: next.href,
    page,
    total: pageCount(element, { current, page: (page ?? 2) - 1, resolve }),
    sure: rank <= SURE,
  };
}
