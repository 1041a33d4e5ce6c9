import { isOtherPage } from './page-address.ts';

/** More than a pager ever holds. */
const LONGEST_PAGER = 400;
const LEVELS = 4;

const COUNTS = [
  /共\s*(\d{1,2})\s*[页頁]/u,
  /[页頁]\s*[/／]\s*共?\s*(\d{1,2})\s*[页頁]/u,
  /(?:page|seite|p[áa]gina|strona|страница|sida)\s*\d{1,2}\s*(?:of|von|de|sur|z|из|av|\/)\s*(\d{1,2})(?!\d)/iu,
  /(?<![\d/])\d{1,2}\s*[/／]\s*(\d{1,2})(?![\d/])/u,
  /(?:전체|全)\s*(\d{1,2})\s*(?:페이지|ページ|쪽)/u,
];

/** The number of pages that the pager around `link` shows, by words or by its highest number; `null`: it shows none. */
export function pageCount(link: Element, current: URL, resolve: (href: string) => URL | null): number | null {
  let pager = link;
  for (let level = 0; level < LEVELS && pager.parentElement; level += 1) {
    const above: Element = pager.parentElement;
    const text = (above.textContent ?? '').slice(0, LONGEST_PAGER + 1);
    if (text.length > LONGEST_PAGER) break;
    pager = above;
    for (const pattern of COUNTS) {
      const count = Number(pattern.exec(text)?.[1]);
      if (count > 1) return count;
    }
  }
  const numbers = Array.from(pager.querySelectorAll('a[href]'), (other) => {
    const address = resolve(other.getAttribute('href') ?? '');
    const number = Number(/^\D{0,2}(\d{1,2})\D{0,2}$/u.exec((other.textContent ?? '').trim())?.[1]);
    return address && isOtherPage(current, address) ? number : Number.NaN;
  }).filter((number) => number > 1);
  return numbers.length > 0 ? Math.max(...numbers) : null;
}
