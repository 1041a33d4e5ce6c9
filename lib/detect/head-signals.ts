import type { Signals } from './reasons';

/** The Article family of schema.org; Readability's list (MIT/Apache-2.0), with the news kinds that it lacks. */
const ARTICLE_TYPE =
  /^(?:\w*NewsArticle|Article|AdvertiserContentArticle|SatiricalArticle|ScholarlyArticle|TechArticle|MedicalScholarlyArticle|APIReference|Report|BlogPosting|LiveBlogPosting)$/;
const OTHER_TYPE =
  /^(?:Product|ProductGroup|QAPage|Question|FAQPage|DiscussionForumPosting|SocialMediaPosting|ItemList|CollectionPage|SearchResultsPage|ProfilePage|ContactPage|AboutPage|Movie|TVSeries|Music\w+|Podcast\w+|SoftwareApplication|MobileApplication|VideoGame|Event|JobPosting|Course|Hotel|Restaurant|LocalBusiness|Offer)$/;
const PUBLISHED =
  /^(?:article:published_time|og:article:published_time|date|pubdate|publishdate|publish-date|date_?published|published|sailthru\.date|parsely-pub-date|dc\.date(?:\.issued)?|dcterms\.(?:date|created|issued)|weibo:\s?article:create_at|article\.published|ptime|publish_?time)$/;
const MAX_METAS = 150;
const MAX_DATA = 200_000;
const MAX_ITEMS = 40;

function types(document: Document): string[] {
  const found: string[] = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    // Types only, so that data cut off or broken still tells; a parser would refuse it.
    for (const [, type] of (script.textContent ?? '').slice(0, MAX_DATA).matchAll(/"@type"\s*:\s*\[?\s*"(\w+)"/g))
      if (type) found.push(type);
  }
  const items = document.querySelectorAll('[itemtype]');
  for (let i = 0; i < items.length && i < MAX_ITEMS; i++)
    found.push(items[i]?.getAttribute('itemtype')?.split('/').pop() ?? '');
  return found;
}

/** What the page declares about itself: meta elements, JSON-LD and microdata types. */
export function headSignals(document: Document): Signals {
  const signals: Signals = {};
  const metas = document.getElementsByTagName('meta');
  for (let i = 0; i < metas.length && i < MAX_METAS; i++) {
    const meta = metas[i];
    const name = (
      meta?.getAttribute('property') ??
      meta?.getAttribute('name') ??
      meta?.getAttribute('itemprop') ??
      ''
    ).toLowerCase();
    const content = meta?.getAttribute('content') ?? '';
    if (name === 'og:type' && content) signals[/article|news|story/i.test(content) ? 'articleMeta' : 'otherMeta'] = 1;
    else if (PUBLISHED.test(name)) signals.publishedMeta = 1;
  }
  const all = types(document);
  const articles = all.filter((type) => ARTICLE_TYPE.test(type)).length;
  if (articles > 0) signals.articleData = articles > 3 ? 0.5 : 1;
  if (all.some((type) => OTHER_TYPE.test(type))) signals.otherData = 1;
  return signals;
}
