/** Library → backup file, slice by slice. Holds one slice of articles and one picture at a time, never the library. */
import { FORMAT, FORMAT_VERSION, type Manifest } from './manifest';
import { sha256 } from './sha256';
import { writeZip, type ZipSink } from './write-zip';

/** One article, or the mark of a deleted one, as it goes into a line; the library decides what is in it. */
export type BackupLine =
  | { deleted: false; body: unknown; pictures: readonly { hash?: string }[]; versions: readonly unknown[] }
  | { deleted: true };

/** What is backed up. Each slice is read when it is asked for, whole articles from one moment. */
export type BackupSource = {
  slices: () => AsyncIterable<readonly BackupLine[]>;
  picture: (hash: string) => Promise<Blob | undefined>;
  siteRules: () => Promise<readonly unknown[]>;
  termPrefs: () => Promise<readonly unknown[]>;
  settings: () => Promise<unknown>;
};

type Options = { now: () => number; app: string; onArticles?: (done: number) => void; signal?: AbortSignal };

const jsonLines = (rows: readonly unknown[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

/**
 * Writes all of it and closes the stream; the manifest comes last, so a file that ends early is known as such. Rejects with
 * the signal's reason or the stream's error; what was written then is no backup, and the stream is aborted.
 */
export async function writeBackup(
  source: BackupSource,
  stream: WritableStream<Uint8Array<ArrayBuffer>>,
  options: Options,
): Promise<Manifest> {
  const started = new Date(options.now());
  const zip = writeZip(stream, started);
  try {
    const manifest = await writeEntries(source, zip, started, options);
    await zip.add('manifest.json', new TextEncoder().encode(JSON.stringify(manifest, null, 1)), { compress: true });
    options.signal?.throwIfAborted();
    await zip.close();
    return manifest;
  } catch (error) {
    await zip.abort(error).catch(() => undefined);
    throw error;
  }
}

async function writeEntries(source: BackupSource, zip: ZipSink, started: Date, options: Options): Promise<Manifest> {
  const { now, app, onArticles, signal } = options;
  const entries: Manifest['entries'] = [];
  const counts = {
    articles: 0,
    deleted: 0,
    versions: 0,
    pictures: 0,
    pictureBytes: 0,
    siteRules: 0,
    termPrefs: 0,
    lacking: 0,
    bodiless: 0,
  };
  const addText = async (name: string, text: string): Promise<void> => {
    const bytes = new TextEncoder().encode(text);
    entries.push({ name, bytes: bytes.length, sha256: await sha256(bytes) });
    await zip.add(name, bytes, { compress: true });
  };
  const seen = new Set<string>();
  const addPicture = async (hash: string): Promise<void> => {
    if (seen.has(hash)) return;
    seen.add(hash);
    const blob = await source.picture(hash);
    // A file that the disk has lost costs no more than itself.
    const bytes = await blob?.arrayBuffer().then(
      (read) => new Uint8Array(read),
      () => undefined,
    );
    if (!bytes || (await sha256(bytes)) !== hash) {
      counts.lacking++;
      return;
    }
    await zip.add(`pictures/${hash}`, bytes, { compress: false });
    counts.pictures++;
    counts.pictureBytes += bytes.length;
  };

  let part = 0;
  for await (const lines of source.slices()) {
    for (const { hash } of lines.flatMap((line) => (line.deleted ? [] : line.pictures))) {
      signal?.throwIfAborted();
      if (hash !== undefined) await addPicture(hash);
    }
    signal?.throwIfAborted();
    await addText(`articles/${String(++part).padStart(6, '0')}.jsonl`, jsonLines(lines));
    for (const line of lines) {
      counts[line.deleted ? 'deleted' : 'articles']++;
      if (line.deleted) continue;
      counts.versions += line.versions.length;
      if (line.body === null) counts.bodiless++;
    }
    onArticles?.(counts.articles + counts.deleted);
  }
  const siteRules = await source.siteRules();
  counts.siteRules = siteRules.length;
  await addText('site-rules.jsonl', jsonLines(siteRules));
  const termPrefs = await source.termPrefs();
  counts.termPrefs = termPrefs.length;
  await addText('term-prefs.jsonl', jsonLines(termPrefs));
  await addText('settings.json', JSON.stringify(await source.settings()));
  const [created, finished] = [started.toISOString(), new Date(now()).toISOString()];
  return { format: FORMAT, version: FORMAT_VERSION, app, created, finished, counts, entries };
}
