/** Tells whether a page that was fetched goes on with the article, and which of its lines stood on the pages before. */
import type { Extracted } from '../../article.ts';
import { countUnits, squash } from '../../cjk.ts';

/** What is known of the article so far. */
export type Story = {
  title: string;
  addresses: ReadonlySet<string>;
  lines: ReadonlySet<string>;
};

/** `repeated`: most of it is known already. */
type Judgement = 'same' | 'repeated' | 'other';

const MOSTLY = 0.5;
/** A shorter line may be anywhere on a site: a date, a name, a label. Below the top, any line may be the site's own. */
const TELLING_UNITS = 12;
const TOP_LINES = 3;
/** A headline that holds another one must be more than a word of it. */
const TELLING_TITLE = 6;
/** Where no headline was found, the name of the site stands for it on every page. */
const SITE_NAME = 3;

/** `(2)`, `第2页`, `2/5`, `- page 2`, `_2` behind a headline. */
const PAGE_OF_TITLE =
  /[\s_|–—:：-]*(?:[[(（【]\s*(?:\d{1,2}(?:\s*[/／]\s*\d{1,2})?|第?\s*[\d一二三四五六七八九十]{1,3}\s*[页頁])\s*[\])）】]|第\s*[\d一二三四五六七八九十]{1,3}\s*[页頁]|(?:page|seite|p[áa]gina)\s*\d{1,2}(?:\s*(?:of|von|de|\/)\s*\d{1,2})?|[_–—-]\s*\d{1,2})\s*$/iu;

/** For comparing headlines: without the number of the page. */
export const bareTitle = (title: string): string => squash(title.replace(PAGE_OF_TITLE, ''));

/** The lines of a text as `Story.lines` holds them. */
export const linesOf = (text: string): string[] => text.split('\n').map(squash).filter(Boolean);

function isSameTitle(one: string, other: string): boolean {
  const [short = '', long = ''] = [bareTitle(one), bareTitle(other)].toSorted((a, b) => a.length - b.length);
  return short === long || (countUnits(short) >= TELLING_TITLE && long.includes(short));
}

/** `sure`: the page before named this one as its next page. */
export function judgePage(story: Story, page: Extracted, sure: boolean): Judgement {
  const lines = linesOf(page.text);
  const known = lines.filter((line) => story.lines.has(line));
  const length = (all: string[]) => all.reduce((sum, line) => sum + line.length, 0);
  if (lines.length > 0 && length(known) > length(lines) * MOSTLY) return 'repeated';
  const named = page.canonicalUrl !== null && story.addresses.has(page.canonicalUrl);
  const shares = lines.slice(0, TOP_LINES).some((line) => story.lines.has(line) && countUnits(line) >= TELLING_UNITS);
  const titled = isSameTitle(story.title, page.title) && (sure || countUnits(page.title) > SITE_NAME);
  return named || shares || titled ? 'same' : 'other';
}
