/**
 * A ZIP file as a stream (PKWARE APPNOTE 6.3.3, with ZIP64). zip.js, which reads our backups, keeps 5 to 6 kB of memory for
 * each entry that it writes: 300 MB for 50,000 pictures. This keeps the record that stands in the directory, about 150 bytes.
 */
import { crc32 } from './crc32';

export type ZipSink = {
  /** Resolves when the sink can take more: at most one entry is held in memory. */
  add: (name: string, bytes: Uint8Array<ArrayBuffer>, options: { compress: boolean }) => Promise<void>;
  /** Writes the directory and closes the stream. */
  close: () => Promise<void>;
  /** Drops what was written so far, as far as the stream can. */
  abort: (reason: unknown) => Promise<void>;
};

const STORED = 0;
const DEFLATED = 8;
/** Names are UTF-8. */
const FLAGS = 0x0800;
/** ZIP64 is the version that a reader must know. */
const VERSION = 45;
const FULL = 0xffffffff;

type Field = readonly [size: 2 | 4 | 8, value: number];

function record(fields: readonly Field[], ...rest: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const head = fields.reduce((sum, [size]) => sum + size, 0);
  const bytes = new Uint8Array(rest.reduce((sum, { length }) => sum + length, head));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [size, value] of fields) {
    if (size === 2) view.setUint16(at, value, true);
    else if (size === 4) view.setUint32(at, value, true);
    else view.setBigUint64(at, BigInt(value), true);
    at += size;
  }
  for (const part of rest) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** DOS time, in UTC so that the same library at the same time gives the same file. Returns [time, date]. */
function dosTime(date: Date): [number, number] {
  const time = (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1);
  return [time, ((date.getUTCFullYear() - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate()];
}

async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

export function writeZip(stream: WritableStream<Uint8Array<ArrayBuffer>>, modified: Date): ZipSink {
  const writer = stream.getWriter();
  const directory: Uint8Array<ArrayBuffer>[] = [];
  const [time, date] = dosTime(modified);
  let offset = 0;
  const write = async (bytes: Uint8Array<ArrayBuffer>): Promise<void> => {
    await writer.ready;
    await writer.write(bytes);
    offset += bytes.length;
  };

  const close = async () => {
    const start = offset;
    for (const entry of directory) await write(entry);
    const size = offset - start;
    const zip64End = offset;
    const count = directory.length;
    const where: Field[] = [
      [8, count],
      [8, count],
      [8, size],
      [8, start],
    ];
    await write(record([[4, 0x06064b50], [8, 44], [2, VERSION], [2, VERSION], [4, 0], [4, 0], ...where]));
    await write(
      record([
        [4, 0x07064b50],
        [4, 0],
        [8, zip64End],
        [4, 1],
      ]),
    );
    const few = Math.min(count, 0xffff);
    const [shortSize, shortStart] = [Math.min(size, FULL), Math.min(start, FULL)];
    await write(
      record([
        [4, 0x06054b50],
        [2, 0],
        [2, 0],
        [2, few],
        [2, few],
        [4, shortSize],
        [4, shortStart],
        [2, 0],
      ]),
    );
    await writer.close();
  };

  return {
    async add(name, bytes, { compress }) {
      const data = compress ? await deflate(bytes) : bytes;
      const method = compress ? DEFLATED : STORED;
      const label = new TextEncoder().encode(name);
      // One entry is held in memory, so its sizes always fit 32 bits; only its place in the file may not.
      const sizes: Field[] = [
        [4, crc32(bytes)],
        [4, data.length],
        [4, bytes.length],
      ];
      const common: Field[] = [
        [2, VERSION],
        [2, FLAGS],
        [2, method],
        [2, time],
        [2, date],
        ...sizes,
        [2, label.length],
      ];
      const far = offset >= FULL;
      // Extra field 1: the parts of this record that need 64 bits.
      const extra = far
        ? record([
            [2, 1],
            [2, 8],
            [8, offset],
          ])
        : new Uint8Array();
      const rest: Field[] = [
        [2, extra.length],
        [2, 0],
        [2, 0],
        [2, 0],
        [4, 0],
        [4, far ? FULL : offset],
      ];
      directory.push(record([[4, 0x02014b50], [2, VERSION], ...common, ...rest], label, extra));
      await write(record([[4, 0x04034b50], ...common, [2, 0]], label));
      await write(data);
    },
    close,
    abort: (reason) => writer.abort(reason),
  };
}
