/** Bytes of a page → text, by the rules of the HTML standard (13.2.3.2 "Determining the character encoding"). */

/** Browsers look for a declaration in as many bytes. */
const LOOKED_AT = 1024;

const DECLARED = /<meta\s[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)/i;

function decoderFor(label: string | undefined): TextDecoder | null {
  try {
    return label ? new TextDecoder(label) : null;
  } catch {
    return null;
  }
}

function declaredIn(bytes: Uint8Array): TextDecoder | null {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, LOOKED_AT)).replace(/<!--[^]*?-->/g, '');
  const label = DECLARED.exec(start)?.[1];
  // A declaration that can be read like this is not in UTF-16, whatever it says.
  return /^utf-?16/i.test(label ?? '') ? new TextDecoder() : decoderFor(label);
}

function markedBy([first, second, third]: Uint8Array): TextDecoder | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return new TextDecoder();
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be');
  return first === 0xff && second === 0xfe ? new TextDecoder('utf-16le') : null;
}

/**
 * `contentType` is the header; `likely` the encoding of a page of the same site, which stands for the browser's guess where
 * nothing is declared.
 */
export function decodePage(bytes: Uint8Array, contentType: string, likely: string): string {
  const inHeader = /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType)?.[1];
  const decoder = markedBy(bytes) ?? decoderFor(inHeader) ?? declaredIn(bytes) ?? decoderFor(likely);
  return (decoder ?? new TextDecoder()).decode(bytes);
}
