import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../commands/build';
import { type Firefox, startFirefox, type Tab } from '../firefox';
import { says } from '../says';
import { type Site, startSite } from '../server';
import { waitFor } from '../wait-for';

const text = (value: string) => JSON.stringify(value);

/** Firefox has no dialog for saving: the backup is written into the private file system, then downloaded. */
describe('a backup in Firefox', () => {
  let firefox: Firefox;
  let site: Site;
  let options: Tab;
  const shows = (words: string) =>
    waitFor(() => options.evaluate<boolean>(`document.body.innerText.includes(${text(words)})`), `“${words}”`);
  beforeAll(async () => {
    const extension = ensureBuilt('firefox');
    site = await startSite();
    firefox = await startFirefox(extension);
    const page = await firefox.newTab();
    await page.goto(site.url('/zh/news.html'));
    const popup = await firefox.newTab();
    await popup.goto(firefox.ownPage('/popup.html'));
    const saved = await popup.evaluate<{ ok: boolean }>(`browser.tabs.query({})
      .then((tabs) => tabs.find((one) => one.url === ${text(site.url('/zh/news.html'))}).id)
      .then((tabId) => browser.runtime.sendMessage({ type: 'savePage', data: { tabId } }))`);
    expect(saved).toMatchObject({ ok: true });
    options = await firefox.newTab();
    await options.goto(firefox.ownPage('/options.html'));
    await shows(says('backup_never'));
  });
  afterAll(async () => {
    await firefox?.close();
    await site?.close();
  });

  it('is written, read back and downloaded', async () => {
    await options.evaluate(`document.querySelector('.backup .button.primary').click()`);
    await shows('Backed up, and read back whole: 1 article');
  });

  it('is read by the same browser, and adds nothing to what is there', async () => {
    await options.evaluate(`(async () => {
      const root = await navigator.storage.getDirectory();
      const file = await (await root.getFileHandle('backup.zip')).getFile();
      const data = new DataTransfer();
      data.items.add(new File([await file.arrayBuffer()], 'quietpage-backup.zip'));
      const input = document.querySelector('.backup input[type=file]');
      input.files = data.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    })()`);
    await shows(says('backup_plan'));
    await shows(says('backup_nothing_new'));
  });
});
