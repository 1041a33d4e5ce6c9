/**
 * The key under which variants of a term are one: full width and half width, upper and lower case,
 * runs of white space, punctuation around it. Compare keys, show terms.
 */
export function termKey(term: string): string {
  return term
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2018\u2019]/gu, "'")
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}]+/gu, '')
    .replace(/^[\p{P}\p{S}\s]+|[\p{P}\s]+$/gu, '');
}
