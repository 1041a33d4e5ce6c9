/** Title and text → the lines that count: headline first, repeats of it and of any other line once. */

export type Line = { text: string; title: boolean };

/** A first line shorter than this, without a full stop, is the headline of a text that came without one. */
const HEADLINE = 120;

/** Left over from a page that escaped its text twice. */
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});/giu;

function squash(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * @param title may be empty; the first line then stands in for it if it looks like a headline
 * @param text one block a line
 */
export function lines(title: string, text: string): Line[] {
  const found: Line[] = [];
  const seen = new Set<string>();
  let headline = squash(title);
  if (headline) {
    seen.add(headline);
    found.push({ text: title, title: true });
  }
  for (const raw of text.split(/\r?\n|\u2028|\u2029/u)) {
    const line = raw.replace(ENTITY, ' ').trim();
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
