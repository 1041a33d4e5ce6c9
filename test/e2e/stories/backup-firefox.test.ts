import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Mode } from '../../commands/build';
import type { Tab } from '../firefox';
import { type FirefoxStory, ownTab, press, raw, savePath, shows, startFirefoxStory } from '../firefox-story';
import { says, saysLike } from '../says';
import { waitFor } from '../wait-for';

const text = (value: string) => JSON.stringify(value);

/** Firefox with one article saved and its pictures fetched. */
async function startWithArticle(mode?: Mode): Promise<FirefoxStory> {
  const story = await startFirefoxStory(mode);
  expect(await savePath(story, '/zh/news.html')).toMatchObject({ ok: true });
  return story;
}

/** Firefox has no dialog for saving: the backup is written into the private file system, then downloaded. */
describe('a library in Firefox', () => {
  let story: FirefoxStory;
  let options: Tab;
  let lever: Tab;
  beforeAll(async () => {
    story = await startWithArticle();
    lever = await ownTab(story, '/icon/16.png');
    await waitFor(async () => (await raw<number>(lever, 'jobs', 'readonly', 'count()')) === 0, 'the pictures');
    options = await ownTab(story, '/options.html');
    await shows(options, says('backup_never'));
  });
  afterAll(() => story?.end());

  it('is kept for good from the first page on, without a question', async () => {
    await waitFor(() => lever.evaluate<boolean>('navigator.storage.persisted()'), 'the promise of the browser');
    await shows(options, says('options_kept'));
  });

  it('is examined, found sound, damaged, and repaired', async () => {
    await press(options, 'health_check_full');
    await shows(options, says('health_sound'));
    const url = 'https://img.example.com/gone.jpg';
    await raw(lever, 'pictureUses', 'readwrite', `put({ articleId: 'GONE', url: ${text(url)}, failed: 'missing' })`);
    await raw(lever, 'texts', 'readwrite', 'clear()');
    await press(options, 'health_check');
    await shows(options, saysLike('health_found_useAlone_one'));
    await shows(options, saysLike('health_found_textMissing_one'));
    await press(options, 'health_repair');
    await shows(options, saysLike('health_repaired'));
    await press(options, 'health_check');
    await shows(options, says('health_sound'));
    const [row] = await raw<{ text: string }[]>(lever, 'texts', 'readonly', 'getAll()');
    expect(row?.text).toContain('七十三岁的渔民');
  });

  it('is backed up: written, read back and downloaded', async () => {
    await press(options, 'backup_now');
    await shows(options, 'Backed up, and read back whole: 1 article');
  });

  const choose = () =>
    options.evaluate(`(async () => {
      const root = await navigator.storage.getDirectory();
      const file = await (await root.getFileHandle('backup.zip')).getFile();
      const data = new DataTransfer();
      data.items.add(new File([await file.arrayBuffer()], 'quietpage-backup.zip'));
      const input = document.querySelector('.backup input[type=file]');
      input.files = data.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    })()`);

  it('gets nothing from its own backup that it has already', async () => {
    await choose();
    await shows(options, says('backup_plan'));
    await shows(options, says('backup_nothing_new'));
  });

  it('comes back from it when it was lost, pictures included', async () => {
    const before = await raw<unknown[]>(lever, 'bodies', 'readonly', 'getAll()');
    const index = ['ftsDelta', 'ftsBlk', 'ftsSeg', 'ftsLen', 'ftsCol', 'ftsNote', 'ftsMeta'];
    for (const store of ['articles', 'bodies', 'texts', 'pictures', 'pictureUses', ...index])
      await raw(lever, store, 'readwrite', 'clear()');
    await options.goto(story.firefox.ownPage('/options.html#again'));
    await choose();
    await shows(options, says('backup_plan'));
    await press(options, 'backup_merge');
    await shows(options, saysLike('backup_merged'));
    expect(await raw(lever, 'bodies', 'readonly', 'getAll()')).toEqual(before);
    expect(await raw<number>(lever, 'pictures', 'readonly', 'count()')).toBe(4);
    await press(options, 'health_check_full');
    await shows(options, says('health_sound'));
  });
});

/** In the build of mode `e2e`, which has the permission for downloads that only a person can grant. */
describe('the weekly backup in Firefox', () => {
  let story: FirefoxStory;
  beforeAll(async () => {
    story = await startWithArticle('e2e');
  });
  afterAll(() => story?.end());

  it('is made by itself once it is switched on, and noted', async () => {
    const options = await ownTab(story, '/options.html');
    await shows(options, says('backup_weekly'));
    // Firefox asks for a real click; a permission that is there is granted without a question.
    await options.evaluate(`[...document.querySelectorAll('label')]
      .find((one) => one.innerText.includes(${text(says('backup_weekly'))})).querySelector('input').dataset.wanted = ''`);
    await options.click('[data-wanted]');
    await shows(options, says('backup_soon'));
    await options.evaluate(`browser.alarms.create('backup', { when: Date.now() })`);
    type Kv = { key: string; value: { failed: string | null; kept: { articles: number }[] } };
    const schedule = async () =>
      (await raw<Kv[]>(options, 'kv', 'readonly', 'getAll()')).find(({ key }) => key === 'backupSchedule')?.value;
    await waitFor(async () => (await schedule())?.kept.length === 1, 'the backup to be noted', { timeout: 30_000 });
    expect(await schedule()).toMatchObject({ failed: null, kept: [{ articles: 1 }] });
    const downloads = await options.evaluate<{ state: string; exists: boolean }[]>(`browser.downloads.search({})`);
    expect(downloads).toMatchObject([{ state: 'complete', exists: true }]);
  });
});
