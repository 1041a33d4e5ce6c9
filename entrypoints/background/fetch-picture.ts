/** One picture over the network, under the rules of the design: no cookies, http(s) only, capped in time and size. */
import { isPrivateHost, mayFetchPicture } from '../../lib/pictures/picture-address';
import { readPicture, type PictureResult } from '../../lib/pictures/read-picture';
import { underPictureRules } from './picture-rules';

const TIMEOUT_MS = 30_000;

/**
 * Hotlink protection comes in two opposite kinds: some servers refuse a foreign referrer, some a missing one.
 * So three tries: none, the picture's own origin, the article.
 */
export async function fetchPicture(picture: string, page: string): Promise<PictureResult> {
  if (!mayFetchPicture(picture, page)) return { ok: false, failure: 'blockedAddress' };
  const guarded = !isPrivateHost(new URL(page).hostname);
  let result: PictureResult = { ok: false, failure: 'unreachable' };
  for (const referrer of [null, `${new URL(picture).origin}/`, page]) {
    result = await underPictureRules({ picture, referrer, guarded }, () => attempt(picture, page));
    if (result.ok || (result.failure !== 'refused' && result.failure !== 'notPicture')) return result;
  }
  return result;
}

async function attempt(picture: string, page: string): Promise<PictureResult> {
  try {
    const response = await fetch(picture, { credentials: 'omit', signal: AbortSignal.timeout(TIMEOUT_MS) });
    // A second look where the browser has no such rule: the address after redirects.
    if (!mayFetchPicture(response.url, page)) {
      await response.body?.cancel();
      return { ok: false, failure: 'blockedAddress' };
    }
    return await readPicture(response);
  } catch (error) {
    console.info('A picture could not be fetched:', picture, error);
    return { ok: false, failure: 'unreachable' };
  }
}
