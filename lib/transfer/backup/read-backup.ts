/** Backup file → its manifest and the way to its entries. Reads what is asked for; never the whole file at once. */
import { BlobReader, configure, type Entry, type FileEntry, ZipReader } from '@zip.js/zip.js/lib/zip-core-native.js';
import { BackupError } from './backup-error';
import { type Manifest, readManifest } from './manifest';
import { sha256 } from './sha256';

// Our pages allow no worker scripts; the browser's own decompression runs off the page's thread anyway.
configure({ useWebWorkers: false });

/** Every method rejects with a `BackupError` when what it reads is not what was written. */
export type Backup = {
  manifest: Manifest;
  /** Names this file, also when it is moved or renamed. */
  id: string;
  /** How many parts hold articles. */
  parts: number;
  /** The lines of one part, counted from 0. */
  articles: (part: number) => Promise<unknown[]>;
  siteRules: () => Promise<unknown[]>;
  /** None in a file of an older build. */
  termPrefs: () => Promise<unknown[]>;
  settings: () => Promise<unknown>;
  pictureHashes: () => Iterable<string>;
  /** A picture, its bytes compared with its name; `null` when the file lacks it. */
  picture: (hash: string) => Promise<Uint8Array<ArrayBuffer> | null>;
};

const PICTURE = /^pictures\/([0-9a-f]{64})$/;
const PART = /^articles\/\d{6}\.jsonl$/;
/** A ZIP's first entry. */
const LOCAL_HEADER = 0x04034b50;
const LOCAL_HEADER_BYTES = 30;

/** Of one entry of text, unpacked. No slice of a library comes near it, and a small file can unpack to any amount. */
const MOST_BYTES = 400_000_000;

type Place = { offset: number; bytes: number };

/** Only what must be held for each picture: zip.js needs 8 kB for an entry. */
async function readDirectory(file: Blob): Promise<{ texts: Map<string, FileEntry>; pictures: Map<string, Place> }> {
  const texts = new Map<string, FileEntry>();
  const pictures = new Map<string, Place>();
  const keep = (entry: Entry): void => {
    if (entry.directory) return;
    const hash = PICTURE.exec(entry.filename)?.[1];
    if (hash === undefined) texts.set(entry.filename, entry);
    else if (entry.compressionMethod === 0) pictures.set(hash, { offset: entry.offset, bytes: entry.compressedSize });
  };
  for await (const entry of new ZipReader(new BlobReader(file)).getEntriesGenerator()) keep(entry);
  return { texts, pictures };
}

/** Stops at the limit, whatever size the file gives for the entry. */
async function inflate(entry: FileEntry, mostBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const stream = new WritableStream<Uint8Array<ArrayBuffer>>({
    write(chunk) {
      length += chunk.length;
      if (length > mostBytes) throw new Error(`more than ${mostBytes} bytes`);
      chunks.push(chunk);
    },
  });
  await entry.getData(stream, { checkSignature: true });
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

/** The disk was taken out, the file was moved: that says nothing about what it holds. */
const isUnreadable = (error: unknown): boolean =>
  error instanceof DOMException && /^(NotReadable|NotFound)Error$/.test(error.name);

async function startsAsZip(file: Blob): Promise<boolean> {
  const head = await file.slice(0, 4).arrayBuffer();
  return head.byteLength === 4 && new DataView(head).getUint32(0, true) === LOCAL_HEADER;
}

function parseLines(name: string, text: string): unknown[] {
  try {
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line): unknown => JSON.parse(line));
  } catch {
    throw new BackupError('damaged', `${name} is not JSON`);
  }
}

/**
 * Opens a file that the user picked. Rejects with a `BackupError` that says why it is no backup of ours, or with the
 * browser's own error when the file cannot be read.
 */
export async function openBackup(file: Blob, mostBytes = MOST_BYTES): Promise<Backup> {
  if (!(await startsAsZip(file))) throw new BackupError('foreign', 'not a ZIP file');
  // The directory stands at the end, behind the manifest: a ZIP without one is a file that was cut off.
  const { texts, pictures } = await readDirectory(file).catch((error: unknown) => {
    if (isUnreadable(error)) throw error;
    throw new BackupError('cut', String(error));
  });
  const bytesOf = async (name: string): Promise<Uint8Array<ArrayBuffer>> => {
    const entry = texts.get(name);
    if (!entry) throw new BackupError('damaged', `${name} is missing`);
    return inflate(entry, mostBytes).catch((error: unknown) => {
      if (isUnreadable(error)) throw error;
      throw new BackupError('damaged', `${name}: ${String(error)}`);
    });
  };
  if (!texts.has('manifest.json')) throw new BackupError('foreign', 'no manifest');
  const manifestBytes = await bytesOf('manifest.json');
  const manifest = readManifest(new TextDecoder().decode(manifestBytes));

  const listed = new Map(manifest.entries.map((entry) => [entry.name, entry]));
  const textOf = async (name: string): Promise<string> => {
    const bytes = await bytesOf(name);
    if ((await sha256(bytes)) !== listed.get(name)?.sha256) throw new BackupError('damaged', `${name}: other content`);
    return new TextDecoder().decode(bytes);
  };
  const parts = manifest.entries.map(({ name }) => name).filter((name) => PART.test(name));
  return {
    manifest,
    id: await sha256(manifestBytes),
    parts: parts.length,
    articles: async (part) => {
      const name = parts[part] ?? '';
      return parseLines(name, await textOf(name));
    },
    siteRules: async () => parseLines('site-rules.jsonl', await textOf('site-rules.jsonl')),
    termPrefs: async () =>
      listed.has('term-prefs.jsonl') ? parseLines('term-prefs.jsonl', await textOf('term-prefs.jsonl')) : [],
    settings: async () => parseLines('settings.json', await textOf('settings.json'))[0],
    pictureHashes: () => pictures.keys(),
    picture: async (hash) => {
      const place = pictures.get(hash);
      return place ? readPicture(file, hash, place) : null;
    },
  };
}

async function readPicture(file: Blob, hash: string, { offset, bytes }: Place): Promise<Uint8Array<ArrayBuffer>> {
  const header = new DataView(await file.slice(offset, offset + LOCAL_HEADER_BYTES).arrayBuffer());
  if (header.byteLength < LOCAL_HEADER_BYTES) throw new BackupError('damaged', `picture ${hash}: no header`);
  const start = offset + LOCAL_HEADER_BYTES + header.getUint16(26, true) + header.getUint16(28, true);
  const picture = new Uint8Array(await file.slice(start, start + bytes).arrayBuffer());
  if ((await sha256(picture)) !== hash) throw new BackupError('damaged', `picture ${hash}: other content`);
  return picture;
}
