import { isOtherPage } from './page-address.ts';

/** More than a pager ever holds. */
const LONGEST_PAGER = 400;
const LEVELS = 4;

/** In each the last number is the count; a number before it must be that of this page, or it is a date. */
const COUNTS = [
  /共\s*(\d{1,2})\s*[页頁]/u,
  /[页頁]\s*[/／]\s*共?\s*(\d{1,2})\s*[页頁]/u,
  /(?:page|seite|p[áa]gina|strona|страница|sida)\s*(\d{1,2})\s*(?:of|von|de|sur|z|из|av|\/)\s*(\d{1,2})(?!\d)/iu,
  /(?<![\d/])(\d{1,2})\s*[/／]\s*(\d{1,2})(?![\d/])/u,
  /(?:전체|全)\s*(\d{1,2})\s*(?:페이지|ページ|쪽)/u,
];

/** The number of pages that the pager around `link` shows on page `page`, by words or by its highest number; `null`: it shows none. */
export function pageCount(
  link: Element,
  { current, page, resolve }: { current: URL; page: number; resolve: (href: string) => URL | null },
): number | null {
  let pager = link;
  for (let level = 0; level < LEVELS && pager.parentElement; level += 1) {
    const above: Element = pager.parentElement;
    const text = (above.textContent ?? '').slice(0, LONGEST_PAGER + 1);
    if (text.length > LONGEST_PAGER) break;
    pager = above;
    for (const pattern of COUNTS) {
      const numbers = pattern.exec(text)?.slice(1).map(Number) ?? [];
      const count = numbers.at(-1) ?? 0;
      if (count > 1 && (numbers.length === 1 || numbers[0] === page)) return count;
    }
  }
  const numbers = Array.from(pager.querySelectorAll('a[href]'), (other) => {
    const address = resolve(other.getAttribute('href') ?? '');
    const number = Number(/^\D{0,2}(\d{1,2})\D{0,2}$/u.exec((other.textContent ?? '').trim())?.[1]);
    return address && isOtherPage(current, address) ? number : Number.NaN;
  }).filter((number) => number > 1);
  return numbers.length > 0 ? Math.max(...numbers) : null;
}
