import type { Extracted } from '../../lib/article';
import { PageError, type SaveResult } from '../../lib/messages';
import { sendSave } from './send-save';
import type { ReaderState } from './state';

type Saves = {
  /** Saves as the user asked now. Throws `PageError`. */
  save: (consent: boolean) => Promise<SaveResult>;
  /** After a return from the back/forward cache, whose save got no answer. */
  resume: () => void;
};

/** One article's way into the library, with the button's state on the way. `whole` brings the article as it is to be saved. */
export function createSaves(whole: () => Promise<Extracted>, show: (change: Partial<ReaderState>) => void): Saves {
  let pending: { saveId: string; consent: boolean } | null = null;

  const send = async (request: { saveId: string; consent: boolean }): Promise<SaveResult> => {
    pending = request;
    show({ saving: 'sending' });
    try {
      const result = await sendSave({ ...request, article: await whole() });
      if (result.status === 'needsConsent') show({ saving: 'asking' });
      else show({ saving: 'done', changed: false, saved: { id: result.id, savedAt: result.savedAt } });
      return result;
    } catch (error) {
      const failed = error instanceof PageError ? error.code : 'notSaved';
      show({ saving: failed === 'orphaned' ? failed : { failed } });
      throw error;
    } finally {
      pending = null;
    }
  };
  return {
    save: (consent) => send({ saveId: crypto.randomUUID(), consent }),
    resume() {
      // The same id: if the first one was committed, this one only brings the answer.
      if (pending) void send(pending).catch(() => undefined);
    },
  };
}
