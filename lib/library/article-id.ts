import type { ArticleId } from '../article';

const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A ULID (github.com/ulid/spec): 48 bits of time, 80 bits of chance, sortable as text. */
export function newArticleId(now: number): ArticleId {
  let time = '';
  for (let rest = now, digit = 0; digit < 10; digit++, rest = Math.floor(rest / 32))
    time = DIGITS.charAt(rest % 32) + time;
  const chance = crypto.getRandomValues(new Uint8Array(16));
  return time + Array.from(chance, (byte) => DIGITS.charAt(byte % 32)).join('');
}
