/** Which pictures may be made smaller, and to what. Pure: drawing is the background's work. */
import { pictureType } from './picture-type';

export type Size = { width: number; height: number };

/** What a browser can write, so that the picture stays of its kind; AVIF, which it can't, becomes WebP. */
const WRITTEN_AS: Record<string, string> = {
  'image/jpeg': 'image/jpeg',
  'image/png': 'image/png',
  'image/webp': 'image/webp',
  'image/avif': 'image/webp',
};

const ascii = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));

/** A drawn copy would show the first frame only. Marks: `acTL` before `IDAT` in PNG, the animation bit in WebP, `avis` in AVIF. */
function mayMove(bytes: Uint8Array, type: string): boolean {
  if (type === 'image/webp') return ascii(bytes, 12, 16) === 'VP8X' && ((bytes[20] ?? 0) & 2) !== 0;
  if (type === 'image/avif') return ascii(bytes, 8, 32).includes('avis');
  return type === 'image/png' && ascii(bytes, 0, 8192).split('IDAT')[0]?.includes('acTL') === true;
}

/** The type to write a smaller copy in, by the first 8 kB; `null` for what is never touched: GIF, SVG, icons, anything animated. */
export function shrinkType(head: Uint8Array): string | null {
  const type = pictureType(head);
  const target = type === null ? undefined : WRITTEN_AS[type];
  return type === null || target === undefined || mayMove(head, type) ? null : target;
}

/** The size whose longer side is `longest`; `null` when the picture is not larger. */
export function shrunkSize({ width, height }: Size, longest: number): Size | null {
  const scale = longest / Math.max(width, height);
  if (!(scale < 1)) return null;
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
