/** One backup of the weekly ones: made by a page that the background opened for it. */
import { browser } from 'wxt/browser';
import { noteScheduled, noteScheduledFailure } from '../../lib/library/backup-schedule';
import type { LibraryDb } from '../../lib/library/schema';
import { type BackupOutcome, makeBackup, type Watch } from './backup-run';
import { privateFile } from './backup-target';

export const isScheduledPage = (location: Location): boolean => location.search === '?backup';

/** Resolves when the file is complete on the disk. */
async function download(file: File, name: string): Promise<number> {
  const url = URL.createObjectURL(file);
  const id = await browser.downloads.download({
    url,
    filename: `Quietpage/${name}`,
    conflictAction: 'uniquify',
    saveAs: false,
  });
  for (;;) {
    const [item] = await browser.downloads.search({ id });
    if (item?.state === 'complete') return id;
    if (item?.state !== 'in_progress') throw new Error(`The download stopped: ${item?.error ?? 'removed'}`);
    await new Promise((wait) => setTimeout(wait, 500));
  }
}

/** Closes the page when all went well; a failure stays in sight, here and under the switch. */
export async function runScheduledBackup(db: LibraryDb, name: string, watch: Watch): Promise<BackupOutcome> {
  let id = -1;
  const deliver = async (file: File) => void (id = await download(file, name));
  const make = async (): Promise<BackupOutcome> =>
    browser.downloads
      ? makeBackup(db, { ...(await privateFile(name)), deliver }, watch)
      : { ok: false, why: 'permission' };
  const outcome = await make().catch((): BackupOutcome => ({ ok: false, why: 'write' }));
  const now = Date.now();
  if (outcome.ok) {
    const { articles } = outcome.manifest.counts;
    for (const old of await noteScheduled(db, { download: id, articles }, now))
      await browser.downloads.removeFile(old).catch(() => undefined);
  } else if (outcome.why !== 'busy') await noteScheduledFailure(db, outcome.why, now);
  if (outcome.ok || outcome.why === 'busy') {
    const tab = await browser.tabs.getCurrent();
    if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
  }
  return outcome;
}
