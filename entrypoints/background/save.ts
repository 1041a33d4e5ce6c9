/** A save: checked, given keywords, committed in one transaction, and only then answered. */
import { browser, type Browser } from 'wxt/browser';
import { prepareArticle } from '../../lib/library/prepare';
import { setPosition } from '../../lib/library/read';
import { saveArticle as commit } from '../../lib/library/save';
import { savedState as readState } from '../../lib/library/saved-state';
import { PageError, type SavedState, type SaveResult } from '../../lib/messages';
import { changeSettings, loadSettings } from '../../lib/settings/store';
import { showSign } from './badge';
import type { PageSender } from './doors';
import { check, schemas } from './schemas';
import { findKeywords } from './keywords';
import { library } from './library';
import { fetchPendingPictures } from './pictures';
import { keepIndex } from './upkeep';
import { commandReader } from './reader';
import { reportFailure } from './report';

/** The address of the page is the browser's word, never the message's. Rejects when nothing was written. */
export async function saveArticle(data: unknown, page: PageSender): Promise<SaveResult> {
  const { saveId, article, consent } = check(schemas.saveRequest, data);
  if (page.incognito && !(await mayKeepPrivatePage(consent))) return { status: 'needsConsent' };
  const own = { ...article, url: page.url };
  const found = await findKeywords({ ...own, declared: own.declaredKeywords }, own.provenance.keywords);
  const result = await commit(library(), await prepareArticle(own, found), { saveId, now: Date.now() });
  void fetchPendingPictures();
  void keepIndex();
  return own.lackingPage === undefined ? result : { ...result, lackingPage: own.lackingPage };
}

/** What is saved from a private window is kept for good: the user is asked once. */
async function mayKeepPrivatePage(consent: boolean): Promise<boolean> {
  if (consent) await changeSettings({ privateSaveAgreed: true });
  return consent || (await loadSettings()).privateSaveAgreed;
}

/** Is this page saved? Also takes the reading position of one that is. */
export async function savedState(data: unknown, page: PageSender): Promise<SavedState> {
  const { position } = check(schemas.savedState, data);
  const state = await readState(library(), page.url);
  if (state && position) await setPosition(library(), state.id, position, Date.now());
  return state;
}

/** For the popup: the page of a tab, extracted there and saved here. */
export async function savePage(data: unknown): Promise<SaveResult> {
  const { tabId, consent } = check(schemas.tab, data);
  const { saved } = await commandReader(tabId, 'save', consent);
  if (!saved) throw new PageError('notSaved');
  return saved;
}

/** For the menu and the keyboard: the answer is a sign on the button. A private page asks in its clean view. */
export async function saveTab(tab: Browser.tabs.Tab | undefined): Promise<void> {
  if (tab?.id === undefined) return;
  try {
    const result = await savePage({ tabId: tab.id });
    if (result.status === 'needsConsent') await commandReader(tab.id, 'open');
    else {
      const { lackingPage: page } = result;
      const said = page === undefined ? 'action_saved' : 'action_saved_lacking';
      await showSign(
        tab.id,
        'done',
        browser.i18n.getMessage(said, page === undefined ? [] : [`${page}`, `${page - 1}`]),
      );
    }
  } catch (error) {
    await reportFailure(tab, error);
  }
}
