/** One pass over a piece of text: how much reading it is, and how much it reads like sentences. */

export type TextMeasure = {
  /** Reading weight: 1 per CJK character, 2 per word elsewhere, so that thresholds hold for both. */
  units: number;
  /** Sentence ends. */
  stops: number;
  /** Commas and the like, the other mark of prose. */
  commas: number;
};

const STOPS = '.!?。！？；…।۔؟';
const COMMAS = ',，、：،؛';
const isCjk = (code: number) =>
  (code >= 0x3040 && code <= 0x30ff) || (code >= 0x3400 && code <= 0x9fff) || (code >= 0xac00 && code <= 0xd7af);

/** A loop over char codes instead of regular expressions: this runs on every page that people open. */
export function measureText(text: string): TextMeasure {
  let units = 0;
  let stops = 0;
  let commas = 0;
  let inWord = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isCjk(code)) {
      units++;
      inWord = false;
    } else if (code <= 32 || code === 0xa0 || code === 0x3000) {
      inWord = false;
    } else if (STOPS.includes(text.charAt(i))) {
      // "3.5" and "example.org" end no sentence; CJK stops need no space after them.
      if (code > 0x2000 || i + 1 === text.length || text.charCodeAt(i + 1) <= 34 || text.charCodeAt(i + 1) > 0x2000)
        stops++;
    } else if (COMMAS.includes(text.charAt(i))) {
      commas++;
      inWord = false;
    } else if (!inWord && code !== 0x7c && code !== 0x2d && code !== 0xb7) {
      units += 2;
      inWord = true;
    }
  }
  return { units, stops, commas };
}
