/** Opens the clean view where the user wants that for a site, and never where it would be in the way. */
import { browser } from 'wxt/browser';
import type { PageSender } from './doors';
import { noteOpened, openedPages } from './opened-pages';
import { commandReader } from './reader';
import { isStillAt, withoutHash } from './tab-address';
import { within } from './within';

const LOOK_TIMEOUT_MS = 2000;

/** Verdicts wait for each other, or two of one page would both be the first. */
let last: Promise<unknown> = Promise.resolve();

export async function openByItself({ tabId, url }: PageSender): Promise<void> {
  const address = withoutHash(url);
  const decision = last.then(() => mayOpen(tabId, address));
  last = decision.catch(() => undefined);
  try {
    if (await decision) await commandReader(tabId, 'open', false, () => isStillAt({ tabId, url }));
  } catch (error) {
    // Nobody asked for it, so nobody is told.
    console.info('The clean view did not open by itself:', error);
  }
}

/** Once for each address in a tab, and not where the user has begun with the page. */
async function mayOpen(tabId: number, address: string): Promise<boolean> {
  const { protocol, hostname } = new URL(address);
  if (!(await browser.permissions.contains({ origins: [`${protocol}//${hostname}/*`] }))) return false;
  const { begun, life, active } = await lookAt(tabId);
  const { title = '' } = await browser.tabs.get(tabId);
  if (!(await isStillAt({ tabId, url: address }))) return false;
  const before = (await openedPages()).filter((page) => page.tabId === tabId);
  await noteOpened({ tabId, address, title, life });
  if (begun || before.some((page) => page.address === address)) return false;
  // A document that changes its address goes on being the same article, unless the user led it to another one.
  const known = before.filter((page) => page.life === life || page.life === null);
  return known.length === 0 || (active && known.every((page) => page.title !== title));
}

async function lookAt(tabId: number): Promise<PageUse> {
  const looking = browser.scripting.executeScript({ target: { tabId }, func: pageUse });
  const [answer] = await within(LOOK_TIMEOUT_MS, looking);
  if (!answer?.result) throw new Error('The page does not say how it is used.');
  return answer.result;
}

type PageUse = {
  /** Scrolled down a screen, text typed or selected. */
  begun: boolean;
  /** When its document began. */
  life: number;
  /** The user did something there within the last seconds. */
  active: boolean;
};

/** Runs in the page by itself, so it uses nothing from here. */
function pageUse(): PageUse {
  let field = document.activeElement;
  while (field?.shadowRoot?.activeElement) field = field.shadowRoot.activeElement;
  const typed = field?.matches(':read-write') && ((field as HTMLInputElement).value ?? field.textContent);
  return {
    begun: scrollY > innerHeight || Boolean(typed) || getSelection()?.isCollapsed === false,
    life: performance.timeOrigin,
    active: navigator.userActivation?.isActive ?? false,
  };
}
