import type { Signals } from './reasons';

/** The Article family of schema.org, after Readability's list, with the news kinds that it lacks. */
const ARTICLE_TYPE = /^(?:\w*Article|\w*BlogPosting)$/;
const OTHER_TYPE =
  /^(?:Product|Question|\w+Posting|ItemList|(?:QA|FAQ|Collection|SearchResults|Profile)Page|(?:TV|Music|Podcast)\w+|\w+Application|Event)$/;
const PUBLISHED =
  'meta[property$=published_time],meta[name*=pub i][name*=date i],meta[itemprop=datePublished],meta[name^="dc.date" i],meta[name=date i]';
const MAX_DATA = 200_000;
const MAX_ITEMS = 40;

/** schema.org types of JSON-LD and microdata. Types only, so that data cut off or broken still tells; a parser would refuse it. */
function declaredTypes(document: Document): string[] {
  // Two searches by one trait each are quicker than one by both.
  const data = [...document.getElementsByTagName('script')].filter(({ type }) => type.endsWith('ld+json'));
  const items = [...document.querySelectorAll('[itemtype]')].slice(0, MAX_ITEMS);
  return data
    .flatMap(({ text }) => text.slice(0, MAX_DATA).match(/"@type"\s*:\s*\[?\s*"\w+/g) ?? [])
    .concat(items.map((item) => item.getAttribute('itemtype') ?? ''))
    .map((type) => type.replace(/.*\W/s, ''));
}

/** What the page declares about itself: meta elements, JSON-LD and microdata types. */
export function headSignals(document: Document): Signals {
  const { head } = document;
  const kind = head?.querySelector('meta[property="og:type"]')?.getAttribute('content') ?? '';
  const isArticle = /article|news|story/i.test(kind);
  const types = declaredTypes(document);
  const articles = types.filter((type) => ARTICLE_TYPE.test(type)).length;
  return {
    // Many articles are a list's, though a page may well name a few that it links to.
    articleData: articles > 3 ? 0.5 : Math.min(1, articles),
    articleMeta: +isArticle,
    publishedMeta: +Boolean(head?.querySelector(PUBLISHED)),
    otherData: +types.some((type) => OTHER_TYPE.test(type) && !ARTICLE_TYPE.test(type)),
    otherMeta: +(kind !== '' && !isArticle),
  };
}
