/** The reader of one page: obeys commands, and is open or not. */
import type { ReaderTools } from '../../components/reading-desk';
import type { ReadingPosition } from '../../lib/article';
import { extract } from '../../lib/extract/extract';
import { PageError, type ReaderAnswer } from '../../lib/messages';
import { loadSettings } from '../../lib/settings/store';
import { closeLeftovers } from './close-leftovers';
import type { Command } from './command';
import { readPage } from './read-page';
import { sendSave } from './send-save';
import { openSession, type Session } from './session';
import { shieldWindow } from './shield';

export type Reader = {
  /** Throws `PageError`. */
  obey: (command: Command) => Promise<ReaderAnswer>;
  /** What comes after the first paint has arrived. */
  attach: (tools: ReaderTools) => void;
  /** Closes and lets go of the page: another reader takes over. */
  leave: () => void;
};

export function createReader(window: Window & typeof globalThis): Reader {
  const life = new AbortController();
  let session: Session | null = null;
  let opening: Promise<void> | null = null;
  let pushedAway = false;
  let asking = false;
  let tools: ReaderTools | null = null;
  /** The block that stands for this page's article, if the user picked one. */
  let block: string | null = null;
  /** Where an article was left, kept for as long as the page lives. */
  let left: { url: string; position: ReadingPosition | null } | null = null;

  /** The script comes with a wish to read: it begins while the command is still on its way. */
  let early: { url: string; reading: ReturnType<typeof readPage> } | null = null;
  setTimeout(() => {
    if (opening || life.signal.aborted || window.document.contentType !== 'text/html') return;
    early = { url: window.location.href, reading: readPage(window, null) };
  });
  const read = (): ReturnType<typeof readPage> => {
    const begun = block === null && early?.url === window.location.href ? early.reading : null;
    early = null;
    return begun ?? readPage(window, block);
  };

  shieldWindow(window, {
    isOpen: () => session !== null,
    onKey: (event) => session?.onKey(event),
    signal: life.signal,
  });

  async function open(): Promise<void> {
    const settings = loadSettings();
    await closeLeftovers(window.document);
    const url = window.location.href;
    const reading = read();
    pushedAway = false;
    session = openSession(window, {
      reading,
      settings: await settings,
      asking,
      position: left?.url === url ? left.position : null,
      read(from) {
        session?.close();
        // Another text has other places.
        if (from !== block) left = null;
        block = from;
        void ensureOpen();
      },
      onClosed(end) {
        session = null;
        asking = false;
        pushedAway = end.pushedAway;
        left = { url, position: end.position };
      },
    });
    tools?.open(session.desk);
  }

  /** Two commands at once open one view. */
  function ensureOpen(): Promise<void> {
    if (session) return Promise.resolve();
    opening ??= open().finally(() => (opening = null));
    return opening;
  }

  /** The open article if there is one, else the page as it stands, without showing anything. */
  async function save(consent: boolean) {
    const saved = await session?.save(consent);
    if (saved) return saved;
    const reading = read();
    if (reading === 'nothing') throw new PageError('noArticle');
    if (reading === 'failed') throw new PageError('notSaved');
    const article = (await tools?.complete(reading, { extract })) ?? reading.article;
    const result = await sendSave({ saveId: crypto.randomUUID(), article, consent });
    asking = result.status === 'needsConsent';
    return result;
  }

  const answer = (): ReaderAnswer => ({
    open: session !== null,
    ...(pushedAway ? { pushedAway } : {}),
    ...(tools ? {} : { bare: true }),
  });

  return {
    async obey({ action, consent, block: known }) {
      if (known !== undefined) block = known;
      if (action === 'save') return { ...answer(), saved: await save(consent) };
      if (action === 'close' || (action === 'toggle' && session)) session?.close();
      else if (action !== 'state') await ensureOpen();
      return answer();
    },
    attach(arrived) {
      tools = arrived;
      if (session) tools.open(session.desk);
    },
    leave() {
      session?.close();
      life.abort();
    },
  };
}
