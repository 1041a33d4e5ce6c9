import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BlobReader, configure, TextWriter, ZipReader } from '@zip.js/zip.js/lib/zip-core-native.js';
import { describe, expect, it } from 'vitest';
import { crc32 } from '../../../../lib/transfer/backup/crc32';
import { writeZip } from '../../../../lib/transfer/backup/write-zip';

configure({ useWebWorkers: false });

const MODIFIED = new Date('2026-11-23T08:00:00Z');
const bytes = (text: string) => new TextEncoder().encode(text);

async function zipOf(entries: Record<string, string>): Promise<Blob> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const zip = writeZip(new WritableStream({ write: (chunk) => void chunks.push(chunk) }), MODIFIED);
  for (const [name, text] of Object.entries(entries))
    await zip.add(name, bytes(text), { compress: name.endsWith('.txt') });
  await zip.close();
  return new Blob(chunks);
}

describe('a ZIP that is written as a stream', () => {
  const entries = { 'a.txt': '图书馆'.repeat(1000), 'b.bin': 'as it is', 'empty.txt': '', '图/三.txt': 'named' };

  it('is read by zip.js, checksums compared', async () => {
    const file = await zipOf(entries);
    const reader = new ZipReader(new BlobReader(file));
    const found: Record<string, string> = {};
    for (const entry of await reader.getEntries())
      if (!entry.directory) found[entry.filename] = await entry.getData(new TextWriter(), { checkSignature: true });
    expect(found).toEqual(entries);
    expect(file.size).toBeLessThan(1500);
  });

  it('is read by another program', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'zip-'));
    try {
      const path = join(folder, 'made.zip');
      writeFileSync(path, new Uint8Array(await (await zipOf(entries)).arrayBuffer()));
      const script =
        'import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; print("\\n".join(z.namelist()))';
      const names = execFileSync('python3', ['-X', 'utf8', '-c', script, path], { encoding: 'utf8' });
      expect(names.trim().split('\n')).toEqual(Object.keys(entries));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('has the checksum that the standard gives as its example', () => {
    expect(crc32(bytes('123456789'))).toBe(0xcbf43926);
  });
});
