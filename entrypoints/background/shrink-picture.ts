import { shrinkType, shrunkSize } from '../../lib/pictures/shrink-plan';

/** Where a press photograph shows no difference beside its original, at about half the bytes of 0.95. */
const QUALITY = 0.85;

const HEAD_BYTES = 8192;

/**
 * A copy whose longer side is at most `longest` pixels. The picture itself where it is not larger, is of a kind that
 * is never touched, can't be drawn here, or would take as many bytes.
 */
export async function shrinkPicture(blob: Blob, longest: number): Promise<Blob> {
  const type = shrinkType(new Uint8Array(await blob.slice(0, HEAD_BYTES).arrayBuffer()));
  if (!type) return blob;
  try {
    const picture = await createImageBitmap(blob);
    const size = shrunkSize(picture, longest);
    const copy = size && (await draw(picture, size, type));
    picture.close();
    // A browser that can't write this type gives PNG, which may be larger.
    return copy && copy.size < blob.size ? copy : blob;
  } catch (error) {
    console.info('A picture is kept as it came:', error);
    return blob;
  }
}

async function draw(picture: ImageBitmap, { width, height }: { width: number; height: number }, type: string) {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, width, height);
  return canvas.convertToBlob({ type, quality: QUALITY });
}
