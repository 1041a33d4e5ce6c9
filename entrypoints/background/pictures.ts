/** The pictures of saved articles, fetched one by one after the save. What is still to do stands in the library, so it survives this worker. */
import { browser } from 'wxt/browser';
import { nextPictureAt, pendingPictures, storePicture } from '../../lib/library/pictures';
import { fetchPicture } from './fetch-picture';
import { library } from './library';

export const PICTURES_ALARM = 'pictures';

/** Works until nothing is due. A Web Lock keeps a second call, also from another life of the worker, from doing the same work. */
export async function fetchPendingPictures(): Promise<void> {
  // Should this worker die, the alarm takes up the work.
  await browser.alarms.create(PICTURES_ALARM, { delayInMinutes: 1, periodInMinutes: 1 });
  await navigator.locks.request('quietpage-pictures', { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    const db = library();
    for (;;) {
      const jobs = await pendingPictures(db, Date.now());
      if (jobs.length === 0) break;
      for (const job of jobs) {
        await storePicture(db, job, await fetchPicture(job.url, job.pageUrl), Date.now());
      }
    }
    if ((await nextPictureAt(db)) === null) await browser.alarms.clear(PICTURES_ALARM);
  });
}
