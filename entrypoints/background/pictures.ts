/** The pictures of saved articles, fetched one by one after the save. What is still to do stands in the library, so it survives this worker. */
import { browser } from 'wxt/browser';
import { failureOf } from '../../lib/library/list-failure';
import { nextPictureAt, pendingPictures, storePicture, type PictureOutcome } from '../../lib/library/pictures';
import type { PictureJob } from '../../lib/library/schema';
import type { PicturesStopped } from '../../lib/messages';
import { loadSettings } from '../../lib/settings/store';
import { fetchPicture } from './fetch-picture';
import { library } from './library';
import { shrinkPicture } from './shrink-picture';

export const PICTURES_ALARM = 'pictures';

/** The alarm takes up the work of a worker that died, and waits longer where nothing can be written. */
const wakeAgain = (minutes: number): Promise<void> =>
  browser.alarms.create(PICTURES_ALARM, { delayInMinutes: minutes, periodInMinutes: minutes });

/** Works until nothing is due. A Web Lock keeps a second call, also from another life of the worker, from doing the same work. */
export async function fetchPendingPictures(): Promise<void> {
  await wakeAgain(1);
  await navigator.locks.request('quietpage-pictures', { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    try {
      await emptyQueue();
    } catch (error) {
      // What was fetched is not written, so the queue is as it was.
      const code = failureOf(error, 'write') === 'full' ? 'full' : 'write';
      await browser.storage.session.set({ picturesStopped: { code, at: Date.now() } satisfies PicturesStopped });
      await wakeAgain(10);
      console.error(error);
    }
  });
}

async function emptyQueue(): Promise<void> {
  const db = library();
  for (;;) {
    const jobs = await pendingPictures(db, Date.now());
    if (jobs.length === 0) break;
    for (const job of jobs) {
      await storePicture(db, job, await havePicture(job), Date.now());
      await browser.storage.session.remove('picturesStopped');
    }
  }
  if ((await nextPictureAt(db)) !== null) return;
  await browser.alarms.clear(PICTURES_ALARM);
  // A picture that was queued meanwhile found the lock taken.
  if ((await nextPictureAt(db)) !== null) await wakeAgain(1);
}

/** The setting counts when the picture comes, not when it was queued. */
async function havePicture({ url, pageUrl, wanted }: PictureJob): Promise<PictureOutcome> {
  const { pictures } = await loadSettings();
  if (pictures === 'none' && !wanted) return { ok: false, failure: 'notKept' };
  const result = await fetchPicture(url, pageUrl);
  const longest = Number(pictures);
  return result.ok && longest > 0 ? { ok: true, blob: await shrinkPicture(result.blob, longest) } : result;
}
