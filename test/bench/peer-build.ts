/**
 * Bench-only builds of the extension's popup, in each of which one peer stands in the place of our engine and nothing else
 * is changed. They share one folder, so that one library serves all: `popup-minisearch.html` and so on, whose scripts are
 * told apart by the hashes in their names.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../commands/root.ts';

export const PEERS = ['minisearch', 'flexsearch', 'orama', 'sqlite', 'scan'] as const;
export type Peer = (typeof PEERS)[number];

const folder = join(root, '.output', 'bench-peers');
const config = fileURLToPath(new URL('./peer.wxt.config.ts', import.meta.url));

function buildOne(peer: Peer): string {
  const wxt = join(root, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [wxt, 'build', '-c', config], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production', CI: '1', NO_COLOR: '1', QUIETPAGE_PEER: peer },
  });
  if (status === 0) return join(folder, peer);
  process.stderr.write(stdout + stderr);
  throw new Error(`The popup with ${peer} was not built.`);
}

/** Returns the folder of the unpacked extension. */
export function buildPeers(): string {
  const extension = join(folder, 'extension');
  rmSync(extension, { recursive: true, force: true });
  mkdirSync(extension, { recursive: true });
  for (const peer of PEERS) {
    const built = buildOne(peer);
    cpSync(built, extension, { recursive: true });
    cpSync(join(built, 'popup.html'), join(extension, `popup-${peer}.html`));
  }
  return extension;
}

/** Address of SQLite's worker in the built extension. */
export function sqliteWorker(extension: string): string {
  const name = readdirSync(join(extension, 'assets')).find((file) => file.startsWith('sqlite-worker'));
  if (!name) throw new Error('The bench build has no worker for SQLite.');
  return `/assets/${name}`;
}
