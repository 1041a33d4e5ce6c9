/**
 * Bench-only builds of the extension's popup, in each of which one peer stands in the place of our engine and nothing else
 * is changed. They share one folder, so that one library serves all: `popup-minisearch.html` and so on, whose scripts are
 * told apart by the hashes in their names.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { build } from 'wxt';
import { root } from '../commands/root.ts';

export const PEERS = ['minisearch', 'flexsearch', 'orama', 'sqlite', 'scan'] as const;
export type Peer = (typeof PEERS)[number];

const exchange = (peer: Peer): Plugin => {
  const engine = fileURLToPath(new URL(`./in-page/peer-${peer}.ts`, import.meta.url));
  const facets = fileURLToPath(new URL('./in-page/peer-facets.ts', import.meta.url));
  return {
    name: 'quietpage:peer',
    enforce: 'pre',
    async resolveId(id, importer, options) {
      if (!importer || importer.includes('/in-page/')) return null;
      const found = await this.resolve(id, importer, { ...options, skipSelf: true });
      if (found?.id.endsWith('/lib/search/search.ts')) return engine;
      return found?.id.endsWith('/lib/search/facets.ts') ? facets : null;
    },
  };
};

/** Peers need WebAssembly, its file, and a worker by its address, which a page of ours may not make. */
const SECURITY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "connect-src 'self' http: https:",
].join('; ');

async function buildOne(peer: Peer): Promise<string> {
  const folder = join('bench-peers', peer);
  Object.assign(process.env, { NODE_ENV: 'production', CI: '1' });
  await build({
    root,
    // Anywhere else, WXT would write another place into the types of all.
    outDirTemplate: folder,
    // All pages, so that the popup's code is cut into the same files.
    filterEntrypoints: ['background', 'popup', 'library', 'options', 'welcome'],
    manifest: { content_security_policy: { extension_pages: SECURITY } },
    vite: () => ({ plugins: [exchange(peer)], logLevel: 'error', worker: { format: 'es' } }),
    logger: { ...silent, error: (...words: unknown[]) => console.error(...words) },
  });
  return join(root, '.output', folder);
}

const nothing = (): void => {};
const silent = {
  debug: nothing,
  log: nothing,
  info: nothing,
  warn: nothing,
  fatal: nothing,
  success: nothing,
  level: 0,
};

/** Returns the folder of the unpacked extension. */
export async function buildPeers(): Promise<string> {
  const extension = join(root, '.output', 'bench-peers', 'extension');
  rmSync(extension, { recursive: true, force: true });
  mkdirSync(extension, { recursive: true });
  for (const peer of PEERS) {
    const built = await buildOne(peer);
    for (const name of readdirSync(built))
      if (name !== 'popup.html') cpSync(join(built, name), join(extension, name), { recursive: true });
    writeFileSync(join(extension, `popup-${peer}.html`), readFileSync(join(built, 'popup.html')));
  }
  // The toolbar's popup is never opened, but must be there.
  cpSync(join(extension, 'popup-scan.html'), join(extension, 'popup.html'));
  return extension;
}

/** Address of SQLite's worker in the built extension. */
export function sqliteWorker(extension: string): string {
  const name = readdirSync(join(extension, 'assets')).find((file) => file.startsWith('sqlite-worker'));
  if (!name) throw new Error('The bench build has no worker for SQLite.');
  return `/assets/${name}`;
}
