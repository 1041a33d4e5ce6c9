/** Looks after what is derived from texts: their index, the vocabulary. What a worker that died began is taken up again by the alarm. */
import { browser } from 'wxt/browser';
import { backendOf } from '../../lib/library/backend';
import { keepIndex as keep } from '../../lib/search/index/keep-index';
import { keepVocabulary } from './keywords';
import { library } from './library';

export const INDEX_ALARM = 'index';

const wakeAgain = (minutes: number): Promise<void> =>
  browser.alarms.create(INDEX_ALARM, { delayInMinutes: minutes, periodInMinutes: minutes });

type Wish = {
  /** A search could not be answered from the index. */
  doubted?: boolean;
};

/** Nothing waits for it: without it, searching takes longer and finds the same. */
export async function keepIndex(wish: Wish = {}): Promise<void> {
  await wakeAgain(1);
  try {
    const isDone = await keep(await backendOf(library()), navigator.locks, wish);
    await keepVocabulary();
    if (isDone) await browser.alarms.clear(INDEX_ALARM);
  } catch (error) {
    await wakeAgain(10);
    console.error(error);
  }
}
