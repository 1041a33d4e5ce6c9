const MAX_HEADINGS = 12;
const MAX_LENGTH = 300;

/** Words of spaced scripts and pairs of CJK characters: what two wordings of one headline share. */
function pieces(text: string): Set<string> {
  const lower = text.slice(0, MAX_LENGTH).toLowerCase();
  const words = lower.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2,}|[\p{L}\p{N}]+/gu) ?? [];
  return new Set(
    words.flatMap((word) =>
      /[\u3040-\u9fff]/.test(word) ? Array.from({ length: word.length - 1 }, (_, i) => word.slice(i, i + 2)) : word,
    ),
  );
}

/** True when most of `text` stands in the title and it is no mere site name. */
export function headlineTest(titles: string[]): (text: string) => boolean {
  const sets = titles.map(pieces).filter((set) => set.size > 2);
  return (text) => {
    const own = pieces(text);
    if (own.size < 3) return false;
    return sets.some((set) => {
      let shared = 0;
      for (const piece of own) if (set.has(piece)) shared++;
      return shared >= own.size * 0.55 && shared >= set.size * 0.3;
    });
  };
}

/** The heading that agrees with the page's title. */
export function findHeadline(document: Document, agrees: (text: string) => boolean): Element | null {
  for (const selector of ['h1', 'h2,h3']) {
    const headings = document.querySelectorAll(selector);
    for (let i = 0; i < headings.length && i < MAX_HEADINGS; i++) {
      const heading = headings[i];
      if (heading && agrees(heading.textContent ?? '')) return heading;
    }
  }
  return null;
}
