import { byteWriter } from './bytes';

/** First terms of blocks, as a row of `ftsSeg` has them: of each its length, then its bytes. */
export function writeDirectory(firsts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const directory = byteWriter();
  for (const first of firsts) {
    directory.varint(first.length);
    directory.bytes(first);
  }
  return directory.take();
}
