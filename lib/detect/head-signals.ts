import type { Signals } from './reasons';

/** The Article family of schema.org, after Readability's list, with the news kinds that it lacks. */
const ARTICLE_TYPE = /^(?:\w*Article|Report|\w*BlogPosting)$/;
const OTHER_TYPE =
  /^(?:Product|Question|\w+Posting|ItemList|(?:QA|FAQ|Collection|SearchResults|Profile)Page|(?:TV|Music|Podcast)\w+|\w+Application|Event|Hotel|Offer)$/;
const PUBLISHED =
  'meta[property$=published_time],meta[name*=pub i][name*=date i],meta[itemprop=datePublished],meta[name^="dc.date" i],meta[name=date i],meta[name*=create_at]';
const MAX_DATA = 200_000;
const MAX_ITEMS = 40;

/** schema.org types of JSON-LD and microdata. Types only, so that data cut off or broken still tells; a parser would refuse it. */
function declaredTypes(document: Document): string[] {
  const parts = [...document.querySelectorAll('script[type*=ld],[itemtype]')].slice(0, MAX_ITEMS);
  return parts.flatMap((part) => {
    const itemtype = part.getAttribute('itemtype');
    if (itemtype) return itemtype.slice(itemtype.lastIndexOf('/') + 1);
    return (
      (part.textContent ?? '')
        .slice(0, MAX_DATA)
        .match(/"@type"\s*:\s*\[?\s*"\w+/g)
        ?.map((type) => type.slice(type.lastIndexOf('"') + 1)) ?? []
    );
  });
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
