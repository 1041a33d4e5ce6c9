import { hash32, shingles } from './shingles';

/** Any other start than FNV's own makes a second, independent 32 bits. */
const SECOND_START = 0x9e3779b9;

/** FNV leaves its high bits poorly mixed; this is the finisher of MurmurHash3 (github.com/aappleby/smhasher). */
function mix(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * 64-bit simhash (Charikar, 2002) of a text as 16 hexadecimal digits: texts that share most of their shingles
 * differ in few bits. An empty text gives zeros.
 */
export function fingerprint(text: string): string {
  const votes = new Int32Array(64);
  for (const shingle of new Set(shingles(text))) {
    const halves = [mix(hash32(shingle)), mix(hash32(shingle, SECOND_START))];
    for (let bit = 0; bit < 64; bit++) {
      const one = ((halves[bit >> 5] ?? 0) >>> (bit & 31)) & 1;
      votes[bit] = (votes[bit] ?? 0) + (one ? 1 : -1);
    }
  }
  let hex = '';
  for (let bit = 0; bit < 64; bit += 4) {
    const digit = [0, 1, 2, 3].reduce((sum, i) => sum + ((votes[bit + i] ?? 0) > 0 ? 1 << i : 0), 0);
    hex += digit.toString(16);
  }
  return hex;
}
