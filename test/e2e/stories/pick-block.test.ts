import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openReader, startStory, type Story } from '../chromium';
import { readerView } from '../reader-view';
import { says } from '../says';
import { waitFor } from '../wait-for';

const DIARY = "The editor's diary begins";
const STORY = 'She had kept it for thirty-one years.';
const OTHER_STORY = 'By noon on Friday it was open again.';

describe('a page where the wrong text is shown', () => {
  let story: Story;
  let page: Page;
  beforeAll(async () => {
    story = await startStory();
    page = await story.open('/odd/two-columns.html');
  });
  afterAll(() => story?.end());

  const read = async (of: Page) => {
    await of.bringToFront();
    expect(await openReader(story, of)).toMatchObject({ ok: true });
    const view = await readerView(of);
    await view.waitUntilOpen();
    return view;
  };
  const offer = says('pick_offer');
  const startPicking = async (words: string) => {
    const view = await readerView(page);
    await waitFor(async () => (await view.text()).includes(words), 'the offer');
    await view.clickButton(words);
    await waitFor(() => view.evaluate<boolean>(`!!root.querySelector('.pick-bar')`), 'the picker');
    return view;
  };
  const shows = (text: string, of = page) =>
    waitFor(async () => {
      const view = await readerView(of);
      return (await view.isOpen()) && (await view.text()).includes(text);
    }, text);

  it('goes back to the view when the picking is given up', async () => {
    const view = await read(page);
    expect(await view.text()).toContain(DIARY);
    await startPicking(offer);
    await page.keyboard.press('Escape');
    await shows(DIARY);
  });

  it('is read from the block that the user points at', async () => {
    const view = await startPicking(offer);
    const heard = await page.evaluateHandle(() => {
      const events: string[] = [];
      for (const name of ['click', 'keydown']) document.addEventListener(name, () => events.push(name));
      return events;
    });
    // Our pane lies over the page, so the mouse goes by the place.
    const line = await page.getByText(STORY).boundingBox();
    await page.mouse.click((line?.x ?? 0) + 10, (line?.y ?? 0) + 5);
    await waitFor(
      () => view.evaluate<boolean>(`root.textContent.includes(${JSON.stringify(says('pick_settled'))})`),
      'the question',
    );
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowDown');
    await view.clickButton(says('pick_read'));
    await shows(STORY);
    const text = await (await readerView(page)).text();
    expect(text).not.toContain(DIARY);
    expect(text).toContain(says('pick_forget'));
    expect(await heard.jsonValue()).toEqual([]);
    // Nothing of the picker is left in the page.
    await page.keyboard.press('Escape');
    await view.waitUntilClosed();
    expect(await page.evaluate(() => document.querySelectorAll('html > div').length)).toBe(0);
  });

  it('teaches the other pages of the site', async () => {
    const other = await story.open('/odd/two-columns-again.html');
    const text = await (await read(other)).text();
    expect(text).toContain(OTHER_STORY);
    expect(text).not.toContain(DIARY);
    await other.close();
  });

  it('is listed in the options, and forgotten there', async () => {
    const options = await story.extensionPage('/options.html');
    const host = new URL(page.url()).host;
    await options.getByRole('row', { name: host }).getByRole('button').click();
    await options.getByText(says('options_sites_none')).waitFor();
    await options.close();
    await read(page);
    await shows(DIARY);
  });
});
