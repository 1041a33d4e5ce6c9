import { describe, expect, it } from 'vitest';
import { restore } from '../../../../lib/library/restore';
import { openBackup } from '../../../../lib/transfer/backup/read-backup';
import { sha256 } from '../../../../lib/transfer/backup/sha256';
import { writeBackup } from '../../../../lib/transfer/backup/write-backup';
import { aLibrary } from '../../library/a-library';
import { aBackup, fillLibrary, NOW } from './a-backup';

const ARTICLES = 2000;
const SLICE = 50;
const PICTURE = 20_000;
const TEXT = 2000;

const pictureOf = (n: number): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(PICTURE);
  new DataView(bytes.buffer).setUint32(0, n);
  return bytes;
};

/** A library of 40 MB of pictures and 4 MB of text that is made as it is read. */
async function* slices(articles: number, hashes: Map<string, number>, onRead: (bytes: number) => void) {
  for (let from = 0; from < articles; from += SLICE) {
    const lines = [];
    for (let n = from; n < from + SLICE; n++) {
      const hash = await sha256(pictureOf(n));
      hashes.set(hash, n);
      lines.push({ deleted: false as const, body: {}, versions: [], pictures: [{ hash }], text: 'x'.repeat(TEXT) });
    }
    onRead(SLICE * TEXT);
    yield lines;
  }
}

describe('the memory of a backup', { timeout: 60_000 }, () => {
  it('holds one slice of articles and a picture or two, however slow the disk is', async () => {
    const hashes = new Map<string, number>();
    let held = 0;
    let peak = 0;
    let written = 0;
    const read = (bytes: number) => {
      held += bytes;
      peak = Math.max(peak, held);
    };
    const stream = new WritableStream<Uint8Array<ArrayBuffer>>({
      async write(chunk) {
        await new Promise((done) => setTimeout(done, 0));
        written += chunk.length;
        if (chunk.length === PICTURE) held -= PICTURE;
      },
    });
    const source = {
      slices: () =>
        slices(ARTICLES, hashes, (bytes) => {
          // The slice before has been let go.
          held = 0;
          read(bytes);
        }),
      picture: async (hash: string) => {
        read(PICTURE);
        return new Blob([pictureOf(hashes.get(hash) ?? 0)]);
      },
      siteRules: async () => [],
      termPrefs: async () => [],
      settings: async () => ({}),
    };
    const { counts } = await writeBackup(source, stream, { now: () => NOW, app: '0.1.0' });
    expect(counts).toMatchObject({ articles: ARTICLES, pictures: ARTICLES, pictureBytes: ARTICLES * PICTURE });
    expect(written).toBeGreaterThan(ARTICLES * PICTURE);
    expect(peak).toBeLessThanOrEqual(SLICE * TEXT + 2 * PICTURE);
  });

  it('holds one picture of a restore, which is in the library before the next one is read', async () => {
    const db = aLibrary();
    await fillLibrary(db);
    const backup = await aBackup(db);
    const other = aLibrary();
    const asked: string[] = [];
    const picture = async (hash: string) => {
      expect(await other.pictures.count()).toBe(asked.length);
      asked.push(hash);
      return backup.picture(hash);
    };
    await restore(other, { ...backup, picture }, { now: () => NOW, bringBack: false });
    expect(asked.length).toBe(await db.pictures.count());
    expect(asked.length).toBeGreaterThan(3);
  });

  it('reads of a file only what it is asked for', async () => {
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    const stream = new WritableStream<Uint8Array<ArrayBuffer>>({ write: (chunk) => void chunks.push(chunk) });
    const hashes = new Map<string, number>();
    const source = {
      slices: () => slices(400, hashes, () => {}),
      picture: async (hash: string) => new Blob([pictureOf(hashes.get(hash) ?? 0)]),
      siteRules: async () => [],
      termPrefs: async () => [],
      settings: async () => ({}),
    };
    await writeBackup(source, stream, { now: () => NOW, app: '0.1.0' });
    const file = new Blob(chunks);
    let read = 0;
    const slice = file.slice.bind(file);
    file.slice = (from = 0, to = file.size, type) => {
      read += Math.min(to, file.size) - Math.max(0, from);
      return slice(from, to, type);
    };
    const backup = await openBackup(file);
    await backup.articles(0);
    expect(read).toBeGreaterThan(400 * 64);
    expect(read).toBeLessThan(file.size / 20);
  });
});
