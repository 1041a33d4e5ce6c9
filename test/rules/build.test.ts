import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt, outputFolder, type Target } from '../commands/build';
import { bytesOf, firstLoadedBy, loadedBy } from './built';
import { read } from './sources';

const TARGETS: Target[] = ['chrome', 'firefox'];
const PAGES = ['popup', 'library', 'options', 'welcome'].map((page) => `${page}.html`);
const kB = 1000;

beforeAll(() => {
  for (const target of TARGETS) ensureBuilt(target);
}, 120_000);

describe.each(TARGETS)('the %s build', (target) => {
  const folder = outputFolder(target);
  const scripts = () => (readdirSync(folder, { recursive: true }) as string[]).filter((file) => file.endsWith('.js'));
  const manifest = () => JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<string, unknown>;

  it.each([
    ['detector', ['content-scripts/detector.js'], 8 * kB],
    ['reader', ['content-scripts/reader.js'], 140 * kB],
    ["background's own file", ['background.js'], 10 * kB],
  ])('keeps the %s within its budget', (_name, files, budget) => {
    expect(bytesOf(folder, files)).toBeLessThanOrEqual(budget);
  });

  it.each([
    // What stands between the click and the first rows: no Dexie, but the search engine, since people type at once.
    ['before its first rows', firstLoadedBy, 112 * kB],
    // Dexie, 105 kB, comes while the rows are being looked at, what a search box offers and says, 14 kB, reasons and site, 5 kB,
    // an undo that knows tags and keywords, 3 kB.
    ['in all', loadedBy, 247 * kB],
  ])('keeps what the popup loads %s within its budget', (_when, loaded, budget) => {
    const files = loaded(folder, 'popup.html').filter((file) => file.endsWith('.js'));
    expect(files.length).toBeGreaterThan(2);
    expect(bytesOf(folder, files)).toBeLessThanOrEqual(budget);
  });

  // The worker of a Chromium extension can load nothing later: what keywords need lies in a chunk of its own, unread until then.
  it('keeps the words that are no keywords in the background, 60 kB at most', () => {
    const data = read('lib/keywords/stop-words.json');
    expect(Buffer.byteLength(data)).toBeLessThanOrEqual(60 * kB);
    const [zh = ''] = Object.values(JSON.parse(data) as Record<string, string>);
    expect(zh.length).toBeGreaterThan(1000);
    const holders = scripts().filter((file) => readFileSync(join(folder, file), 'utf8').includes(zh));
    expect(holders).toHaveLength(1);
    expect(loadedBy(folder, 'background.js')).toEqual(expect.arrayContaining(holders));
    for (const page of PAGES) expect(loadedBy(folder, page).filter((file) => holders.includes(file))).toEqual([]);
  });

  it('lets no page run the background', () => {
    for (const page of PAGES) expect(loadedBy(folder, page)).not.toContain('background.js');
  });

  it('holds no React and no preact/compat', () => {
    const marks = /isReactComponent|react\.(transitional\.)?element|__SECRET_INTERNALS|REACT_DEVTOOLS/;
    expect(scripts().filter((file) => marks.test(readFileSync(join(folder, file), 'utf8')))).toEqual([]);
  });

  it('asks for exactly what it asked for before', () => {
    const { version: _version, ...rest } = manifest();
    expect(rest).toEqual(JSON.parse(read(`test/rules/manifest-${target}.json`)));
  });

  it('has every file that its manifest and pages name', () => {
    const text = JSON.stringify(manifest());
    const named = [...text.matchAll(/"([\w/.-]+\.(?:js|css|html|png|svg))"/g)].map(([, file]) => file ?? '');
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((file) => !existsSync(join(folder, file)))).toEqual([]);
    const messages = JSON.parse(readFileSync(join(folder, '_locales/en/messages.json'), 'utf8')) as object;
    const keys = [...text.matchAll(/__MSG_(\w+?)__/g)].map(([, key]) => key ?? '');
    expect(keys.filter((key) => !(key in messages))).toEqual([]);
  });

  it('lets pages reach nothing of it', () => {
    expect(manifest()).not.toHaveProperty('web_accessible_resources');
    expect(manifest()).not.toHaveProperty('externally_connectable');
  });
});
