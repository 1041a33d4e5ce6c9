/**
 * Every message that crosses a process, in one type, and the one place that sends and receives them.
 *
 * Own code rather than a messaging library: the sender must see *each* failure (a save is sent again on any
 * rejection), a listener must see the real `sender`, and the detector must be able to post the same shape with
 * no library at all. Wire form: `{ type, data }` → `{ ok: true, value } | { ok: false, error }`.
 */
import { browser, type Browser } from 'wxt/browser';
import type { ArticleId, Extracted, Keyword, ReadingPosition } from './article';
import type { PageAnswer } from './extract/paging/page-answer';

/** What the detector found; reasons are codes that the popup translates. */
export type Verdict = { article: boolean; score: number; reasons: string[] };

export type SaveStatus = 'created' | 'updated' | 'unchanged';

export type SaveResult =
  /** `lackingPage`: the article goes on in pages of which this one could not be had; those before it are saved. */
  | { status: SaveStatus; id: ArticleId; savedAt: number; lackingPage?: number }
  /** A private window: ask the user once, then send again with `consent`. */
  | { status: 'needsConsent' };

export type SavedState = { id: ArticleId; savedAt: number; position?: ReadingPosition } | null;

export type SaveRequest = { saveId: string; article: Extracted; consent?: boolean };

/** Entry of `storage.session`: fetched pictures could not be written; they wait in the queue until there is room. */
export type PicturesStopped = { code: 'full' | 'write'; at: number };

/** Why a page cannot be read or saved; each has a text in both languages under `error_<code>`. */
export type PageErrorCode =
  | 'restrictedPage'
  | 'noAccess'
  | 'noAnswer'
  | 'notHtml'
  | 'noArticle'
  | 'notSaved'
  | 'tooLarge'
  | 'orphaned';

export type ReaderAction = 'toggle' | 'open' | 'close' | 'save' | 'state';
export type ReaderAnswer = {
  open: boolean;
  saved?: SaveResult;
  /** The page took the view away twice, so it gave up; the library view is the way out. */
  pushedAway?: boolean;
  /** The tools that come after the first paint are not there yet. */
  bare?: boolean;
};

/** Name → what is sent and what is answered. */
export type Messages = {
  // From content scripts to the background. The sender's address and tab come from the browser, never from the message.
  articleFound: (found: Verdict) => void;
  saveArticle: (request: SaveRequest) => SaveResult;
  /** Also carries the reading position of an article that is already saved. */
  savedState: (at: { position?: ReadingPosition }) => SavedState;
  keywordsFor: (article: KeywordsRequest) => Keyword[];
  /** The block that the user picked on this page stands for the article on all pages of its site; `null`: no more. */
  pickBlock: (picked: { block: string | null }) => void;
  /** Do articles of this site open by themselves? With `stop` they do no more. In a private window: no, and nothing changes. */
  siteOpens: (wish: { stop?: boolean }) => boolean;
  /** A further page of the article, from the sender's own origin; `charset` is the encoding of the page that asks. */
  nextPage: (wanted: { url: string; charset: string }) => PageAnswer;
  /** Shows our library in a tab, at an article if one is named. */
  openLibrary: (to: { id?: ArticleId }) => void;
  // From our own pages to the background.
  openReader: (to: { tabId: number }) => ReaderAnswer;
  savePage: (to: { tabId: number; consent?: boolean }) => SaveResult;
  /** Pictures were queued: fetch them now, not at the next alarm. */
  fetchPictures: (nothing: null) => void;
  /** The verdict on a page that nobody has looked at yet; `null`: nobody is to. */
  lookAt: (at: { tabId: number }) => Verdict | null;
  /** Turns switches of a site, which is a host without a port; what is not named stays as it is. */
  switchSite: (to: { site: string; detectionOff?: boolean; openByItself?: boolean }) => void;
  /** Rules of sites came in. */
  followSites: (nothing: null) => void;
  /** Texts came in, or the index did not answer. */
  keepIndex: (nothing: null) => void;
  // To a tab.
  askVerdict: (nothing: null) => Verdict;
  readerCommand: (command: { action: ReaderAction; consent?: boolean; block?: string | null }) => ReaderAnswer;
};

export type KeywordsRequest = { title: string; text: string; lang: string; declared: string[]; source: string | null };

export type MessageName = keyof Messages;
type Data<N extends MessageName> = Parameters<Messages[N]>[0];
type Value<N extends MessageName> = ReturnType<Messages[N]>;

/** A failure that was foreseen and has a text for the user. */
export class PageError extends Error {
  constructor(readonly code: PageErrorCode) {
    super(code);
    this.name = 'PageError';
  }
}

type Answer = { ok: true; value: unknown } | { ok: false; error: string };

function open<N extends MessageName>(answer: Answer | undefined): Value<N> {
  if (!answer) throw new PageError('noAnswer');
  if (!answer.ok) throw new PageError(answer.error as PageErrorCode);
  return answer.value as Value<N>;
}

/** Sends to the background. Throws `PageError`; any other rejection means that the worker died: send again. */
export async function sendMessage<N extends MessageName>(type: N, data: Data<N>): Promise<Value<N>> {
  return open<N>(await browser.runtime.sendMessage({ type, data }));
}

/** Sends to the content scripts of a tab's top frame. Throws `PageError('noAnswer')` when nobody answers. */
export async function sendToTab<N extends MessageName>(tabId: number, type: N, data: Data<N>): Promise<Value<N>> {
  const answer = (await browser.tabs.sendMessage(tabId, { type, data }, { frameId: 0 }).catch(() => undefined)) as
    | Answer
    | undefined;
  return open<N>(answer);
}

export type Sender = Browser.runtime.MessageSender;

/** A handler checks `data` itself: it comes from outside, whatever the type says. */
export type Handlers = {
  [N in MessageName]?: (data: unknown, sender: Sender) => Value<N> | Promise<Value<N>>;
};

/** Registers handlers; must be called synchronously at start, or a woken worker misses its message. Returns the way to stop. */
export function onMessages(handlers: Handlers): () => void {
  const listener = (message: unknown, sender: Sender, reply: (answer: Answer) => void): boolean => {
    const { type, data } = (message ?? {}) as { type?: MessageName; data?: unknown };
    if (sender.id !== browser.runtime.id || typeof type !== 'string' || !Object.hasOwn(handlers, type)) return false;
    const handle = handlers[type];
    if (!handle) return false;
    // The promise form of a listener is not understood by every Chromium we support; `true` keeps the channel open.
    Promise.resolve()
      .then(() => handle(data, sender))
      .then((value) => reply({ ok: true, value }))
      .catch((error: unknown) => {
        if (!(error instanceof PageError)) console.error(error);
        reply({ ok: false, error: error instanceof PageError ? error.code : 'notSaved' });
      });
    return true;
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}
