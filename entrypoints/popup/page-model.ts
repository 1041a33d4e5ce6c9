import { batch, computed, signal } from '@preact/signals';
import { PageError, type PageErrorCode, type SavedState, type SaveResult, type Verdict } from '../../lib/messages';
import type { ActivePage } from './active-page';

type Saved = Pick<NonNullable<SavedState>, 'id' | 'savedAt'>;

/** The world outside, so that the model can be tried without a browser. */
export type PageWorld = {
  find: () => Promise<ActivePage>;
  openReader: (tabId: number) => Promise<unknown>;
  save: (tabId: number, consent: boolean) => Promise<SaveResult>;
  /** Answers now and after each change, as long as the popup lives. */
  watchSaved: (url: string, onSaved: (saved: Saved | null) => void) => void;
  /** The failure of something asked for by key or menu that waits to be told. */
  takeNotice: (tabId: number) => Promise<PageErrorCode | null>;
  /** Must be called straight from a click. True when access was granted. */
  requestAccess: () => Promise<boolean>;
  close: () => void;
};

export type PageModel = ReturnType<typeof pageModel>;

/** What the popup knows about the page below it and can do with it. */
export function pageModel(world: PageWorld) {
  const page = signal<ActivePage | null>(null);
  /** `undefined` while the answer is on its way. */
  const verdict = signal<Verdict | null | undefined>(undefined);
  /** Why nobody looked, if that is so; `undefined` until it is known. Set by the controls of the site. */
  const off = signal<'popup_off' | 'popup_site_off' | null | undefined>(undefined);
  const saved = signal<Saved | null>(null);
  const busy = signal<'read' | 'save' | null>(null);
  const error = signal<PageErrorCode | null>(null);
  const asksConsent = signal(false);
  const justSaved = signal(false);
  /** The page of a paged article from which on it could not be saved. */
  const lackingPage = signal<number | null>(null);
  const tab = computed(() => (page.value?.kind === 'page' ? page.value : null));

  const look = async (): Promise<void> => {
    const found = await world.find();
    page.value = found;
    if (found.kind !== 'page') return;
    void found.verdict.then((answer) => (verdict.value = answer));
    world.watchSaved(found.url, (state) => (saved.value = state));
    error.value ??= await world.takeNotice(found.tabId);
  };

  const attempt = async (what: 'read' | 'save', work: (tabId: number) => Promise<void>): Promise<void> => {
    if (!tab.value || busy.value) return;
    batch(() => ((busy.value = what), (error.value = null)));
    try {
      await work(tab.value.tabId);
    } catch (reason) {
      error.value = reason instanceof PageError ? reason.code : what === 'save' ? 'notSaved' : 'noAnswer';
    } finally {
      busy.value = null;
    }
  };

  const save = (consent: boolean) =>
    attempt('save', async (tabId) => {
      batch(() => ((asksConsent.value = false), (lackingPage.value = null)));
      const result = await world.save(tabId, consent);
      if (result.status === 'needsConsent') asksConsent.value = true;
      else
        batch(() => {
          saved.value = result;
          justSaved.value = true;
          lackingPage.value = result.lackingPage ?? null;
        });
    });

  void look();
  return {
    page,
    verdict,
    off,
    saved,
    busy,
    error,
    asksConsent,
    justSaved,
    lackingPage,
    read: () =>
      attempt('read', async (tabId) => {
        await world.openReader(tabId);
        world.close();
      }),
    save: () => save(false),
    saveForGood: () => save(true),
    declineConsent: () => (asksConsent.value = false),
    allow: async (): Promise<void> => {
      if (!(await world.requestAccess())) return;
      error.value = null;
      await look();
    },
  };
}
