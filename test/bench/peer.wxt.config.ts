/** The popup with one peer (named by the environment) in the place of our engine; all else is as in wxt.config.ts. */
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';
import extension from '../../wxt.config.ts';

const peer = process.env['QUIETPAGE_PEER'] ?? '';
const inPage = (name: string): string => fileURLToPath(new URL(`./in-page/${name}.ts`, import.meta.url));

const exchange = (): Plugin => ({
  name: 'quietpage:peer',
  enforce: 'pre',
  async resolveId(id, importer, options) {
    if (!importer || importer.includes('/in-page/')) return null;
    const found = await this.resolve(id, importer, { ...options, skipSelf: true });
    if (found?.id.endsWith('/lib/search/search.ts')) return inPage(`peer-${peer}`);
    return found?.id.endsWith('/lib/search/facets.ts') ? inPage('peer-facets') : null;
  },
});

/** Peers need WebAssembly, its file, and a worker by its address, which a page of ours may not make. */
const SECURITY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "connect-src 'self' http: https:",
].join('; ');

const { manifest, vite } = extension;

export default defineConfig({
  ...extension,
  outDirTemplate: `bench-peers/${peer}`,
  // All pages, so that the popup's code is cut into the same files.
  filterEntrypoints: ['background', 'popup', 'library', 'options', 'welcome'],
  manifest: async (environment) => ({
    ...(await (typeof manifest === 'function' ? manifest(environment) : manifest)),
    content_security_policy: { extension_pages: SECURITY },
  }),
  vite: async (environment) => {
    const config = await vite?.(environment);
    return { ...config, plugins: [exchange(), ...(config?.plugins ?? [])], worker: { format: 'es' } };
  },
});
