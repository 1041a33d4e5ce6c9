import type { Signals } from './reasons';

/** Whole words only: `/ask/` is a thread's, `/basket/` is not. */
const words = (list: string) => new RegExp(`(?:^|[/._ -])(?:${list})(?:[/._?= -]|$)`);
const THREAD = words(
  '(?:forum|thread|topic|board|question|answer|discussion|comment)s?|bbs|community|qa|ask|viewtopic|showthread|status',
);
const SERVICE = words(
  '(?:shop|store|product|item|account|contact|job|career|event|doc|video|playlist)s?|cart|buy|catalog|goods|login|sign-?(?:up|in)|register|about|faq|help|support',
);
/** A day or month in the path, a long number, a slug of many words, WeChat's `__biz`. */
const ARTICLE = /\/(?:19|20)\d\d[-/]?[01]\d|\d{5}|\w-\w+-\w+-\w|[?&]__biz=|\/(?:article|story|stories)s?\//;
const MAX_LENGTH = 600;

/** What the address and the page's own label, the body's id and classes, tell. Kinds of page only, never the name of a site. */
export function addressSignals(address: string, body: Element): Signals {
  const { hostname, pathname, search } = new URL(address.toLowerCase());
  const path = pathname + search;
  const all = `${hostname}${path} ${body.id} ${body.className}`.slice(0, MAX_LENGTH);
  return {
    articleAddress: +ARTICLE.test(path),
    threadAddress: +THREAD.test(all),
    serviceAddress: +SERVICE.test(all),
  };
}
