import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { findKeywords, keepVocabulary, keywordsFor } from '../../../../entrypoints/background/keywords';
import { library } from '../../../../entrypoints/background/library';
import { removeLabel } from '../../../../lib/library/labels';
import { prepareArticle } from '../../../../lib/library/prepare';
import { renameLabel } from '../../../../lib/library/rename-label';
import { saveArticle } from '../../../../lib/library/save';
import { allowTerm } from '../../../../lib/library/term-prefs';
import { undo } from '../../../../lib/library/undo';
import { anArticle, keyword } from '../../library/a-library';
import { oneLock } from '../../search/index/one-lock';

const page = {
  title: 'The harbour tunnel opens',
  text: 'The harbour tunnel opened on Friday.\nThe harbour tunnel took nine years. Ferries stay.',
  lang: 'en',
  declared: ['Harbour tunnel', 'Ferries'],
  source: null,
};

const bulk = { now: 5 };
const terms = async () => (await findKeywords(page)).map(({ term }) => term);
const shown = async () => (await keywordsFor(page)).map(({ term }) => term);

let saves = 0;
async function save(text: string, ...words: string[]): Promise<string> {
  const article = anArticle({ url: `https://news.example.com/b/${saves++}`, text, lang: 'en', title: `No. ${saves}` });
  const keywords = words.map((word) => keyword(word));
  const prepared = await prepareArticle(article, keywords);
  return (await saveArticle(library(), prepared, { saveId: `save ${saves}`, now: saves })).id;
}

beforeEach(() => {
  vi.stubGlobal('navigator', { locks: oneLock() });
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({ version: '1.0' } as never);
});

afterEach(async () => {
  vi.unstubAllGlobals();
  await Promise.all(library().tables.map((table) => table.clear()));
});

describe('keywords of a page', () => {
  it('follow what the reader decided, at once, for a save as for the page', async () => {
    const before = await terms();
    expect(before).toContain('Ferries');
    const id = await save('Other words.', 'Ferries', 'harbour tunnel');
    const token = await removeLabel(library(), 'keyword', [id], 'ferries', bulk);
    expect([await terms(), await shown()].flat()).not.toContain('Ferries');
    await undo(library(), token, 6);
    expect(await terms()).toEqual(before);
    await removeLabel(library(), 'keyword', [id], 'ferries', bulk);
    await allowTerm(library(), 'Ferries', 7);
    expect(await terms()).toEqual(before);
    await renameLabel(library(), 'keyword', 'harbour tunnel', '海底隧道', bulk);
    expect([(await terms())[0], (await shown())[0]]).toEqual(['海底隧道', '海底隧道']);
  });

  it('say where the page has its own', async () => {
    const of = async (declaredAt?: string) =>
      (await findKeywords(page, declaredAt)).find(({ origin }) => origin === 'declared')?.where;
    expect([await of('json-ld'), await of()]).toEqual(['json-ld', 'meta']);
  });

  it('are found although the library does not answer', async () => {
    vi.spyOn(library().termPrefs, 'toCollection').mockImplementation(() => {
      throw new Error('The database is gone.');
    });
    expect([(await terms()).length, (await shown()).length].every((count) => count > 0)).toBe(true);
  });

  it.each([{}, null, 'text', { ...page, title: 7 }])('of what is no page are refused: %j', async (data) => {
    vi.spyOn(console, 'error').mockReturnValue();
    await expect(keywordsFor(data)).rejects.toThrow('notSaved');
  });

  it('weigh less when the library is full of them, as soon as that is known', async () => {
    const weightOf = async (term: string) =>
      (await findKeywords({ ...page, declared: [] })).find((one) => one.term.toLowerCase() === term)?.weight ?? 0;
    const before = await weightOf('ferries');
    for (let i = 0; i < 60; i++) await save(`Ferries again. Ferries are number${i}.`);
    expect(await weightOf('ferries')).toBe(before);
    await keepVocabulary();
    expect(await weightOf('ferries')).not.toBe(before);
  });
});
