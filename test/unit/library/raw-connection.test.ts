import { Dexie } from 'dexie';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openLibrary } from '../../../lib/library/open';
import { openRaw } from '../../../lib/library/raw-connection';
import { SCHEMA_VERSION } from '../../../lib/library/schema';
import { anArticle, aLibrary, save } from './a-library';

const names = async () => (await indexedDB.databases()).map(({ name }) => name);

async function ofVersion(name: string, version: number): Promise<Dexie> {
  const db = new Dexie(name);
  onTestFinished(() => db.delete());
  db.version(version).stores({ articles: 'id' });
  await db.open();
  return db;
}

describe('the raw connection', () => {
  it('reads what Dexie wrote', async () => {
    const db = aLibrary();
    const { id } = await save(db, anArticle({ title: '江城新图书馆开放' }));
    const raw = await openRaw(db.name);
    onTestFinished(() => raw?.close());
    const request = raw?.transaction('articles').objectStore('articles').get(id);
    await vi.waitFor(() => expect(request?.readyState).toBe('done'));
    expect(request?.result).toMatchObject({ title: '江城新图书馆开放' });
  });

  it('creates nothing where no library is', async () => {
    expect(await openRaw('raw-first-run')).toBeNull();
    expect(await names()).not.toContain('raw-first-run');
  });

  it('leaves a library to be made as if it had never been there', async () => {
    const early = openRaw('raw-first-save');
    const db = openLibrary('raw-first-save');
    onTestFinished(() => db.delete());
    await db.open();
    expect(await early).toBeNull();
    expect(await db.articles.count()).toBe(0);
  });

  it.each([
    ['an older', SCHEMA_VERSION - 1],
    ['a newer', SCHEMA_VERSION + 1],
  ])('leaves %s library as it is, and those who have it open', async (which, version) => {
    const db = await ofVersion(`raw ${which}`, version);
    const asked = vi.fn();
    db.on('versionchange', asked);
    expect(await openRaw(db.name)).toBeNull();
    expect(await indexedDB.databases()).toContainEqual({ name: db.name, version: version * 10 });
    expect(asked).not.toHaveBeenCalled();
    expect(db.isOpen()).toBe(true);
  });

  it('gives way to an upgrade', async () => {
    const db = await ofVersion('raw-gives-way', SCHEMA_VERSION);
    db.close();
    expect(await openRaw(db.name)).not.toBeNull();
    const blocked = vi.fn();
    const newer = new Dexie(db.name);
    newer.on('blocked', blocked);
    newer.version(SCHEMA_VERSION + 1).stores({ articles: 'id, title' });
    await newer.open();
    newer.close();
    expect(blocked).not.toHaveBeenCalled();
  });

  it('does not wait for an upgrade that is under way, and does not touch what it makes', async () => {
    const db = await ofVersion('raw-during', SCHEMA_VERSION);
    db.close();
    const upgrade = indexedDB.open(db.name, (SCHEMA_VERSION + 1) * 10);
    const answered = new AbortController();
    const begun = new Promise<void>((resolve) =>
      upgrade.addEventListener('upgradeneeded', () => {
        const store = upgrade.transaction?.objectStore('articles');
        // Work without end, as on a large library.
        const goOn = (): void => {
          const request = store?.count();
          request?.addEventListener('success', () => void (answered.signal.aborted || goOn()));
        };
        goOn();
        resolve();
      }),
    );
    const upgraded = new Promise((resolve) => upgrade.addEventListener('success', resolve));
    await begun;
    expect(await openRaw(db.name)).toBeNull();
    answered.abort();
    await upgraded;
    expect(await indexedDB.databases()).toContainEqual({ name: db.name, version: (SCHEMA_VERSION + 1) * 10 });
    upgrade.result.close();
    // The late connection was closed, so that nothing waits for it.
    await Dexie.delete(db.name);
  });

  it('does not wait behind an upgrade, and is not in the way of the next', async () => {
    const db = await ofVersion('raw-waits', SCHEMA_VERSION);
    const old = db.backendDB();
    // An older page that does not let go.
    db.on('versionchange', () => false);
    const upgrade = indexedDB.open(db.name, (SCHEMA_VERSION + 1) * 10);
    await vi.waitFor(() => expect(upgrade.readyState).toBe('pending'));
    expect(await openRaw(db.name)).toBeNull();
    old.close();
    await vi.waitFor(() => expect(upgrade.readyState).toBe('done'));
    upgrade.result.close();
    await Dexie.delete(db.name);
  });
});
