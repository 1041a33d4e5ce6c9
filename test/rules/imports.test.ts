import { describe, expect, it } from 'vitest';
import { importsOf, programFiles, targetOf } from './sources';

const files = programFiles();

/** `file → target`, for every import of a kind that a rule forbids. */
const offending = (
  isFrom: (file: string) => boolean,
  isForbidden: (target: string, file: string, typeOnly: boolean) => boolean,
) =>
  files.filter(isFrom).flatMap((file) =>
    importsOf(file)
      .map(({ from, typeOnly }) => ({ target: targetOf(file, from), typeOnly }))
      .filter(({ target, typeOnly }) => isForbidden(target, file, typeOnly))
      .map(({ target }) => `${file} → ${target}`),
  );

const BROWSER_API = /^(wxt($|\/)|#imports|webextension-polyfill)/;
/** The only files of lib that touch the browser. */
const EDGE = new Set(['lib/messages.ts', 'lib/settings/store.ts']);

const domainOf = (path: string) => /^lib\/([\w-]+)\//.exec(path)?.[1];
/** Which domain may use which other one, besides the nouns that lie in `lib` itself. */
const MAY_USE: Record<string, string[]> = { library: ['dedupe', 'search'] };

describe('imports', () => {
  it('are found at all', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(importsOf('wxt.config.ts').map(({ from }) => from)).toContain('wxt');
    expect(importsOf('entrypoints/popup/main.tsx').map(({ from }) => from)).toContain('wxt/browser');
  });

  it('go from entrypoints to components to lib, never back', () => {
    expect(
      offending(
        (file) => file.startsWith('lib/'),
        (target) => /^(components|entrypoints|test)\//.test(target),
      ),
    ).toEqual([]);
    expect(
      offending(
        (file) => file.startsWith('components/'),
        (target) => /^(entrypoints|test)\//.test(target),
      ),
    ).toEqual([]);
    expect(
      offending(
        () => true,
        (target) => target.startsWith('test/'),
      ),
    ).toEqual([]);
  });

  it('keep an entrypoint out of the others', () => {
    const folder = (path: string) => path.split('/')[1];
    expect(
      offending(
        (file) => file.startsWith('entrypoints/'),
        (target, file) => target.startsWith('entrypoints/') && folder(target) !== folder(file),
      ),
    ).toEqual([]);
  });

  it('bring no browser API into lib but through its two edge files', () => {
    expect(
      offending(
        (file) => file.startsWith('lib/') && !EDGE.has(file),
        (target) => BROWSER_API.test(target),
      ),
    ).toEqual([]);
  });

  it('bring neither the browser nor the database into components', () => {
    expect(
      offending(
        (file) => file.startsWith('components/'),
        (target, _file, typeOnly) =>
          BROWSER_API.test(target) || target === 'dexie' || (!typeOnly && EDGE.has(`${target}.ts`)),
      ),
    ).toEqual([]);
  });

  it('bring Dexie only into library and search', () => {
    expect(
      offending(
        (file) => !/^lib\/(library|search)\//.test(file),
        (target) => target === 'dexie',
      ),
    ).toEqual([]);
  });

  it('keep each domain of lib to itself and the shared nouns', () => {
    expect(
      offending(
        (file) => domainOf(file) !== undefined,
        (target, file) => {
          const domain = domainOf(file) ?? '';
          const used = domainOf(target);
          return used !== undefined && used !== domain && !(MAY_USE[domain] ?? []).includes(used);
        },
      ),
    ).toEqual([]);
  });

  it('know no React', () => {
    expect(
      offending(
        () => true,
        (target) => /^(react|react-dom)($|\/)|^preact\/compat|dexie-react-hooks/.test(target),
      ),
    ).toEqual([]);
  });

  it('take Readability by its files, since its root brings all of it into the detector', () => {
    expect(
      offending(
        () => true,
        (target) => target === '@mozilla/readability',
      ),
    ).toEqual([]);
  });
});
