/** The further pages of the article in this tab, for a view that is open and for a save without one. */
import type { Extracted } from '../../lib/article';
import type { extract, Extraction } from '../../lib/extract/extract';
import { type FurtherPage, joinPage } from '../../lib/extract/paging/join-page';
import type { PageAnswer } from '../../lib/extract/paging/page-answer';
import { type PageWalk, walkPages } from '../../lib/extract/paging/page-walk';
import { inertPage, storedBody } from '../../lib/extract/sanitize';
import { PageError, sendMessage } from '../../lib/messages';

type Start = { article: Extracted; block: string | null };

/** Longer than this nobody waits for a save that shows nothing meanwhile. */
const MOST_MS = 60_000;

/** Pages that were joined, for the life of this page: read again, an article asks for nothing. */
const kept = new Map<string, PageAnswer>();

/** Asks a second time where the worker died. */
async function askForPage(url: string, charset: string): Promise<PageAnswer> {
  const ask = () => sendMessage('nextPage', { url, charset });
  try {
    return await ask().catch((error: unknown) => {
      if (error instanceof PageError && error.code !== 'noAnswer') throw error;
      return ask();
    });
  } catch (error) {
    console.info('No answer about a further page:', error);
    return { trouble: 'offline' };
  }
}

export function walkFrom(window: Window & typeof globalThis, read: typeof extract, start: Start): PageWalk {
  const { document } = window;
  const walk = walkPages(
    {
      extract: read,
      parse: (html) => inertPage(window, html),
      async fetchPage(url) {
        const answer = kept.get(url) ?? (await askForPage(url, document.characterSet));
        kept.set(url, answer);
        return answer;
      },
      now: () => new Date(),
    },
    { document, ...start },
  );
  return {
    ...walk,
    async step() {
      const ahead = walk.ahead();
      const result = await walk.step();
      // Asked anew, it may be another page: after signing in, for example.
      if (ahead && typeof result === 'object' && 'trouble' in result) kept.delete(ahead.url);
      return result;
    },
  };
}

/** A page's markup as an element in which nothing loads until `desk.show` has taken the addresses off its pictures. */
export function sectionOf(window: Window & typeof globalThis, { html }: FurtherPage): HTMLElement {
  const body = storedBody(window, html);
  const section = body.ownerDocument.createElement('section');
  section.append(...body.childNodes);
  return section;
}

export function withPage(window: Window & typeof globalThis, article: Extracted, page: FurtherPage): Extracted {
  return joinPage(article, storedBody(window, article.html), sectionOf(window, page), page.removed);
}

/** The whole article, or as much of it as could be had. Never throws. */
export async function completeArticle(
  window: Window & typeof globalThis,
  { article, block }: Extraction,
  { extract: read }: { extract: typeof extract },
): Promise<Extracted> {
  let whole = article;
  try {
    const until = Date.now() + MOST_MS;
    const walk = walkFrom(window, read, { article, block });
    let tries = 0;
    while (walk.ahead() && !walk.atLimit() && Date.now() < until) {
      const result = await walk.step();
      if (result === 'end') break;
      if (!('trouble' in result)) whole = withPage(window, whole, result);
      else if ((tries += 1) > 1) break;
    }
    const lacking = walk.ahead();
    if (lacking) whole = { ...whole, lackingPage: lacking.page };
  } catch (error) {
    console.error(error);
  }
  return whole;
}
