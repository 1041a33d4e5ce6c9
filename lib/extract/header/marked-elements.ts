/** What a page's markup calls by its name. */
export type Marks = {
  headings: Element[];
  /** `<time>` and elements marked as dates. */
  dates: Element[];
  /** Elements that call themselves author or byline. */
  authors: Element[];
  /** Elements that call themselves source. */
  sources: Element[];
};

/** Nothing in these is read, as `nodeName` writes them. */
export const SKIPPED: ReadonlySet<string> = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE BUTTON SELECT TEXTAREA IFRAME OBJECT VIDEO AUDIO CANVAS HEAD svg math'.split(' '),
);
const HEADINGS = new Set(['H1', 'H2', 'H3']);
const AUTHOR = /byline|author-?name|(?:^|\s)author|(?:^|[\s_-])(?:author|writer|zuozhe)s?(?:$|[\s_-])/i;
const SOURCE = /(?:^|[\s_-])(?:source|laiyuan|media_?name|jgname|origin)(?:$|[\s_-])/i;
const DATE = /(?:^|\s)date(?:Published|Modified|Created)(?:$|\s)/;
/** All that the patterns above may fit: the browser's own search passes over most of a page quicker than we ask each element. */
const CANDIDATES = [
  'h1, h2, h3, time, [itemprop], a[rel], [class*="published"]',
  ...['byline', 'author', 'writer', 'zuozhe', 'source', 'laiyuan', 'media', 'jgname', 'origin'].map(
    (word) => `[class*="${word}" i], [id*="${word}" i]`,
  ),
].join();
const MAX_MARKED = 80;

export function readMarks(root: Element, hidden: ReadonlySet<Node>): Marks {
  const marks: Marks = { headings: [], dates: [], authors: [], sources: [] };
  for (const element of Array.from(root.querySelectorAll(CANDIDATES))) {
    if (!isSkipped(element, root, hidden)) note(marks, element);
  }
  return marks;
}

function isSkipped(element: Element, root: Element, hidden: ReadonlySet<Node>): boolean {
  for (let one: Element | null = element; one && one !== root; one = one.parentElement) {
    if (SKIPPED.has(one.nodeName) || hidden.has(one)) return true;
  }
  return false;
}

function note(marks: Marks, element: Element): void {
  const name = element.nodeName;
  const add = (list: Element[]) => list.length < MAX_MARKED && list.push(element);
  const property = element.getAttribute('itemprop') ?? '';
  if (HEADINGS.has(name)) marks.headings.push(element);
  else if (property === 'headline') add(marks.headings);
  const classes = element.getAttribute('class') ?? '';
  if (name === 'TIME' || (property && DATE.test(property)) || classes.includes('published')) add(marks.dates);
  const rel = name === 'A' ? (element.getAttribute('rel') ?? '') : '';
  const words = `${classes} ${element.id} ${rel} ${property}`;
  if (AUTHOR.test(words)) add(marks.authors);
  if (SOURCE.test(words)) add(marks.sources);
}
