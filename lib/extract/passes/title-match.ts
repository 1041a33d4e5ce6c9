import { countUnits, squash } from '../../cjk.ts';

/** Letters and digits only: pages write the same headline with other quotes, dashes and spaces. */
export function fold(text: string): string {
  return squash(text).replace(/[\p{P}\p{S}]+/gu, '');
}

/** Shorter titles ("News", a name) may well stand as a line of the article. */
const SHORTEST = 4;
/** A page without a headline may name its first paragraph as title; that stays a paragraph. */
const LONGEST_UNITS = 45;
/** What pages put around the number of a picture or page: `headline(2/5)`, `组图:headline 3`. */
const NUMBERED =
  /^(?:组图|图集|高清图|多图|photos?)?(?<rest>.*?)(?:图|第)?(?:[\d一二三四五六七八九十]{1,4})?(?:页|张|组图)?$/u;

/** Tells whether a line is the headline again, alone or with a number. */
export function headlineMatcher(titles: readonly string[]): (line: string) => boolean {
  const likely = titles.filter((title) => countUnits(title) <= LONGEST_UNITS);
  const known = new Set(likely.map(fold).filter((title) => title.length >= SHORTEST));
  const longest = Math.max(0, ...Array.from(known, (title) => title.length));
  return (line) => {
    if (known.size === 0 || line.length > 2 * longest + 20) return false;
    const folded = fold(line);
    if (known.has(folded)) return true;
    const rest = NUMBERED.exec(folded)?.groups?.['rest'];
    return rest !== undefined && known.has(rest);
  };
}
