import type { Signals } from './reasons';

const THREAD =
  /(?:^|[/._-])(?:forums?|threads?|topics?|bbs|boards?|community|questions?|qa|ask|answers?|discussions?|comments|viewtopic|showthread|status)(?:[/._?=-]|$)/i;
const LIST =
  /(?:^|[/_.-])(?:tags?|categor(?:y|ies)|sections?|channels?|lists?|archives?|search|latest|page|author|index)(?:[/_.-]?\d+)*(?:\.\w{3,5})?\/?$|[?&](?:q|s|kw|keywords?|query|wd|page|search|limit|start)=/i;
const SERVICE =
  /(?:^|[/._-])(?:shop|store|products?|items?|cart|buy|catalog(?:ue)?|goods|login|sign-?(?:up|in)|regist(?:er|ration|ro)|account|contacts?|contact-us|about|faq|help|support|docs?|jobs?|careers?|events?|video|play|playlist)(?:[/._?-]|$)/i;
/** A day or month in the path, a long number, a slug of many words, WeChat's `__biz`. */
const ARTICLE =
  /\/(?:19|20)\d\d[-/]?[01]\d|\d{5,}|[a-z\d]+(?:-[a-z\d%]+){3,}|[?&]__biz=|\/(?:articles?|story|stories)\//i;

/** What the address alone tells. Shapes only, never the name of a site. */
export function addressSignals(address: string): Signals {
  const { hostname, pathname, search } = new URL(address);
  const path = pathname + search;
  if (pathname === '/' && !search) return { frontAddress: 1 };
  const whole = hostname + path;
  return {
    articleAddress: ARTICLE.test(path) ? 1 : 0,
    listAddress: LIST.test(path) ? 1 : 0,
    threadAddress: THREAD.test(whole) ? 1 : 0,
    serviceAddress: SERVICE.test(whole) ? 1 : 0,
  };
}
