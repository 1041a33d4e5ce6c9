/** Which half of its set a document is in: the same at each run, and no matter where it stands. */
export function halfOf({ id }: { id: unknown }): 0 | 1 {
  let sum = 7;
  for (const character of String(id)) sum = (Math.imul(sum, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
  return (sum ^ (sum >>> 16)) % 2 === 0 ? 0 : 1;
}
