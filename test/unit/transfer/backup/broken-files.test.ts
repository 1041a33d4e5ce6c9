import { BlobReader, configure, TextWriter, ZipReader } from '@zip.js/zip.js/lib/zip-core-native.js';
import { describe, expect, it } from 'vitest';
import { newPlan, planLines, restore } from '../../../../lib/library/restore';
import { type BackupErrorCode } from '../../../../lib/transfer/backup/backup-error';
import { type Backup, openBackup } from '../../../../lib/transfer/backup/read-backup';
import { sha256 } from '../../../../lib/transfer/backup/sha256';
import { verifyBackup } from '../../../../lib/transfer/backup/verify-backup';
import { writeZip } from '../../../../lib/transfer/backup/write-zip';
import { aLibrary } from '../../library/a-library';
import { backUp, contentOf, fillLibrary, NOW } from './a-backup';

configure({ useWebWorkers: false });

type Entries = Map<string, Uint8Array<ArrayBuffer>>;

const encode = (text: string) => new TextEncoder().encode(text);

async function entriesOf(file: Blob): Promise<Entries> {
  const entries: Entries = new Map();
  for (const entry of await new ZipReader(new BlobReader(file)).getEntries()) {
    if (entry.directory) continue;
    const name = entry.filename;
    if (name.startsWith('pictures/')) {
      const picture = await (await openBackup(file)).picture(name.slice('pictures/'.length));
      entries.set(name, picture ?? encode(''));
    } else entries.set(name, encode(await entry.getData(new TextWriter())));
  }
  return entries;
}

async function fileOf(entries: Entries): Promise<Blob> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const zip = writeZip(new WritableStream({ write: (chunk) => void chunks.push(chunk) }), new Date(NOW));
  for (const [name, bytes] of entries) await zip.add(name, bytes, { compress: !name.startsWith('pictures/') });
  await zip.close();
  return new Blob(chunks);
}

const decode = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

/** Changes an entry's text, and the manifest with it when whoever tampers knows how. */
async function rewrite(entries: Entries, name: string, change: (text: string) => string, honest = false) {
  const bytes = encode(change(decode(entries.get(name))));
  entries.set(name, bytes);
  if (!honest) return;
  const manifest = JSON.parse(decode(entries.get('manifest.json'))) as { entries: { name: string; sha256: string }[] };
  for (const entry of manifest.entries) if (entry.name === name) entry.sha256 = await sha256(bytes);
  entries.set('manifest.json', encode(JSON.stringify(manifest)));
}

async function changed(change: (entries: Entries) => unknown): Promise<Blob> {
  const db = aLibrary();
  await fillLibrary(db, 4);
  const entries = await entriesOf(await backUp(db));
  await change(entries);
  return fileOf(entries);
}

const PART = 'articles/000001.jsonl';
const firstPicture = (entries: Entries) => [...entries.keys()].find((name) => name.startsWith('pictures/')) ?? '';
const inManifest = (from: string, to: string) => (entries: Entries) =>
  rewrite(entries, 'manifest.json', (text) => text.replace(from, to));

/** As a page does: opened, read whole, and only then restored. */
async function restoreFile(file: Blob, db = aLibrary()) {
  const backup: Backup = await openBackup(file);
  const plan = newPlan();
  await verifyBackup(backup, { onLines: (lines) => planLines(db, lines, plan) });
  return restore(db, backup, { now: () => NOW, bringBack: false });
}

describe('a file that is no whole backup', { timeout: 60_000 }, () => {
  const cases: { it: string; code: BackupErrorCode; file: () => Promise<Blob> }[] = [
    { it: 'is empty', code: 'foreign', file: async () => new Blob([]) },
    { it: 'is a picture', code: 'foreign', file: async () => new Blob([encode('\x89PNG and so on')]) },
    {
      it: 'is a ZIP of something else',
      code: 'foreign',
      file: () => fileOf(new Map([['word/document.xml', encode('<xml/>')]])),
    },
    {
      it: 'has the manifest of another program',
      code: 'foreign',
      file: () => fileOf(new Map([['manifest.json', encode('{"name": "an extension", "version": "1"}')]])),
    },
    {
      it: 'was written by a newer build',
      code: 'newer',
      file: () => changed(inManifest('"version": 1', '"version": 2')),
    },
    { it: 'has a manifest that is not JSON', code: 'damaged', file: () => changed(inManifest('{', '{{')) },
    {
      it: 'has a manifest with wrong fields',
      code: 'damaged',
      file: () => changed(inManifest('"articles": 4', '"articles": -4')),
    },
    { it: 'lacks articles', code: 'damaged', file: () => changed((entries) => entries.delete(PART)) },
    { it: 'lacks a picture', code: 'damaged', file: () => changed((entries) => entries.delete(firstPicture(entries))) },
    {
      it: 'has an article that was changed',
      code: 'damaged',
      file: () => changed((entries) => rewrite(entries, PART, (text) => text.replace('江城晚报', '江城早报'))),
    },
    {
      it: 'has a picture that was changed',
      code: 'damaged',
      file: () => changed((entries) => entries.set(firstPicture(entries), encode('another picture'))),
    },
    {
      it: 'lacks an article that it counts',
      code: 'damaged',
      file: () => changed((entries) => rewrite(entries, PART, (text) => text.slice(text.indexOf('\n') + 1), true)),
    },
    {
      it: 'has lines that are not JSON',
      code: 'damaged',
      file: () => changed((entries) => rewrite(entries, PART, (text) => text.replaceAll('{', '['), true)),
    },
  ];

  for (const { it: name, code, file } of cases)
    it(`${name}: it says so, and nothing is written`, async () => {
      const db = aLibrary();
      await expect(restoreFile(await file(), db)).rejects.toMatchObject({ name: 'BackupError', code });
      expect(await db.articles.count()).toBe(0);
      expect(await db.pictures.count()).toBe(0);
    });

  it('unpacks to more than any library writes: it is refused before the memory is full', async () => {
    const db = aLibrary();
    await fillLibrary(db, 4);
    const file = await backUp(db);
    await expect(openBackup(file, 500)).rejects.toMatchObject({ name: 'BackupError', code: 'damaged' });
    const part = 'x'.repeat(5_000_000);
    const bomb = await changed((entries) => rewrite(entries, PART, () => part, true));
    expect(bomb.size).toBeLessThan(100_000);
    const opened = await openBackup(bomb, 1_000_000);
    await expect(opened.articles(0)).rejects.toMatchObject({ name: 'BackupError', code: 'damaged' });
  });

  it('was cut off anywhere: it is known as such', async () => {
    const db = aLibrary();
    await fillLibrary(db, 4);
    const whole = await backUp(db);
    for (const part of [0.1, 0.5, 0.9, 0.999])
      await expect(openBackup(whole.slice(0, Math.floor(whole.size * part)))).rejects.toMatchObject({ code: 'cut' });
  });

  it('has one flipped byte anywhere: it is refused, or what it holds is unharmed', async () => {
    const db = aLibrary();
    await fillLibrary(db, 4);
    const whole = new Uint8Array(await (await backUp(db)).arrayBuffer());
    const expected = await contentOf(db);
    let refused = 0;
    for (let at = 5; at < whole.length; at += Math.ceil(whole.length / 60)) {
      const harmed = whole.slice();
      harmed[at] = (harmed[at] ?? 0) ^ 0x10;
      const other = aLibrary();
      const restored = await restoreFile(new Blob([harmed]), other).then(
        () => true,
        (error: unknown) => {
          expect(error).toMatchObject({ name: 'BackupError' });
          return false;
        },
      );
      if (restored) expect(await contentOf(other)).toEqual(expected);
      else expect(await other.articles.count()).toBe(0);
      if (!restored) refused++;
    }
    expect(refused).toBeGreaterThan(30);
  });
});

describe('a file that was tampered with by someone who mends its hashes', () => {
  const lies: { it: string; from: string; to: string }[] = [
    {
      it: 'an address that runs a script',
      from: '"url":"https://news.example.com/1"',
      to: '"url":"javascript:alert(1)"',
    },
    { it: 'an article of another id than its body', from: '"articleId":"', to: '"articleId":"X' },
    { it: 'a state that does not exist', from: '"state":"trash"', to: '"state":"nowhere"' },
    { it: 'a stamp that is none', from: '"content":"', to: '"content":"9' },
  ];
  for (const { it: name, from, to } of lies)
    it(`leaves out ${name}, and keeps the others`, async () => {
      const file = await changed((entries) => rewrite(entries, PART, (text) => text.replace(from, to), true));
      expect(await restoreFile(file)).toMatchObject({ new: 3, unreadable: 1 });
    });
});
