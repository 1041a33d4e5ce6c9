import type { Signals } from './reasons';

/** With those of the Article family (schema.org, after Readability's list), which only end alike. */
const OTHER_TYPE =
  /^(?:Product|Question|\w+Posting|ItemList|(?:QA|FAQ|Collection|SearchResults|Profile)Page|(?:TV|Music|Podcast)\w+|\w+Application|Event)$/;
const PUBLISHED =
  'meta[property$=published_time],meta[name*=pub i][name*=date i],meta[itemprop=datePublished],meta[name^="dc.date" i],meta[name=date i]';
const MAX_DATA = 200_000;
const MAX_ITEMS = 40;

const isArticleType = (type: string) => type.endsWith('Article') || type.endsWith('BlogPosting');

/** schema.org types of JSON-LD and microdata. Types only, so that data cut off or broken still tells; a parser would refuse it. */
function declaredTypes(document: Document): string[] {
  const types: string[] = [];
  // Two searches by one trait each are quicker than one by both.
  for (const script of document.getElementsByTagName('script'))
    if (script.type.endsWith('ld+json'))
      for (const [, type = ''] of script.text.slice(0, MAX_DATA).matchAll(/"@type"\s*:\s*\[?\s*"(\w+)/g))
        types.push(type);
  for (const item of [...document.querySelectorAll('[itemtype]')].slice(0, MAX_ITEMS))
    types.push(item.getAttribute('itemtype')?.split('/').at(-1) ?? '');
  return types;
}

/** What the page declares about itself: meta elements, JSON-LD and microdata types. */
export function headSignals(document: Document): Signals {
  const { head } = document;
  const kind = head?.querySelector('meta[property="og:type"]')?.getAttribute('content') ?? '';
  const isArticle = kind !== '' && /article|news|story/i.test(kind);
  const types = declaredTypes(document);
  const articles = types.filter(isArticleType).length;
  return {
    // Many articles are a list's, though a page may well name a few that it links to.
    articleData: articles > 3 ? 0.5 : Math.min(1, articles),
    articleMeta: +isArticle,
    publishedMeta: +Boolean(head?.querySelector(PUBLISHED)),
    otherData: +types.some((type) => OTHER_TYPE.test(type) && !isArticleType(type)),
    otherMeta: +(kind !== '' && !isArticle),
  };
}
