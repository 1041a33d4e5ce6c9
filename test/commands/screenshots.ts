/** `npm run screenshots`: the pictures of README.md and of the stores, made anew from the built extension. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { isLit, openReader, popupFor, savePage, startStory, type Story } from '../e2e/chromium';
import { readerView } from '../e2e/reader-view';
import { waitFor } from '../e2e/wait-for';
import { root } from './root';

const FOLDER = join(root, 'test', 'screenshots');
const POPUP = { width: 400, height: 580 };
const FULL = { width: 1280, height: 800 };

const LANGUAGES = [
  { name: 'zh', language: 'zh-CN', page: '/zh/news.html', other: '/en/news.html', query: '粮仓' },
  { name: 'en', language: 'en-US', page: '/en/news.html', other: '/zh/news.html', query: 'tide' },
];

async function shoot(page: Page, name: string, size: { width: number; height: number }): Promise<void> {
  await page.setViewportSize(size);
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    // Longer than any transition of ours, and than a picture needs to be drawn.
    await page.waitForTimeout(500);
    await page.screenshot({ path: join(FOLDER, `${name}-${scheme}.png`) });
  }
  console.error(`${name}: light, dark`);
}

async function shootAll(story: Story, { name, page: path, other, query }: (typeof LANGUAGES)[number]): Promise<void> {
  await savePage(story, await story.open(other));
  const page = await story.open(path);
  await waitFor(() => isLit(story, page), 'the lit button');
  await savePage(story, page);
  await openReader(story, page);
  await (await readerView(page)).waitUntilOpen();
  await shoot(page, `reader-${name}`, FULL);

  const popup = await popupFor(story, page);
  await shoot(popup, `popup-${name}`, POPUP);
  await popup.locator('input[type=search]').fill(query);
  await popup.locator('mark').first().waitFor();
  await shoot(popup, `popup-search-${name}`, POPUP);

  const library = await story.extensionPage('/library.html');
  await library.locator('.article-row, [class*=row]').first().waitFor();
  await shoot(library, `library-${name}`, FULL);
}

mkdirSync(FOLDER, { recursive: true });
for (const each of LANGUAGES) {
  const story = await startStory({ language: each.language });
  try {
    await shootAll(story, each);
  } finally {
    await story.end();
  }
}
