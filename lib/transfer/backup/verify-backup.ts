import { BackupError } from './backup-error';
import type { Backup } from './read-backup';

type Options = {
  /** Each article line, while it is in memory. */
  onLines?: (lines: unknown[]) => Promise<void> | void;
  /** Entries read so far, and all of them. */
  onProgress?: (done: number, of: number) => void;
  signal?: AbortSignal;
};

const isDeleted = (line: unknown): boolean =>
  typeof line === 'object' && line !== null && 'deleted' in line && line.deleted === true;

/** Reads every entry of a backup once and compares hashes and counts. Rejects with a `BackupError` at the first that differs. */
export async function verifyBackup(backup: Backup, { onLines, onProgress, signal }: Options = {}): Promise<void> {
  const { counts } = backup.manifest;
  const of = backup.parts + counts.pictures;
  const found = { articles: 0, deleted: 0, pictures: 0, pictureBytes: 0, siteRules: 0, termPrefs: 0 };
  let done = 0;
  for (let part = 0; part < backup.parts; part++) {
    signal?.throwIfAborted();
    const lines = await backup.articles(part);
    for (const line of lines) found[isDeleted(line) ? 'deleted' : 'articles']++;
    await onLines?.(lines);
    onProgress?.(++done, of);
  }
  for (const hash of backup.pictureHashes()) {
    signal?.throwIfAborted();
    const bytes = await backup.picture(hash);
    found.pictures++;
    found.pictureBytes += bytes?.length ?? 0;
    onProgress?.(++done, of);
  }
  found.siteRules = (await backup.siteRules()).length;
  found.termPrefs = (await backup.termPrefs()).length;
  await backup.settings();
  for (const [name, count] of Object.entries(found))
    if (counts[name as keyof typeof found] !== count) throw new BackupError('damaged', `${name}: ${count}`);
}
