import { describe, expect, it } from 'vitest';
import { pickedBlock, pickedBlocks, ruleSite, setPickedBlock } from '../../../lib/library/site-rules';
import { aLibrary } from './a-library';

describe('the picked block of a site', () => {
  it('is remembered, replaced and forgotten', async () => {
    const db = aLibrary();
    expect(await pickedBlock(db, 'a.example')).toBeNull();
    await setPickedBlock(db, 'a.example', '.text', 1);
    await setPickedBlock(db, 'b.example', '#story', 2);
    await setPickedBlock(db, 'a.example', '.body', 3);
    expect(await pickedBlock(db, 'a.example')).toBe('.body');
    expect(await pickedBlocks(db)).toEqual([
      { site: 'a.example', block: '.body' },
      { site: 'b.example', block: '#story' },
    ]);
    await setPickedBlock(db, 'a.example', null, 4);
    expect(await pickedBlock(db, 'a.example')).toBeNull();
    expect(await pickedBlocks(db)).toEqual([{ site: 'b.example', block: '#story' }]);
  });

  it('is stamped when it is set and when it is forgotten, so that two machines can agree', async () => {
    const db = aLibrary();
    const stamp = async () => (await db.siteRules.get('a.example'))?.stamps.block ?? '';
    await setPickedBlock(db, 'a.example', '.text', 1);
    const set = await stamp();
    await setPickedBlock(db, 'a.example', null, 2);
    expect((await stamp()) > set).toBe(true);
  });
});

it.each([
  ['https://news.example.com/a?b#c', 'news.example.com'],
  ['http://localhost:8080/a', 'localhost:8080'],
  ['chrome://extensions', null],
  ['', null],
])('keeps the rules of %s under %s', (url, site) => {
  expect(ruleSite(url)).toBe(site);
});
