/** Making a backup and restoring one, step by step, with an outcome for each way it can end. */
import { browser } from 'wxt/browser';
import { backendOf } from '../../lib/library/backend';
import { backupSize, backupSource } from '../../lib/library/backup';
import { noteBackup } from '../../lib/library/last-backup';
import { failureOf } from '../../lib/library/list-failure';
import { newPlan, planLines, restore, type RestorePlan, type RestoreTally } from '../../lib/library/restore';
import type { LibraryDb } from '../../lib/library/schema';
import { sendMessage } from '../../lib/messages';
import { keepIndex } from '../../lib/search/index/keep-index';
import { loadSettings } from '../../lib/settings/store';
import { BackupError, type BackupErrorCode } from '../../lib/transfer/backup/backup-error';
import type { Manifest } from '../../lib/transfer/backup/manifest';
import { type Backup, openBackup } from '../../lib/transfer/backup/read-backup';
import { verifyBackup } from '../../lib/transfer/backup/verify-backup';
import { writeBackup } from '../../lib/transfer/backup/write-backup';
import type { BackupTarget } from './backup-target';
import { restoreSettings } from './restore-settings';

export type Step = { doing: 'writing' | 'reading' | 'merging'; done: number; of: number };

/** `verify`: what was written reads otherwise. `busy`: another page is at it. `permission`: for downloads, taken back. */
export type BackupFailure = 'stopped' | 'full' | 'write' | 'verify' | 'busy' | 'permission';
export type RestoreFailure = 'stopped' | 'full' | 'write' | 'busy' | BackupErrorCode;

export type Watch = { onStep: (step: Step) => void; signal: AbortSignal };

const whyFailed = (error: unknown, signal: AbortSignal): 'stopped' | 'full' | 'write' => {
  if (signal.aborted) return 'stopped';
  return failureOf(error, 'write') === 'full' ? 'full' : 'write';
};

/** One page at a time; a lock goes with the page that holds it. */
async function alone<T>(work: () => Promise<T>): Promise<T | { ok: false; why: 'busy' }> {
  return navigator.locks.request('quietpage-backup', { ifAvailable: true }, async (lock) =>
    lock ? work() : { ok: false, why: 'busy' },
  );
}

export type BackupOutcome = { ok: true; manifest: Manifest; bytes: number } | { ok: false; why: BackupFailure };

/** Writes the whole library to the target and reads it back; only then it counts as a backup. */
export function makeBackup(db: LibraryDb, target: BackupTarget, { onStep, signal }: Watch): Promise<BackupOutcome> {
  return alone(async (): Promise<BackupOutcome> => {
    try {
      const of = await backupSize(db);
      onStep({ doing: 'writing', done: 0, of });
      const manifest = await writeBackup(backupSource(db, loadSettings), target.stream, {
        now: Date.now,
        app: browser.runtime.getManifest().version,
        onArticles: (done) => onStep({ doing: 'writing', done, of: Math.max(of, done) }),
        signal,
      });
      const file = await target.written();
      const onProgress = (done: number, all: number) => onStep({ doing: 'reading', done, of: all });
      await verifyBackup(await openBackup(file), { onProgress, signal });
      await target.deliver(file);
      await noteBackup(db, { at: Date.now(), articles: manifest.counts.articles });
      return { ok: true, manifest, bytes: file.size };
    } catch (error) {
      if (error instanceof BackupError) return { ok: false, why: 'verify' };
      return { ok: false, why: whyFailed(error, signal) };
    }
  });
}

export type Dry = { ok: true; backup: Backup; plan: RestorePlan } | { ok: false; why: RestoreFailure };

/** Reads a file from start to end and says what a restore would do. Writes nothing. */
export async function lookAt(db: LibraryDb, file: File, { onStep, signal }: Watch): Promise<Dry> {
  try {
    onStep({ doing: 'reading', done: 0, of: 1 });
    const backup = await openBackup(file);
    const plan = newPlan();
    await verifyBackup(backup, {
      onLines: (lines) => planLines(db, lines, plan),
      onProgress: (done, of) => onStep({ doing: 'reading', done, of }),
      signal,
    });
    return { ok: true, backup, plan };
  } catch (error) {
    return { ok: false, why: error instanceof BackupError ? error.code : whyFailed(error, signal) };
  }
}

export type RestoreOutcome = { ok: true; tally: RestoreTally } | { ok: false; why: RestoreFailure };

/** Merges what came in by now, if nobody does, so that searching stays quick. What is left, the next save's merge takes along. */
function keepUp(db: LibraryDb): void {
  backendOf(db)
    .then((database) => keepIndex(database, navigator.locks))
    .catch((error: unknown) => console.error(error));
}

export function runRestore(
  db: LibraryDb,
  backup: Backup,
  bringBack: boolean,
  { onStep, signal }: Watch,
): Promise<RestoreOutcome> {
  return alone(async (): Promise<RestoreOutcome> => {
    try {
      onStep({ doing: 'merging', done: 0, of: backup.parts });
      const tally = await restore(db, backup, {
        now: Date.now,
        bringBack,
        onProgress(done, of) {
          onStep({ doing: 'merging', done, of });
          keepUp(db);
        },
        signal,
      });
      await restoreSettings(await backup.settings());
      keepUp(db);
      // Pictures that were still to come when the backup was made.
      void sendMessage('fetchPictures', null).catch(() => undefined);
      // The rules of sites are merged: the detector follows them, or at the latest at the worker's next start.
      void sendMessage('followSites', null).catch(() => undefined);
      return { ok: true, tally };
    } catch (error) {
      return { ok: false, why: error instanceof BackupError ? error.code : whyFailed(error, signal) };
    }
  });
}
