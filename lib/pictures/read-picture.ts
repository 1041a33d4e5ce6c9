import { pictureType } from './picture-type';

/** Why a picture could not be kept; each has a text under `picture_<code>`. */
export type PictureFailure = 'refused' | 'missing' | 'unreachable' | 'tooLarge' | 'notPicture' | 'blockedAddress';

export type PictureResult = { ok: true; blob: Blob } | { ok: false; failure: PictureFailure };

/** Larger than any press photograph, small enough that one picture cannot fill a disk. */
const MAX_PICTURE_BYTES = 20 * 1024 * 1024;

/** Streams a response into a Blob, and stops reading as soon as it is too long. Throws only what the stream throws. */
export async function readPicture(response: Response, maxBytes = MAX_PICTURE_BYTES): Promise<PictureResult> {
  if (!response.ok || !response.body) {
    return { ok: false, failure: response.status === 404 || response.status === 410 ? 'missing' : 'refused' };
  }
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > maxBytes) {
      await reader.cancel();
      return { ok: false, failure: 'tooLarge' };
    }
    chunks.push(value);
  }
  const blob = new Blob(chunks);
  const type = pictureType(new Uint8Array(await blob.slice(0, 512).arrayBuffer()));
  return type ? { ok: true, blob: blob.slice(0, blob.size, type) } : { ok: false, failure: 'notPicture' };
}
