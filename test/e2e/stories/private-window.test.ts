import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { browser } from 'wxt/browser';
import {
  allowPrivateWindows,
  askBackground,
  openPrivately,
  reloadExtension,
  savedRows,
  startStory,
  storeRows,
  type Story,
} from '../chromium';
import { ENGLISH } from '../paged-stories';
import { says } from '../says';
import { waitFor } from '../wait-for';

declare const chrome: typeof browser;

describe('a private window', () => {
  let story: Story;
  let tabId: number;
  beforeAll(async () => {
    story = await startStory();
    await allowPrivateWindows(story);
    // The switch reloads the extension.
    await reloadExtension(story);
    tabId = await openPrivately(story, '/zh/news.html');
  });
  afterAll(() => story?.end());
  const save = (consent?: boolean) => askBackground(story, 'savePage', { tabId, ...(consent ? { consent } : {}) });

  it('is told that saving is for good, before anything is written', async () => {
    expect(await save()).toEqual({ ok: true, value: { status: 'needsConsent' } });
    expect(await savedRows(story)).toEqual([]);
  });

  it('saves nothing when the answer is no, and asks again', async () => {
    const popup = await story.extensionPage(`/popup.html?tab=${tabId}`);
    await popup.getByRole('button', { name: says('popup_save'), exact: true }).click();
    await popup.getByText(says('popup_private_title')).waitFor();
    await popup.getByRole('button', { name: says('popup_private_no') }).click();
    await popup.getByText(says('popup_private_title')).waitFor({ state: 'detached' });
    expect(await savedRows(story)).toEqual([]);
    expect(await save()).toMatchObject({ value: { status: 'needsConsent' } });
  });

  it('saves after a yes, and asks no second time', async () => {
    const popup = await story.extensionPage(`/popup.html?tab=${tabId}`);
    await popup.getByRole('button', { name: says('popup_save'), exact: true }).click();
    await popup.getByRole('button', { name: says('popup_private_save') }).click();
    await popup.getByText(says('popup_saved_now')).first().waitFor();
    expect(await savedRows(story)).toHaveLength(1);
    expect(await save()).toMatchObject({ ok: true, value: { status: 'unchanged' } });
  });
  it('asks for further pages without the cookies of the other windows', async () => {
    const path = '/paged/members.html';
    await (await story.open(path)).close();
    await story.lever.evaluate(({ id, url }) => chrome.tabs.update(id, { url }), {
      id: tabId,
      url: story.site.url(path),
    });
    const arrived = () =>
      story.lever.evaluate(
        async ({ id, end }) => {
          const { url, status } = await chrome.tabs.get(id);
          return status === 'complete' && url?.endsWith(end) === true;
        },
        { id: tabId, end: path },
      );
    await waitFor(arrived, 'the page for members');
    expect(await save()).toMatchObject({ ok: true, value: { status: 'created' } });
    expect(story.site.requests.filter((asked) => asked.endsWith('/paged/members_2.html'))).not.toEqual([]);
    const texts = (await storeRows<{ text: string }>(story, 'texts')).map(({ text }) => text).join('\n');
    expect(texts).toContain(ENGLISH.pages[0]?.at(-1));
    expect(texts).not.toContain(ENGLISH.pages[1]?.at(-1));
  });
});
