import { type DateContext, type FoundDate, isSane } from './found-date.ts';
import type { LinkedArticle } from './json-ld.ts';
import { type Declared, type MetaTags, declared } from './meta-tags.ts';
import { readDate } from './parse-date.ts';
import { type Page, isAside } from './read-page.ts';

/** Names that mean the time of publication and nothing else. */
const PUBLISHED_META = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'article.published',
  'publishdate',
  'publish_date',
  'publish-date',
  'pubdate',
  'publish_time',
  'publishtime',
  'og:published_time',
  'og:release_date',
  'published_time',
  'published-date',
  'publication_date',
  'parsely-pub-date',
  'sailthru.date',
  'article_date_original',
  'originalpublicationdate',
  'citation_publication_date',
  'citation_online_date',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date.created',
  'cxenseparse:recs:publishtime',
  'weibo: article:create_at',
  'weibo:article:create_at',
  'bt:pubdate',
  'rnews:datepublished',
  'analyticsattributes.articledate',
  'displaydate',
  'date_published',
  'apub:time',
  'datecreated',
  'release_date',
];
/** Names that some sites fill with the time of the request or of the last change. */
const VAGUE_META = [
  'date',
  'dc.date',
  'dcterms.date',
  'dc.date.publication',
  'created',
  'article:date',
  'og:pubdate',
  'pub_date',
  'eomportal-firstpublished',
];
const UPDATED_META = [
  'article:modified_time',
  'og:article:modified_time',
  'datemodified',
  'og:updated_time',
  'article:updated_time',
  'dcterms.modified',
  'dc.date.modified',
  'last-modified',
  'lastmod',
  'revised',
  'article:updated',
  'weibo: article:update_at',
  'weibo:article:update_at',
];
/** What the page declares, best first: `firm` publish times, `vague` ones, update times, and bare `<time>` elements. */
type DeclaredDates = { firm: FoundDate[]; vague: FoundDate[]; modified: FoundDate[]; elements: FoundDate[] };

export function declaredDates(page: Page, tags: MetaTags, linked: LinkedArticle, context: DateContext): DeclaredDates {
  const read = (values: Declared[]) => usable(values, context);
  return {
    firm: read([
      { value: linked.published, where: 'json-ld' },
      ...declared(tags, PUBLISHED_META),
      ...marked(page, 'datePublished'),
      ...pubdates(page),
    ]),
    vague: read(declared(tags, VAGUE_META)),
    modified: read([
      { value: linked.modified, where: 'json-ld' },
      ...declared(tags, UPDATED_META),
      ...marked(page, 'dateModified'),
    ]),
    elements: read(timeElements(page)),
  };
}

function marked(page: Page, property: string): Declared[] {
  const elements = page.dates.filter((element) => (element.getAttribute('itemprop') ?? '').includes(property));
  return elements.slice(0, 5).map((element) => ({ value: valueOf(element), where: `itemprop ${property}` }));
}

function pubdates(page: Page): Declared[] {
  const elements = page.dates.filter((element) => element.hasAttribute('pubdate'));
  return elements.slice(0, 2).map((element) => ({ value: valueOf(element), where: 'time' }));
}

/** The first times of the story, for pages that show no written date near the headline ("3 hours ago"). */
function timeElements(page: Page): Declared[] {
  const elements = page.dates.filter((element) => !isAside(element));
  return elements.slice(0, 3).map((element) => ({ value: valueOf(element), where: 'time' }));
}

function valueOf(element: Element): string {
  const named = element.getAttribute('datetime') ?? element.getAttribute('content') ?? element.getAttribute('title');
  return named ?? element.textContent ?? '';
}

function usable(values: Declared[], context: DateContext): FoundDate[] {
  return values.flatMap(({ value, where }) => {
    const date = value.length < 120 ? readDate(value, context) : null;
    return date && isSane(date.day, context) ? [{ date, where, score: 0 }] : [];
  });
}
