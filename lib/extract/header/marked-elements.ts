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
const CANDIDATES = 'h1, h2, h3, time, [class], [id], [itemprop], a[rel]';
const MAX_MARKED = 80;

const IS_AUTHOR = 1;
const IS_SOURCE = 2;

/** What a name says, as bits. A page has thousands of elements, but few names. */
function nameReader(): (name: string | null) => number {
  const known = new Map<string | null, number>([[null, 0]]);
  return (name) => {
    let bits = known.get(name);
    if (bits === undefined) {
      bits = (AUTHOR.test(name ?? '') ? IS_AUTHOR : 0) | (SOURCE.test(name ?? '') ? IS_SOURCE : 0);
      known.set(name, bits);
    }
    return bits;
  };
}

export function readMarks(root: Element, hidden: ReadonlySet<Node>): Marks {
  const marks: Marks = { headings: [], dates: [], authors: [], sources: [] };
  const read = nameReader();
  const add = (list: Element[], element: Element, most = MAX_MARKED) => {
    if (list.length < most && !isSkipped(element, root, hidden)) list.push(element);
  };
  for (const element of Array.from(root.querySelectorAll(CANDIDATES))) {
    const tag = element.nodeName;
    const property = element.getAttribute('itemprop');
    const classes = element.getAttribute('class');
    const rel = tag === 'A' ? element.getAttribute('rel') : null;
    const bits = read(property) | read(classes) | read(element.getAttribute('id')) | read(rel);
    if (HEADINGS.has(tag)) add(marks.headings, element, Infinity);
    else if (property === 'headline') add(marks.headings, element);
    if (tag === 'TIME' || classes?.includes('published') || (property && DATE.test(property)))
      add(marks.dates, element);
    if (bits & IS_AUTHOR) add(marks.authors, element);
    if (bits & IS_SOURCE) add(marks.sources, element);
  }
  return marks;
}

function isSkipped(element: Element, root: Element, hidden: ReadonlySet<Node>): boolean {
  for (let one: Element | null = element; one && one !== root; one = one.parentElement) {
    if (SKIPPED.has(one.nodeName) || hidden.has(one)) return true;
  }
  return false;
}
