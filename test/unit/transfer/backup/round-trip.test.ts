import { describe, expect, it } from 'vitest';
import { checkLibrary } from '../../../../lib/library/integrity';
import { backupSource } from '../../../../lib/library/backup';
import { newPlan, planLines, restore, unfinishedRestore } from '../../../../lib/library/restore';
import type { LibraryDb } from '../../../../lib/library/schema';
import { tick } from '../../../../lib/library/clock';
import { type Backup, openBackup } from '../../../../lib/transfer/backup/read-backup';
import { verifyBackup } from '../../../../lib/transfer/backup/verify-backup';
import { writeBackup } from '../../../../lib/transfer/backup/write-backup';
import { anArticle, aLibrary, save } from '../../library/a-library';
import { aBackup, backUp, contentOf, fillLibrary, NOW, stampAt } from './a-backup';

const options = { now: () => NOW, bringBack: false };

async function planOf(db: LibraryDb, backup: Backup) {
  const plan = newPlan();
  await verifyBackup(backup, { onLines: (lines) => planLines(db, lines, plan) });
  return plan.tally;
}

const none = { new: 0, newerThere: 0, newerHere: 0, both: 0, same: 0, deletedHere: 0, unreadable: 0 };

describe('a backup', () => {
  it('brings an empty library to what the full one was, apart from the clock', async () => {
    const db = aLibrary();
    await fillLibrary(db);
    const backup = await aBackup(db);
    const empty = aLibrary();
    expect(await planOf(empty, backup)).toEqual({ ...none, new: 8 });
    expect(await empty.articles.count()).toBe(0);
    expect(await restore(empty, backup, options)).toEqual({ ...none, new: 8 });
    expect(await contentOf(empty)).toEqual(await contentOf(db));
    expect(await unfinishedRestore(empty)).toBeNull();
  });

  it('changes nothing when it is restored twice, nor where it came from', async () => {
    const db = aLibrary();
    await fillLibrary(db);
    const backup = await aBackup(db);
    const before = await contentOf(db);
    expect(await restore(db, backup, options)).toEqual({ ...none, same: 8 });
    expect(await contentOf(db)).toEqual(before);
    const clock = await db.kv.get('clock');
    await restore(db, backup, options);
    expect(await contentOf(db)).toEqual(before);
    expect(await db.kv.get('clock')).toEqual(clock);
  });

  it('lets what is changed after a restore count as newer, also where the clock is behind', async () => {
    const db = aLibrary();
    await save(db, anArticle());
    const other = aLibrary();
    await restore(other, await aBackup(db), options);
    const stamps = (await other.articles.toArray()).flatMap((row) => Object.values(row.stamps));
    const next = await other.transaction('rw', other.kv, () => tick(other, 5));
    expect(stamps.every((stamp) => stamp < next)).toBe(true);
  });

  it('merges an article that both sides saved under ids of their own', async () => {
    const db = aLibrary();
    await save(db, anArticle());
    const other = aLibrary();
    const { id } = await save(other, anArticle());
    await restore(other, await aBackup(db), options);
    expect((await other.articles.toArray()).map((row) => row.id)).toEqual([id]);
  });

  it('keeps another story of the same address as an article of its own', async () => {
    const db = aLibrary();
    await save(db, anArticle());
    const other = aLibrary();
    await save(other, anArticle({ text: '完全是另一篇文章。\n气象台预计雪势今晚减弱，明早转晴。' }));
    expect(await restore(other, await aBackup(db), options)).toMatchObject({ new: 1 });
    expect(await other.articles.count()).toBe(2);
  });

  it('leaves deleted what was deleted here for good, unless it is asked to bring it back', async () => {
    const db = aLibrary();
    const [id = ''] = await fillLibrary(db);
    const backup = await aBackup(db);
    const here = aLibrary();
    await here.deleted.add({ id, urlKeys: [], stamp: stampAt(NOW) });
    expect(await restore(here, backup, options)).toMatchObject({ new: 7, deletedHere: 1 });
    expect(await here.articles.get(id)).toBeUndefined();
    expect(await restore(here, backup, { ...options, bringBack: true })).toMatchObject({ new: 1, same: 7 });
    expect(await contentOf(here)).toEqual(await contentOf(db));
  });

  it('does not delete an article that lives here', async () => {
    const db = aLibrary();
    const { id } = await save(db, anArticle());
    const other = aLibrary();
    await other.deleted.add({ id, urlKeys: [], stamp: stampAt(NOW * 2) });
    const before = await contentOf(db);
    await restore(db, await aBackup(other), options);
    expect(await contentOf(db)).toEqual(before);
  });
});

/** A source that fails at its n-th answer, as a page that is closed there. */
function failingAt(backup: Backup, n: number): Backup {
  let calls = 0;
  const alive = async <T>(answer: () => Promise<T>): Promise<T> => {
    if (++calls === n) throw new Error('killed');
    return answer();
  };
  return {
    ...backup,
    articles: (part) => alive(() => backup.articles(part)),
    picture: (hash) => alive(() => backup.picture(hash)),
    siteRules: () => alive(() => backup.siteRules()),
  };
}

describe('a library that a backup was merged into', () => {
  it('holds together: rows, bodies, texts, versions and pictures agree', async () => {
    const db = aLibrary();
    const [first = ''] = await fillLibrary(db);
    const other = aLibrary();
    await restore(other, await aBackup(db), options);
    // Both sides go on: another text here, another one there later, and an article of its own.
    const changed = async (last: string) =>
      anArticle({ url: 'https://news.example.com/0', text: `${(await textOf(db, first)) ?? ''}\n${last}` });
    const [here, there] = [await changed('这边的一段'), await changed('那边的一段')];
    await save(other, here, { now: NOW + 10_000 });
    await save(db, there, { now: NOW + 20_000 });
    await save(db, anArticle({ url: 'https://news.example.com/new', text: '只在那边保存的一篇。' }));
    expect(await restore(other, await aBackup(db), options)).toEqual({ ...none, new: 1, both: 1, same: 7 });
    const versions = await other.versions.where({ articleId: first }).toArray();
    expect(versions.map(({ n }) => n)).toEqual([1, 2, 3]);
    expect(versions.map(({ text }) => text?.split('\n').at(-1))).toContain('这边的一段');
    expect((await textOf(other, first))?.endsWith('那边的一段')).toBe(true);
    const { findings, finished } = await checkLibrary(other, { depth: 'full' });
    expect({ findings, finished }).toEqual({ findings: [], finished: true });
  });
});

describe('a library that lost rows, while their bodies and versions are there', () => {
  it('gets them back, and keeps a body that is not the one of the file', async () => {
    const db = aLibrary();
    const [first = '', second = ''] = await fillLibrary(db);
    const backup = await aBackup(db);
    const whole = await contentOf(db);
    const [row, other] = [await db.articles.get(first), await db.articles.get(second)];
    await db.articles.bulkDelete([first, second]);
    await db.texts.bulkDelete([row?.docNo ?? 0, other?.docNo ?? 0]);
    expect(await restore(db, backup, options)).toEqual({ ...none, new: 2, same: 6 });
    expect(await contentOf(db)).toEqual(whole);

    await db.articles.delete(first);
    await db.bodies.update(first, { html: '<p>后来的正文</p>' });
    await restore(db, backup, options);
    expect((await db.bodies.get(first))?.html).toBe('<p>后来的正文</p>');
    const versions = await db.versions.where({ articleId: first }).toArray();
    expect(versions.map(({ n }) => n)).toEqual([1, 2]);
    expect(versions.map(({ contentHash }) => contentHash)).toContain(row?.contentHash);
  });

  it('takes a file in which two versions have one number', async () => {
    const db = aLibrary();
    await fillLibrary(db, 2);
    const backup = await aBackup(db);
    const lines = await backup.articles(0);
    const [line] = lines as { versions: { contentHash: string }[] }[];
    const [version] = line?.versions ?? [];
    if (version) line?.versions.push({ ...version, contentHash: version.contentHash.replace(/./g, 'a') });
    const empty = aLibrary();
    expect(await restore(empty, { ...backup, articles: async () => lines }, options)).toMatchObject({ new: 2 });
    expect((await empty.versions.toArray()).map(({ n }) => n)).toEqual([1, 2]);
  });
});

const textOf = async (db: LibraryDb, id: string) => {
  const row = await db.articles.get(id);
  return row && (await db.texts.get(row.docNo))?.text;
};

describe('a restore that is killed', { timeout: 120_000 }, () => {
  it('goes on where it was, at every point, and ends as if nothing had been', async () => {
    const db = aLibrary();
    await fillLibrary(db, 60);
    const backup = await aBackup(db);
    const whole = await contentOf(db);
    let killed = 0;
    for (let n = 1; ; n++) {
      const other = aLibrary();
      const died = await restore(other, failingAt(backup, n), options).then(
        () => false,
        () => true,
      );
      if (!died) break;
      killed++;
      expect(await restore(other, backup, options)).toEqual({ ...none, new: 60 });
      expect(await contentOf(other)).toEqual(whole);
    }
    // Two parts of articles, one of marks, seven pictures read once each at most, the rules of sites.
    expect(killed).toBeGreaterThanOrEqual(8);
  });

  it('keeps whole articles only, at every write that fails', async () => {
    const db = aLibrary();
    await fillLibrary(db, 4);
    const backup = await aBackup(db);
    const whole = await contentOf(db);
    let failures = 0;
    for (let n = 1; ; n++) {
      const other = aLibrary();
      let writes = 0;
      let full = true;
      other.use({
        stack: 'dbcore',
        name: 'fullDisk',
        create: (core) => ({
          ...core,
          table: (name) => {
            const table = core.table(name);
            return {
              ...table,
              mutate: (request) =>
                full && ++writes === n
                  ? Promise.reject(new DOMException('disk full', 'QuotaExceededError'))
                  : table.mutate(request),
            };
          },
        }),
      });
      const failed = await restore(other, backup, options).then(
        () => false,
        () => true,
      );
      full = false;
      if (!failed) break;
      failures++;
      const rows = await other.articles.toArray();
      expect((await other.bodies.bulkGet(rows.map(({ id }) => id))).every((body) => body)).toBe(true);
      expect(await other.texts.count()).toBe(rows.length);
      await restore(other, backup, options);
      expect(await contentOf(other)).toEqual(whole);
    }
    expect(failures).toBeGreaterThan(20);
  });
});

describe('a backup that is stopped', { timeout: 60_000 }, () => {
  it('is no backup, at every chunk, and the library is as it was', async () => {
    const db = aLibrary();
    await fillLibrary(db, 4);
    const whole = await backUp(db);
    const before = await contentOf(db);
    for (let end = 0; end < whole.size; end += Math.ceil(whole.size / 40))
      await expect(openBackup(whole.slice(0, end))).rejects.toMatchObject({ name: 'BackupError' });
    const cancelled = new AbortController();
    cancelled.abort(new Error('stopped'));
    await expect(backUp(db, cancelled.signal)).rejects.toThrow('stopped');
    expect(await contentOf(db)).toEqual(before);
  });

  it('says that the disk is full, at every write, and lets go of the file', async () => {
    const db = aLibrary();
    await fillLibrary(db, 4);
    const before = await contentOf(db);
    const source = backupSource(db, async () => ({}));
    let failures = 0;
    for (let n = 1; ; n++) {
      let writes = 0;
      let closed = false;
      const stream = new WritableStream<Uint8Array<ArrayBuffer>>({
        write: () => {
          if (++writes === n) throw new DOMException('disk full', 'QuotaExceededError');
        },
        close: () => void (closed = true),
      });
      const failed = await writeBackup(source, stream, { now: () => NOW, app: '0.1.0' }).then(
        () => null,
        (error: unknown) => error,
      );
      expect(closed).toBe(failed === null);
      if (failed === null) break;
      expect(failed).toMatchObject({ name: 'QuotaExceededError' });
      failures++;
    }
    expect(failures).toBeGreaterThan(20);
    expect(await contentOf(db)).toEqual(before);
  });
});
