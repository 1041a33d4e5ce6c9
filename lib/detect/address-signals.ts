import type { Signals } from './reasons';

// Whole words: `/ask/` is a thread's, `/basket/` is not. One search each: words cut out one by one cost more than the search.
const THREAD =
  /[^a-z](?:(?:forum|thread|topic|board|question|answer|discussion|comment)s?|bbs|community|qa|ask|viewtopic|showthread)(?![a-z])/;
const SERVICE =
  /[^a-z](?:(?:shop|store|product|item|account|contact|job|career|event|doc|video)s?|cart|buy|login|sign(?:up|in)?|about|faq|help|support)(?![a-z])/;
/** A day or month in the path, a long number, a slug of many words, WeChat's `__biz`. */
const ARTICLE = /\/(?:19|20)\d\d[-/]?[01]\d|\d{5}|\w-\w+-\w+-\w|[?&]__biz=|\/(?:article|story|stories)s?\//;
const MAX_LENGTH = 500;

/** What the address and the page's own label, the body's id and classes, tell. Kinds of page only, never the name of a site. */
export function addressSignals(address: string, body: Element): Signals {
  const place = address.toLowerCase().split('#', 1)[0] ?? '';
  const words = `${place} ${body.id} ${body.className}`.slice(0, MAX_LENGTH);
  return {
    // Behind `https://` and the host.
    articleAddress: +ARTICLE.test(place.slice(place.indexOf('/', 8))),
    threadAddress: +THREAD.test(words),
    serviceAddress: +SERVICE.test(words),
  };
}
