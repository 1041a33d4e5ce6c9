import preact from '@preact/preset-vite';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { UNUSED_PARTS, UNUSED_PATTERNS, UNUSED_STEPS } from './lib/extract/unused-steps.ts';
import { QUICK_STEPS } from './lib/extract/quick-steps.ts';

/**
 * WXT's content-script context announces itself on every page by an event that carries the extension's id.
 * A page must not be able to tell that we are there, so our silent context takes its place.
 * An internal import path of WXT: safe only because wxt is pinned; an e2e test watches for the event.
 */
const silentContext = (): Plugin => ({
  name: 'quietpage:silent-context',
  enforce: 'pre',
  resolveId: (id) =>
    id === 'wxt/utils/content-script-context'
      ? fileURLToPath(new URL('./lib/silent-context.ts', import.meta.url))
      : null,
});

/**
 * The detector runs, once and never warm, on every page. So it goes without WXT's frame, which would only log its errors,
 * and asks V8 to compile all its functions at once, not each when it is first called: nearly all are, and so none is parsed
 * twice. The note has to stand first in the file; other browsers take it for a comment.
 * https://v8.dev/blog/explicit-compile-hints
 */
const bareDetector = (): Plugin => ({
  name: 'quietpage:bare-detector',
  enforce: 'post',
  transform: (code, id) =>
    /wxt-content-script.*\/detector\.content\.ts/.test(id)
      ? `${code.slice(0, code.indexOf('\n'))}\nexport default void definition.main();`
      : null,
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      for (const part of Object.values(bundle))
        if (part.type === 'chunk' && part.fileName.endsWith('detector.js'))
          part.code = `//# allFunctionsCalledOnLoad\n${part.code}`;
    },
  },
});

/** Cuts what is never called, and what is said to nobody, out of Readability. Fails when a step is gone: the list must stay true. */
export const slimReadability = (): Plugin => ({
  name: 'quietpage:slim-readability',
  transform(code, id) {
    if (!id.endsWith('/@mozilla/readability/Readability.js')) return null;
    const fewer = [...UNUSED_STEPS, ...Object.keys(QUICK_STEPS)].reduce(
      (rest, step) => cut(rest, `  ${step}(`, '\n  },\n'),
      code,
    );
    const slim = UNUSED_PATTERNS.reduce((rest, name) => cut(rest, `    ${name}:`, ',\n'), fewer);
    const bare = UNUSED_PARTS.reduce((rest, [from, to]) => cut(rest, from, to), slim);
    // Its log is off without `debug`, but the texts are in the bundle and some are made all the same.
    const quiet = bare.replace(/^ *this\.log\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\);$/gm, '');
    // As a module of its own kind it needs no loader.
    return `${cut(quiet, 'if (typeof module', '\n}\n')}\nexport default Readability;\n`;
  },
});

/** `text` without the first part that begins a line with `from` and ends with `to`. */
function cut(text: string, from: string, to: string): string {
  const start = text.indexOf(`\n${from}`);
  const end = text.indexOf(to, start);
  if (start < 0 || end < 0) throw new Error(`Readability has no ${from.trim()}) any more.`);
  return text.slice(0, start) + text.slice(end + to.length - 1);
}

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  vite: () => ({
    plugins: [
      silentContext(),
      slimReadability(),
      bareDetector(),
      preact({ devToolsEnabled: false, prefreshEnabled: false }),
    ],
    // The oldest browsers that the manifest lets in: nothing is rewritten for older ones.
    build: { modulePreload: { polyfill: false }, target: ['chrome135', 'firefox142'] },
  }),
  hooks: {
    // The worker starts often: what only a save needs (word lists, checks) stands in files of its own.
    'vite:build:extendConfig': (entrypoints, config) => {
      if (!entrypoints.some(({ type }) => type === 'background')) return;
      config.build ??= {};
      config.build.rolldownOptions = {
        ...config.build.rolldownOptions,
        output: {
          ...config.build.rolldownOptions?.output,
          codeSplitting: {
            // What a group merely imports stays out of it: pages need some of that without the rest.
            includeDependenciesRecursively: false,
            groups: [
              { name: 'paging', test: /[\\/]lib[\\/]extract[\\/]paging[\\/]/ },
              {
                name: 'keywords',
                test: /[\\/](lib[\\/]keywords[\\/]|background[\\/]keywords\.ts|library[\\/]vocabulary\.ts)/,
              },
              {
                name: 'pictures',
                test: /[\\/](lib[\\/]pictures[\\/]|background[\\/](fetch-picture|picture-rules|shrink-picture)\.ts)/,
              },
              { name: 'valibot', test: /[\\/]valibot[\\/]/ },
              {
                name: 'sites',
                test: /[\\/]background[\\/](detector|open-by-itself|opened-pages|site-rules|switch-site|tab-address|within)\.ts/,
              },
              { name: 'schemas', test: /[\\/]background[\\/]schemas\.ts/ },
              {
                name: 'upkeep',
                // Of the library alone, since the options page looks after the index too: it must not run the background.
                test: /[\\/]search[\\/]index[\\/](keep-index|look-over|merge|merge-blocks|rebuild|rebuild-documents|segments)\.ts/,
              },
            ],
          },
        },
      };
    },
  },
  manifest: ({ browser, mode, command }) => ({
    name: '__MSG_app_name__',
    description: '__MSG_app_description__',
    default_locale: 'en',
    // Each permission is explained in README.md; the manifest test fails when this list grows.
    permissions: [
      'scripting',
      'storage',
      ...(mode === 'e2e' ? [] : ['unlimitedStorage']),
      'contextMenus',
      'alarms',
      'declarativeNetRequestWithHostAccess',
      // A test cannot answer the browser's question.
      ...(mode === 'e2e' ? ['downloads'] : []),
    ],
    // For the weekly backup, asked for when it is switched on.
    ...(mode === 'e2e' && browser === 'chrome' ? {} : { optional_permissions: ['downloads'] }),
    host_permissions: ['http://*/*', 'https://*/*'],
    action: {
      default_title: '__MSG_app_name__',
      default_icon: { 16: 'icon/idle-16.png', 32: 'icon/idle-32.png', 48: 'icon/idle-48.png' },
    },
    commands: {
      'toggle-reader': { suggested_key: { default: 'Alt+Shift+Q' }, description: '__MSG_command_toggle_reader__' },
      'save-page': { suggested_key: { default: 'Alt+Shift+S' }, description: '__MSG_command_save_page__' },
      'open-library': { description: '__MSG_command_open_library__' },
    },
    ...(command === 'serve'
      ? {}
      : {
          content_security_policy: {
            // connect-src is for the worker, which fetches the pictures of an article being saved.
            extension_pages: [
              "default-src 'none'",
              "script-src 'self'",
              "style-src 'self'",
              "img-src 'self' blob: data:",
              'connect-src http: https:',
              "base-uri 'none'",
              "form-action 'none'",
              "frame-ancestors 'none'",
              "require-trusted-types-for 'script'",
              'trusted-types quietpage',
            ].join('; '),
          },
        }),
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'quietpage@quietpage.example',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '135' }),
  }),
});
