/** The type of a picture by its first bytes; what a server declares is not believed. */

const ascii = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));

const SIGNATURES: readonly { type: string; matches: (bytes: Uint8Array) => boolean }[] = [
  { type: 'image/jpeg', matches: (b) => b[0] === 0xff && b[1] === 0xd8 && b[2] === 0xff },
  { type: 'image/png', matches: (b) => b[0] === 0x89 && ascii(b, 1, 4) === 'PNG' },
  { type: 'image/gif', matches: (b) => ascii(b, 0, 4) === 'GIF8' },
  { type: 'image/webp', matches: (b) => ascii(b, 0, 4) === 'RIFF' && ascii(b, 8, 12) === 'WEBP' },
  { type: 'image/avif', matches: (b) => ascii(b, 4, 8) === 'ftyp' && /avi[fs]/.test(ascii(b, 8, 32)) },
  { type: 'image/bmp', matches: (b) => ascii(b, 0, 2) === 'BM' },
  { type: 'image/x-icon', matches: (b) => b[0] === 0 && b[1] === 0 && b[2] === 1 && b[3] === 0 },
  // Drawn as an image only, where its scripts and its links do nothing.
  {
    type: 'image/svg+xml',
    matches: (b) =>
      /^\s*(?:\ufeff)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*|<!DOCTYPE[^>]*>\s*)*<svg[\s>]/i.test(
        new TextDecoder().decode(b),
      ),
  },
];

/** Reads at most the first 512 bytes. Returns a MIME type that browsers draw, or `null`. */
export function pictureType(bytes: Uint8Array): string | null {
  const head = bytes.subarray(0, 512);
  return SIGNATURES.find(({ matches }) => matches(head))?.type ?? null;
}
