import { describe, expect, it } from 'vitest';
import {
  backupSchedule,
  isDue,
  noteScheduled,
  noteScheduledFailure,
  switchBackupOff,
  switchBackupOn,
} from '../../../lib/library/backup-schedule';
import { aLibrary } from './a-library';

const NOW = 1_800_000_000_000;
const DAY = 24 * 3_600_000;

describe('the backup that is made by itself', () => {
  it('is off until it is switched on, and then due at once', async () => {
    const db = aLibrary();
    expect(await backupSchedule(db)).toBeNull();
    await switchBackupOn(db, NOW);
    expect(await backupSchedule(db)).toMatchObject({ nextAt: NOW, failed: null });
    await switchBackupOff(db);
    expect(await backupSchedule(db)).toBeNull();
  });

  it('comes back after a week, after a failure tomorrow', async () => {
    const db = aLibrary();
    await switchBackupOn(db, NOW);
    await noteScheduled(db, { download: 1, articles: 5 }, NOW);
    expect(await backupSchedule(db)).toMatchObject({ nextAt: NOW + 7 * DAY, failed: null });
    await noteScheduledFailure(db, 'full', NOW);
    expect(await backupSchedule(db)).toMatchObject({ nextAt: NOW + DAY, failed: 'full', kept: [{ download: 1 }] });
    await noteScheduled(db, { download: 2, articles: 5 }, NOW);
    expect(await backupSchedule(db)).toMatchObject({ nextAt: NOW + 7 * DAY, failed: null });
  });

  it('does not wait for years when the clock was ahead and is set back', async () => {
    const db = aLibrary();
    await switchBackupOn(db, NOW);
    await noteScheduled(db, { download: 1, articles: 5 }, NOW);
    const schedule = await backupSchedule(db);
    const due = [NOW - 300 * DAY, NOW, NOW + 6 * DAY, NOW + 7 * DAY].map((at) => schedule && isDue(schedule, at));
    expect(due).toEqual([true, false, false, true]);
  });

  it('lets go of all but the last three', async () => {
    const db = aLibrary();
    await switchBackupOn(db, NOW);
    const gone = [];
    for (const download of [1, 2, 3, 4, 5])
      gone.push(await noteScheduled(db, { download, articles: 5 + download }, NOW));
    expect(gone).toEqual([[], [], [], [1], [2]]);
  });

  it('keeps a backup that holds more than the new one', async () => {
    const db = aLibrary();
    await switchBackupOn(db, NOW);
    await noteScheduled(db, { download: 1, articles: 9000 }, NOW);
    for (const download of [2, 3, 4]) expect(await noteScheduled(db, { download, articles: 6 }, NOW)).toEqual([]);
    expect(await noteScheduled(db, { download: 5, articles: 6 }, NOW)).toEqual([2]);
    expect((await backupSchedule(db))?.kept.map(({ download }) => download)).toEqual([1, 3, 4, 5]);
  });

  it('is not switched on again by one that was under way', async () => {
    const db = aLibrary();
    await noteScheduledFailure(db, 'full', NOW);
    await noteScheduled(db, { download: 1, articles: 5 }, NOW);
    expect(await backupSchedule(db)).toBeNull();
  });
});
