/**
 * What extraction must reach on the measuring corpus. Raised when the numbers grow, never lowered without a reason in
 * CHANGELOG.md. Names are the scorer's: `f` mean F1 of pages, `leak` share of forbidden strings that are still there,
 * `exact` share of pages that match to the character, `have` share of wanted strings, `imgP`/`imgR` pictures.
 */
export type Floor = {
  set: string;
  datasets: string[];
  langs?: (lang: string) => boolean;
  atLeast: Record<string, number>;
  atMost?: Record<string, number>;
};

const zh = (lang: string): boolean => lang === 'zh';
const en = (lang: string): boolean => lang === 'en';
const other = (lang: string): boolean => lang !== 'zh' && lang !== 'en';

export const FLOORS: Floor[] = [
  {
    set: 'Chinese',
    datasets: ['gne', 'magic-html', 'zh-misc'],
    langs: zh,
    atLeast: { f: 0.985, exact: 0.69, imgP: 0.93, imgR: 0.98 },
    atMost: { leak: 0.07 },
  },
  { set: 'Chinese, more', datasets: ['zh-more'], langs: zh, atLeast: { f: 0.993 }, atMost: { leak: 0.04 } },
  { set: 'English', datasets: ['magic-html'], langs: en, atLeast: { f: 0.909 } },
  { set: 'other languages', datasets: ['magic-html'], langs: other, atLeast: { f: 0.88 } },
  { set: 'cleanportaleval', datasets: ['cleanportaleval'], atLeast: { f: 0.97 } },
  { set: 'snippets', datasets: ['trafilatura'], atLeast: { have: 0.925 }, atMost: { leak: 0.11 } },
  { set: 'Readability’s own pages', datasets: ['mozilla-readability'], atLeast: { f: 0.98 } },
  { set: 'seed page', datasets: ['seed'], atLeast: { seedPass: 1 } },
];

/** What keywords must reach on texts with an editor's keywords: the mean F1 of documents, for the best `at`. */
export const KEYWORD_FLOORS: { set: string; at: number; least: number }[] = [
  { set: 'zh-sohu-news', at: 5, least: 0.398 },
  { set: 'zh-csl-abstracts', at: 10, least: 0.205 },
  { set: 'en-duc2001-news', at: 10, least: 0.265 },
  { set: 'en-inspec', at: 10, least: 0.285 },
  { set: 'fr-wikinews', at: 10, least: 0.45 },
  { set: 'pt-110-bn', at: 10, least: 0.295 },
  // Its editors chose single words, whatever the text calls things.
  { set: 'en-500n-kpcrowd', at: 10, least: 0.125 },
];
