const PAST_FIRST_PLANE = /[\u{10000}-\u{10ffff}]/u;

/** UTF-8 of a term, into `bytes`; returns how many. Terms hold no lone surrogates: those are no letters. */
export function writeUtf8(term: string, bytes: Uint8Array): number {
  let length = 0;
  for (let i = 0; i < term.length; i++) {
    const code = term.codePointAt(i) ?? 0;
    if (code < 0x80) bytes[length++] = code;
    else {
      const extra = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
      bytes[length++] = ((0xff00 >> (extra + 1)) & 0xff) | (code >> (6 * extra));
      for (let shift = 6 * (extra - 1); shift >= 0; shift -= 6) bytes[length++] = 0x80 | ((code >> shift) & 0x3f);
      if (extra === 3) i++;
    }
  }
  return length;
}

/** Halves of what stands past the first plane come after all that stands in it. */
const rankOf = (unit: number): number => (unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x2000 : unit - 0x800);

function byCodePoints(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i++) {
    const [one, other] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (one !== other) return rankOf(one) - rankOf(other);
  }
  return a.length - b.length;
}

/** UTF-8 is in the order of code points; JavaScript compares UTF-16 units, which differs past the first plane. */
export function inByteOrder(terms: string[]): string[] {
  return PAST_FIRST_PLANE.test(terms.join('')) ? terms.toSorted(byCodePoints) : terms.toSorted();
}
