/** The backup that is made by itself, once a week, into the downloads folder. */
import type { LibraryDb } from './schema';

type Kept = { download: number; articles: number };

export type BackupSchedule = {
  /** Not before this time, milliseconds. */
  nextAt: number;
  /** Why the last try failed, as a code that a page translates; `null` when it did not. */
  failed: string | null;
  /** The backups that lie in the downloads folder, oldest first, by the browser's number. */
  kept: Kept[];
};

const KEY = 'backupSchedule';
const DAY_MS = 24 * 3_600_000;
const WEEK_MS = 7 * DAY_MS;
const KEPT = 3;

/** `null`: switched off. */
export async function backupSchedule(db: LibraryDb): Promise<BackupSchedule | null> {
  return ((await db.kv.get(KEY))?.value as BackupSchedule | undefined) ?? null;
}

/** Further away than a week it was set before the computer's clock was set back. */
export const isDue = ({ nextAt }: BackupSchedule, now: number): boolean => nextAt <= now || nextAt > now + WEEK_MS;

/** The first one is due at once. */
export async function switchBackupOn(db: LibraryDb, now: number): Promise<void> {
  await db.kv.put({ key: KEY, value: { nextAt: now, failed: null, kept: [] } satisfies BackupSchedule });
}

export async function switchBackupOff(db: LibraryDb): Promise<void> {
  await db.kv.delete(KEY);
}

/**
 * Notes a backup that was made. Answers the downloads that may go: the last three stay, and so does every one that
 * holds more articles than the new one, which may be what was left of a library that lost some.
 */
export function noteScheduled(db: LibraryDb, made: Kept, now: number): Promise<number[]> {
  return db.transaction('rw', db.kv, async () => {
    const schedule = await backupSchedule(db);
    if (!schedule) return [];
    const all = [...schedule.kept, made];
    const old = all.slice(0, -KEPT).filter(({ articles }) => articles <= made.articles);
    const kept = all.filter((one) => !old.includes(one));
    await db.kv.put({ key: KEY, value: { nextAt: now + WEEK_MS, failed: null, kept } satisfies BackupSchedule });
    return old.map(({ download }) => download);
  });
}

/** Tried again tomorrow. */
export function noteScheduledFailure(db: LibraryDb, failed: string, now: number): Promise<void> {
  return db.transaction('rw', db.kv, async () => {
    const schedule = await backupSchedule(db);
    if (schedule) await db.kv.put({ key: KEY, value: { ...schedule, failed, nextAt: now + DAY_MS } });
  });
}
