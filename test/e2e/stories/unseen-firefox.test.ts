import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../commands/build';
import { type Firefox, startFirefox } from '../firefox';
import { says } from '../says';
import { type Site, startSite } from '../server';
import { report, TRACES, WATCHED_MS, WATCHING } from '../traces';

describe('a page that looks for us in Firefox', () => {
  let site: Site;
  let ours: Firefox;
  let plain: Firefox;
  let expected: string[];
  const noticed = async (firefox: Firefox, act = '0'): Promise<string[]> => {
    const tab = await firefox.newTab();
    await tab.goto(site.url(WATCHING));
    await tab.evaluate(act);
    await new Promise((resolve) => setTimeout(resolve, WATCHED_MS));
    return tab.evaluate<string[]>(report(ours.ownPage('/')));
  };
  beforeAll(async () => {
    site = await startSite();
    ours = await startFirefox(ensureBuilt('firefox'));
    plain = await startFirefox(null);
    expected = await noticed(plain);
  });
  afterAll(async () => {
    await ours?.close();
    await plain?.close();
    await site?.close();
  });

  it('notices the same with us and without us', async () => {
    expect(await noticed(ours)).toEqual(expected);
    expect(expected.length).toBeGreaterThan(25);
    const own = await ours.newTab();
    await own.goto(ours.ownPage('/icon/16.png'));
    const titles = `browser.tabs.query({})
      .then((tabs) => Promise.all(tabs.map(({ id }) => browser.action.getTitle({ tabId: id }))))`;
    expect(await own.evaluate<string[]>(titles)).toContain(says('action_article'));
  });

  it('notices each trace that a script leaves', async () => {
    const acts = TRACES.map(([act]) => `try { ${act} } catch {}`).join(';\n');
    const more = (await noticed(plain, `(() => { ${acts} })()`)).filter((line) => !expected.includes(line));
    expect(TRACES.filter(([, line]) => !more.some((one) => line.test(one))).map(([act]) => act)).toEqual([]);
  });
});
