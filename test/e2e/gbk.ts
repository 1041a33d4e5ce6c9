/** Node reads GBK but does not write it: the table comes from reading every pair of bytes. */
const TABLE = new Map<string, number>();

function fill(): void {
  const decoder = new TextDecoder('gbk');
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const character = decoder.decode(new Uint8Array([lead, trail]));
      if ([...character].length === 1 && !TABLE.has(character)) TABLE.set(character, lead * 256 + trail);
    }
  }
}

export function gbk(text: string): Buffer {
  if (TABLE.size === 0) fill();
  return Buffer.from(
    [...text].flatMap((character) => {
      const code = character.codePointAt(0) ?? 0;
      if (code < 0x80) return [code];
      const pair = TABLE.get(character);
      if (!pair) throw new Error(`GBK has no ${character}.`);
      return [pair >> 8, pair & 0xff];
    }),
  );
}
