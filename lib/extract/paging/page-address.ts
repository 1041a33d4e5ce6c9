/** How sites write the number of a page into an address. */

/** A page number beyond this is an identity: articles of more pages than this are unknown, ids that small are rare. */
const MOST_PAGES = 99;

const PAGE_PARAMETER = /^(?:p|pg|pn|paged?|page[_-]?(?:no|num|number|index)|cur(?:rent)?[_-]?page|seite|pagina)$/i;
/** They say where a visitor came from, not what is shown. */
const TRACKING_PARAMETER = /^(?:utm_.*|spm|from|ref|referr?er|share|src|source|fbclid|gclid|mc_.*)$/i;

/** `story_2`, `story-2`, `story.2`, `story-page-2`. */
const NUMBER_AT_END = /^(.+?)[_.~-](?:p(?:g|age)?[_-]?)?(\d{1,2})$/i;
/** A directory or file of its own: `2`, `p2`, `page-2`. */
const NUMBER_ALONE = /^(?:p(?:g|age)?[_-]?)?(\d{1,2})$/i;
const DIRECTORY_OF_PAGES = /\/p(?:g|ages?)?$/i;
const EXTENSION = /\.(?:[sx]?html?|php\d?|aspx?|jsp|do|cfm)$/i;
const FRONT_FILE = /\/(?:index|default)$/i;
/** A number behind these is the day of a date. */
const YEAR_AND_MONTH = /(?:^|\D)(?:19|20)\d\d[-_./]?\d{1,2}$/;

/** One way to understand an address: what all pages of the article share, and the number. `null`: it carries none. */
type Reading = { stem: string; page: number | null };

/** `/story`, `/story/`, `/story.html` and `/story/index.html` are the same. */
const plainPath = (path: string): string => path.replace(/\/$/, '').replace(EXTENSION, '').replace(FRONT_FILE, '');

function readPath(pathname: string): Reading[] {
  const path = pathname.replace(/\/$/, '').replace(EXTENSION, '');
  const cut = path.lastIndexOf('/');
  const directory = path.slice(0, cut);
  const name = path.slice(cut + 1);
  const readings: Reading[] = [{ stem: plainPath(pathname), page: null }];
  const [, stem = '', atEnd] = NUMBER_AT_END.exec(name) ?? [];
  if (atEnd && !YEAR_AND_MONTH.test(stem)) {
    readings.push({ stem: plainPath(`${directory}/${stem}`), page: Number(atEnd) });
  }
  const [, alone] = NUMBER_ALONE.exec(name) ?? [];
  if (alone && !YEAR_AND_MONTH.test(directory)) {
    readings.push({ stem: plainPath(directory.replace(DIRECTORY_OF_PAGES, '')), page: Number(alone) });
  }
  return readings;
}

function readings(address: URL): Reading[] {
  const parameters = Array.from(address.searchParams).filter(([name]) => !TRACKING_PARAMETER.test(name));
  const stemWith = (path: string, rest: [string, string][]) => `${path}?${new URLSearchParams(rest.toSorted())}`;
  const ofPath = readPath(address.pathname).map(({ stem, page }) => ({ stem: stemWith(stem, parameters), page }));
  const ofQuery = parameters.flatMap(([name, value], index) =>
    PAGE_PARAMETER.test(name) && /^\d{1,2}$/.test(value)
      ? [{ stem: stemWith(plainPath(address.pathname), parameters.toSpliced(index, 1)), page: Number(value) }]
      : [],
  );
  // What all pages share is never the front of a site: that is a list.
  return [...ofPath, ...ofQuery].filter(({ stem }) => stem !== '?');
}

/** Pairs of numbers under which two addresses are pages of the same thing. */
function sharedReadings(one: URL, other: URL): [from: number | null, to: number][] {
  const known = readings(one);
  return readings(other).flatMap(({ stem, page }) =>
    page === null || page > MOST_PAGES
      ? []
      : known
          .filter((reading) => reading.stem === stem)
          .map((reading): [number | null, number] => [reading.page, page]),
  );
}

/**
 * What page `next` is where `current` is the page before it, by the number alone; `null`: it is not. Some sites number the
 * pages after the first from 1, with no number or 0 on the first.
 */
export function pageAfter(current: URL, next: URL): number | null {
  for (const [from, to] of sharedReadings(current, next)) {
    if (from === null ? to === 1 || to === 2 : to === from + 1) return from ? to : 2;
  }
  return null;
}

/** Does `other` differ from `one` by the number of the page alone, whichever it is? */
export function isOtherPage(one: URL, other: URL): boolean {
  return sharedReadings(one, other).some(([from, to]) => from !== to);
}

/** Does `next` go on where `first` ends: `/story` → `/story-continued`, `/story/part-two`? The query is the same. */
export function extendsAddress(first: URL, next: URL): boolean {
  const stem = plainPath(first.pathname);
  const rest = plainPath(next.pathname).slice(stem.length);
  // From the front of a site everything goes on.
  return stem !== '' && next.pathname.startsWith(stem) && /^[/_.-]./.test(rest) && next.search === first.search;
}
