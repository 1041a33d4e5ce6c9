import { describe, expect, it } from 'vitest';
import {
  pickedBlock,
  ruleSite,
  setPickedBlock,
  setSiteSwitches,
  siteRules,
  siteSwitches,
  sitesSwitchedOff,
  switchSite,
} from '../../../lib/library/site-rules';
import { aLibrary } from './a-library';

describe('the picked block of a site', () => {
  it('is remembered, replaced and forgotten', async () => {
    const db = aLibrary();
    expect(await pickedBlock(db, 'a.example')).toBeNull();
    await setPickedBlock(db, 'a.example', '.text', 1);
    await setPickedBlock(db, 'b.example', '#story', 2);
    await setPickedBlock(db, 'a.example', '.body', 3);
    expect(await pickedBlock(db, 'a.example')).toBe('.body');
    expect(await siteRules(db)).toMatchObject([
      { site: 'a.example', block: '.body' },
      { site: 'b.example', block: '#story' },
    ]);
    await setPickedBlock(db, 'a.example', null, 4);
    expect(await pickedBlock(db, 'a.example')).toBeNull();
    expect(await siteRules(db)).toMatchObject([{ site: 'b.example', block: '#story' }]);
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

describe('the switches of a site', () => {
  const OFF = { detectionOff: false, openByItself: false };

  it('are off until they are on, and off again when taken back', async () => {
    const db = aLibrary();
    expect(await siteSwitches(db, 'a.example')).toEqual(OFF);
    await setSiteSwitches(db, 'a.example', { detectionOff: true }, 1);
    await setSiteSwitches(db, 'b.example', { openByItself: true }, 2);
    expect(await siteSwitches(db, 'a.example')).toEqual({ ...OFF, detectionOff: true });
    expect(await sitesSwitchedOff(db)).toEqual(['a.example']);
    await setSiteSwitches(db, 'a.example', { detectionOff: false, openByItself: true }, 3);
    expect(await siteSwitches(db, 'a.example')).toEqual({ ...OFF, openByItself: true });
    expect(await sitesSwitchedOff(db)).toEqual([]);
    await setSiteSwitches(db, 'a.example', { openByItself: false }, 4);
    expect((await siteRules(db)).map(({ site }) => site)).toEqual(['b.example']);
  });

  it('leave each other and a picked block alone, and carry a stamp each, also when taken back', async () => {
    const db = aLibrary();
    await setPickedBlock(db, 'a.example', '.text', 1);
    await setSiteSwitches(db, 'a.example', { detectionOff: true }, 2);
    const before = (await db.siteRules.get('a.example'))?.stamps;
    await setSiteSwitches(db, 'a.example', { detectionOff: false }, 3);
    const after = await db.siteRules.get('a.example');
    expect(after).toMatchObject({ block: '.text' });
    expect(after).not.toHaveProperty('detectionOff');
    expect(after?.stamps.block).toBe(before?.block);
    expect((after?.stamps.detectionOff ?? '') > (before?.detectionOff ?? '~')).toBe(true);
    expect(after?.stamps).not.toHaveProperty('openByItself');
  });
});

it.each([
  ['https://news.example.com/a?b#c', 'news.example.com', 'news.example.com'],
  ['http://localhost:8080/a', 'localhost:8080', 'localhost'],
  ['https://新闻.example/1', 'xn--efvy88h.example', 'xn--efvy88h.example'],
  ['http://[::1]:81/', '[::1]:81', '[::1]'],
  ['chrome://extensions', null, null],
  ['', null, null],
])('keeps the block of %s under %s and its switches under %s', (url, block, switches) => {
  expect(ruleSite(url)).toBe(block);
  expect(switchSite(url)).toBe(switches);
});
