import { type DateContext, type FoundDate, isSane } from './found-date.ts';
import type { LinkedArticle } from './json-ld.ts';
import { type Declared, type MetaTags, declaredLike } from './meta-tags.ts';
import { readDate } from './parse-date.ts';
import { type Page, isAside } from './read-page.ts';

/** Names (in the plain form of `readMetaTags`) that mean the time of publication and nothing else. */
const PUBLISHED_META =
  /publish.*(?:time|date)|date.?published|(?<!og)pub(?:lication)?(?:date|time)|releasedate|^dc(?:issued|created)$|datecreated|createat$/;
/** Names that some sites fill with the time of the request or of the last change. */
const VAGUE_META = /^(?:dc)?date$|^created$|^ogpubdate$/;
const UPDATED_META = /modified|updated?(?:time|at)$/;
/** What the page declares, best first: `firm` publish times, `vague` ones, update times, and bare `<time>` elements. */
type DeclaredDates = { firm: FoundDate[]; vague: FoundDate[]; modified: FoundDate[]; elements: FoundDate[] };

export function declaredDates(page: Page, tags: MetaTags, linked: LinkedArticle, context: DateContext): DeclaredDates {
  const read = (values: Declared[]) => usable(values, context);
  return {
    firm: read([
      { value: linked.published, where: 'json-ld' },
      ...declaredLike(tags, PUBLISHED_META),
      ...times(page, 'itemprop', 'datePublished'),
      ...times(page, 'pubdate', ''),
    ]),
    vague: read(declaredLike(tags, VAGUE_META)),
    modified: read([
      { value: linked.modified, where: 'json-ld' },
      ...declaredLike(tags, UPDATED_META),
      ...times(page, 'itemprop', 'dateModified'),
    ]),
    elements: read(timeElements(page)),
  };
}

/** Elements marked as this kind of date. */
function times(page: Page, attribute: string, value: string): Declared[] {
  const marked = page.dates.filter((element) => element.getAttribute(attribute)?.includes(value));
  return marked.slice(0, 5).map((element) => ({ value: valueOf(element), where: `${attribute} ${value}`.trim() }));
}

/** The first times of the story, for pages that show no written date near the headline ("3 hours ago"). */
function timeElements(page: Page): Declared[] {
  const elements = page.dates.filter((element) => !isAside(element));
  return elements.slice(0, 3).map((element) => ({ value: valueOf(element), where: 'time' }));
}

function valueOf(element: Element): string {
  const named = ['datetime', 'content', 'title'].map((name) => element.getAttribute(name));
  return named.find((value) => value !== null) ?? element.textContent ?? '';
}

function usable(values: Declared[], context: DateContext): FoundDate[] {
  return values.flatMap(({ value, where }) => {
    const date = value.length < 120 ? readDate(value, context) : null;
    return date && isSane(date.day, context) ? [{ date, where, score: 0 }] : [];
  });
}
