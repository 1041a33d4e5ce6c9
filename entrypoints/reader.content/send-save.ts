import { browser } from 'wxt/browser';
import { PageError, sendMessage, type SaveRequest, type SaveResult } from '../../lib/messages';

const RESENDS = 3;
const PAUSE_MS = 150;

/**
 * Sends until there is an answer: a worker may die before or after the write, and the sender cannot tell. The save id
 * makes sending twice one save. Throws `PageError` when nothing more can be done.
 */
export async function sendSave(request: SaveRequest): Promise<SaveResult> {
  for (let tries = 0; ; tries += 1) {
    if (!browser.runtime?.id) throw new PageError('orphaned');
    try {
      return await sendMessage('saveArticle', request);
    } catch (error) {
      if (error instanceof PageError && error.code !== 'noAnswer') throw error;
      if (tries === RESENDS) throw new PageError('notSaved');
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * (tries + 1)));
    }
  }
}
