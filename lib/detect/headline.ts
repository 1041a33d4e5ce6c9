const MAX_HEADINGS = 12;
const MAX_LENGTH = 200;
const SEPARATORS = /[\s!-/:-@[-`{-\u00bf\u2000-\u206f\u3000-\u303f\uff00-\uff20]+/;

/** Words of spaced scripts and pairs of CJK characters: what two wordings of one headline share. */
function pieces(text: string): Set<string> {
  const found = new Set<string>();
  for (const word of text.trim().slice(0, MAX_LENGTH).toLowerCase().split(SEPARATORS)) {
    if (!(word > '\u3040')) found.add(word);
    else for (let i = 0; i + 1 < word.length; i++) found.add(word.slice(i, i + 2));
  }
  found.delete('');
  return found;
}

/** Returns a test: does most of a text stand in one of the titles, and is it more than a site's name? */
export function headlineTest(titles: string[]): (text: string) => boolean {
  const wanted = titles.map(pieces).filter((set) => set.size > 2);
  return (text) => {
    const own = pieces(text);
    if (own.size < 3) return false;
    return wanted.some((set) => {
      let shared = 0;
      for (const piece of own) if (set.has(piece)) shared++;
      return shared >= own.size * 0.55 && shared >= set.size * 0.3;
    });
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
