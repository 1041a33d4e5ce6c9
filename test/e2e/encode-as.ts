const codes = new Map<string, Map<string, number[]>>();

/** Every character of an encoding of one or two bytes, found by decoding: there is no encoder for them in Node. */
function codesOf(label: string): Map<string, number[]> {
  const known = codes.get(label);
  if (known) return known;
  const decoder = new TextDecoder(label);
  const found = new Map<string, number[]>();
  const add = (bytes: number[]): void => {
    const text = decoder.decode(Uint8Array.from(bytes));
    if ([...text].length === 1 && text !== '\ufffd' && !found.has(text)) found.set(text, bytes);
  };
  for (let first = 0; first < 0x80; first++) add([first]);
  for (let first = 0x81; first < 0xff; first++) for (let next = 0x40; next < 0xff; next++) add([first, next]);
  codes.set(label, found);
  return found;
}

/** The text in an encoding by its label of the web (`gbk`, `big5`, `shift_jis`, `utf-16le` with its mark). */
export function encodeAs(label: string, text: string): Buffer {
  if (label === 'utf-16le') return Buffer.from(`\ufeff${text}`, 'utf16le');
  const known = codesOf(label);
  return Buffer.from(
    [...text].flatMap((character) => {
      const bytes = known.get(character);
      if (!bytes) throw new Error(`${label} has no ${character}.`);
      return bytes;
    }),
  );
}
