/** Title and text → the lines that count: headline first, repeats of it and of any other line once. */

export type Line = { text: string; title: boolean };

/** A first line shorter than this, without a full stop, is the headline of a text that came without one. */
const HEADLINE = 120;

/** Left over from a page that escaped its text twice. */
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});/giu;

/** Who wrote it, took its pictures and read it over. */
const CREDIT_LINE =
  /^[（(【[\s]*(?:(?:本报|本网|本刊|特约|见习|实习)?(?:记者|通讯员|实习生|文|摄|摄影|编辑|责编|责任编辑|校对|作者|来源|监制|审核|审读|统筹|策划|撰文|编审|主编|翻译|供图|出品|記者|編輯|攝影|責任編輯)\s*[:：/／|丨].{0,60}|(?:By|Photos? by|Photo:|Photograph by|Written by|Edited by|Reporting by|Editing by|Image credit:?)\s.{0,80}(?<![.!?]))$/u;
/** （本报记者 甲乙 丙丁）, 新华社某地5月8日电, 本报记者 甲乙, CITY (AP) -- */
const CREDITS = [
  /[（(【[][^（(【[）)】\]]{0,14}(?:记者|通讯员|编辑|责编|摄影|供图|实习生|記者|攝影)[^）)】\]]{0,40}[）)】\]]/gu,
  /^.{0,24}?\d{1,2}日(?:电|讯|電|訊)/u,
  /(?:\p{sc=Han}{2,8}[报网社台])?(?:记者|通讯员|实习生|記者)[ \u3000]+(?:\p{sc=Han}{2,4}(?:[ \u3000、，,]+|$)){1,4}/gu,
  /^\p{Lu}[\p{Lu} .,'’-]{2,40}(?:, \p{Lu}[\p{L}. ]{1,20})?\s?\((?:AP|AFP|UPI|Reuters|Xinhua|Bloomberg)\)\s*[—–-]*/u,
];

function withoutCredits(line: string): string {
  if (CREDIT_LINE.test(line)) return '';
  return CREDITS.reduce((rest, credit) => rest.replace(credit, '。'), line);
}

/** Signs that are not seen: soft hyphens, joiners of nothing, marks of direction. */
const UNSEEN = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;

/** One form for what looks alike, before it is cut: some signs (½, ﷺ) come apart into several. */
const plain = (text: string): string => text.normalize('NFKC').replace(UNSEEN, '');

function squash(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * @param rawTitle may be empty; the first line then stands in for it if it looks like a headline
 * @param rawText one block a line
 */
export function lines(rawTitle: string, rawText: string): Line[] {
  const [title, text] = [plain(rawTitle), plain(rawText)];
  const found: Line[] = [];
  const seen = new Set<string>();
  let headline = squash(title);
  if (headline) {
    seen.add(headline);
    found.push({ text: title, title: true });
  }
  for (const raw of text.split(/\r?\n|\u2028|\u2029/u)) {
    const line = withoutCredits(raw.replace(ENTITY, ' ').trim());
    if (!line) continue;
    const key = squash(line);
    if (!key || (key.length > 3 && seen.has(key)) || (headline && headline.includes(key) && key.length > 7)) continue;
    seen.add(key);
    const isHeadline =
      !headline && found.length === 0 && line.length <= HEADLINE && !/[.。!！?？…]["”』」]?$/u.test(line);
    if (isHeadline) headline = key;
    found.push({ text: line, title: isHeadline });
  }
  return found;
}
