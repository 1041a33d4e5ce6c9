import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isLit, openReader, popupFor, savePage, savedRows, startStory, type Story } from '../chromium';
import { readerView } from '../reader-view';
import { says } from '../says';

/** A browser needs a while for these on a busy machine. */
const LONG = 120_000;

describe('pages that are no article', () => {
  let story: Story;
  beforeAll(async () => {
    story = await startStory();
  });
  afterAll(() => story?.end());

  it.each([
    ['a page of the browser', 'chrome://version', 'restrictedPage'],
    ['an empty tab', 'about:blank', 'restrictedPage'],
    ['the source of a page', 'view-source:http://127.0.0.1/', 'restrictedPage'],
    ['an XML document', '/odd/feed.xml', 'notHtml'],
    ['a plain text', '/odd/plain.txt', 'notHtml'],
    ['a picture', '/pictures/tide-clock.jpg', 'notHtml'],
    ['a frameset', '/odd/frameset.html', 'noArticle'],
    ['an empty document', '/made/empty.html', 'noArticle'],
  ])('say so: %s', async (_name, address, error) => {
    const page = await story.context.newPage();
    await page.goto(address.startsWith('/') ? story.site.url(address) : address).catch(() => undefined);
    expect(await savePage(story, page)).toEqual({ ok: false, error });
    expect(await isLit(story, page)).toBe(false);
    const popup = await popupFor(story, page);
    if (error === 'restrictedPage') await popup.getByText(says('popup_restricted')).waitFor();
    else {
      await popup.getByRole('button', { name: says('popup_save'), exact: true }).click();
      await popup.getByText(says(`error_${error as 'notHtml'}`)).waitFor();
    }
    await popup.close();
    await page.close();
    expect(await savedRows(story)).toEqual([]);
  });

  it('say so in the clean view: a front page', async () => {
    const page = await story.open('/zh/front.html');
    expect(await isLit(story, page)).toBe(false);
    await page.close();
  });

  it('say so in the clean view: an empty document', async () => {
    const page = await story.open('/made/empty.html');
    expect(await openReader(story, page)).toMatchObject({ ok: true });
    const view = await readerView(page);
    await view.waitUntilOpen();
    expect(await view.text()).toContain(says('reader_nothing_title'));
    await page.keyboard.press('Escape');
    await view.waitUntilClosed();
    await page.close();
  });
});

describe('pages that strain', () => {
  let story: Story;
  beforeAll(async () => {
    story = await startStory();
  });
  afterAll(() => story?.end());

  it.each([
    ['10 MB', '/made/ten-megabytes.html', 'A heavy page with a light story', '39. The harbour master'],
    ['50,000 elements', '/made/fifty-thousand.html', 'Every boat that came in this year', 'wrote its name down'],
    ['500 levels deep', '/made/deep.html', 'The story at the bottom of the well', '11. The harbour master'],
    ['broken markup', '/odd/malformed.html', 'Broken markup still holds a story', 'found three more mistakes'],
  ])(
    'are read and saved: %s',
    async (_name, path, title, end) => {
      const page = await story.open(path);
      expect(await openReader(story, page)).toMatchObject({ ok: true });
      const view = await readerView(page);
      await view.waitUntilOpen();
      const text = await view.text();
      expect(text).toContain(title);
      expect(text).toContain(end);
      await page.keyboard.press('Escape');
      await view.waitUntilClosed();
      expect(await savePage(story, page)).toMatchObject({ ok: true, value: { status: 'created' } });
      expect((await savedRows(story)).map((row) => row.title)).toContain(title);
      await page.close();
    },
    LONG,
  );
});
