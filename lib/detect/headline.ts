const MAX_HEADINGS = 12;
const MAX_LENGTH = 200;
const SEPARATORS = /[\s!-/:-@[-`{-\u00bf\u2000-\u206f\u3000-\u303f\uff00-\uff20]+/;

/** Words of spaced scripts and pairs of CJK characters: what two wordings of one headline share. */
function pieces(text: string): Set<string> {
  const found = new Set<string>();
  for (const word of text.slice(0, MAX_LENGTH).toLowerCase().split(SEPARATORS)) {
    if (!(word > '\u3040')) found.add(word);
    else for (let i = 0; i + 1 < word.length; i++) found.add(word.slice(i, i + 2));
  }
  found.delete('');
  return found;
}

/** More than a word or two. */
const FEW = 9;

/** Returns a test: does most of a text stand in one of the titles, and is it more than a site's name? */
export function headlineTest(titles: string[]): (text: string) => boolean {
  let wanted: Set<string>[] | undefined;
  return (text) => {
    const whole = text.trim();
    // Most headlines do so to the letter.
    for (const title of titles)
      if (whole.length > FEW && whole.length * 2 > title.length && title.includes(whole)) return true;
    const own = pieces(whole);
    if (own.size < 3) return false;
    wanted ??= titles.map(pieces).filter((set) => set.size > 2);
    for (const set of wanted) {
      let shared = 0;
      for (const piece of own) if (set.has(piece)) shared++;
      if (shared >= own.size * 0.55 && shared >= set.size * 0.3) return true;
    }
    return false;
  };
}

export type Headline = {
  element: Element;
  /** 1 when it agrees with the title, less for the only `<h1>`, which may word it anew. */
  sure: number;
};

/** The heading that agrees with the page's title, else the only `<h1>` if it reads like a headline. */
export function findHeadline(document: Document, agrees: (text: string) => boolean): Headline | null {
  // A smaller heading may stand above in a list of other stories. Live collections: they are searched only as far as asked.
  for (const level of ['h1', 'h2', 'h3']) {
    const headings = document.getElementsByTagName(level);
    for (let i = 0; i < MAX_HEADINGS; i++) {
      const element = headings[i];
      if (!element) break;
      if (agrees(element.textContent ?? '')) return { element, sure: 1 };
    }
  }
  const [first, ...more] = document.getElementsByTagName('h1');
  return first && more.length === 0 && !first.querySelector('a') && pieces(first.textContent ?? '').size > 5
    ? { element: first, sure: 0.4 }
    : null;
}
