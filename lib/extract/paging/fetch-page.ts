/** One further page of an article over the network: same origin, GET, capped in time and size. */
import { decodePage } from './decode-page.ts';
import { mayFollow } from './may-follow.ts';
import type { PageAnswer, PageTrouble } from './page-answer.ts';

/** A page of an article is far smaller; a message could carry six times as much. */
const MOST_BYTES = 10_000_000;
const TIMEOUT_MS = 15_000;

export type PageWanted = {
  url: string;
  /** The page that asks. */
  first: string;
  /** Its encoding, for a page that declares none. */
  charset: string;
  /** Whether the visitor's cookies go along. */
  cookies: boolean;
};

function troubleOf({ status }: Response): PageTrouble {
  if (status === 401 || status === 402 || status === 403 || status === 407) return 'signIn';
  return status === 404 || status === 410 ? 'missing' : 'server';
}

/** `null`: longer than `most` bytes. */
async function readBytes({ body }: Response, most: number): Promise<Uint8Array | null> {
  if (!body) return new Uint8Array();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Uint8Array(await new Blob(chunks).arrayBuffer());
    length += value.length;
    chunks.push(value);
    if (length <= most) continue;
    await reader.cancel();
    return null;
  }
}

async function readAnswer(response: Response, { first, charset }: PageWanted): Promise<PageAnswer> {
  const contentType = response.headers.get('content-type') ?? '';
  const ends = async (trouble: PageTrouble): Promise<PageAnswer> => {
    await response.body?.cancel();
    return { trouble };
  };
  if (new URL(response.url).origin !== new URL(first).origin) return ends('elsewhere');
  if (!response.ok) return ends(troubleOf(response));
  if (!/^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(contentType)) return ends('notHtml');
  const bytes = await readBytes(response, MOST_BYTES);
  return bytes ? { url: response.url, html: decodePage(bytes, contentType, charset) } : { trouble: 'tooLarge' };
}

/** Never rejects: what went wrong is in the answer. */
export async function fetchPage(fetch: typeof globalThis.fetch, wanted: PageWanted): Promise<PageAnswer> {
  if (!mayFollow(wanted.first, wanted.url)) return { trouble: 'elsewhere' };
  try {
    const response = await fetch(wanted.url, {
      credentials: wanted.cookies ? 'include' : 'omit',
      // Without cookies it is a private window, which leaves no trace.
      cache: wanted.cookies ? 'default' : 'no-store',
      headers: { accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.8' },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return await readAnswer(response, wanted);
  } catch (error) {
    return { trouble: error instanceof Error && error.name === 'TimeoutError' ? 'tooLate' : 'offline' };
  }
}
