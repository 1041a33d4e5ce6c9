/** The main job without a screen: detect, clean view, save, find. One line per step; leaves `.output/demo`. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { isLit, popupFor, startStory, type Story } from '../e2e/chromium';
import { readerView } from '../e2e/reader-view';
import { askVerdict, copiedMarkdown, phraseOf } from './demo-answers';
import { says, saysLike } from '../e2e/says';
import { waitFor } from '../e2e/wait-for';
import { root } from './root';

const FOLDER = join(root, '.output', 'demo');

/** A step says what it saw; it fails by throwing, and the steps after it are tried all the same. */
type Step = { name: string; run: () => Promise<string> };

/** Exit code: 0 when every step did what it should. */
export async function demo(url: string, { language }: { language: string }): Promise<number> {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const story = await startStory({ language });
  story.context.setDefaultTimeout(10_000);
  try {
    let failed = 0;
    for (const { name, run } of stepsOf(story, url, language.startsWith('zh') ? 'zh' : 'en')) {
      const [mark, said] = await run().then(
        (saw) => ['ok  ', saw] as const,
        (error: unknown) => ['FAIL', firstLine(error)] as const,
      );
      if (mark === 'FAIL') failed += 1;
      console.log(`${mark}  ${name}: ${said}`);
    }
    console.log(failed === 0 ? `Done. See ${FOLDER}` : `${failed} of the steps failed. See ${FOLDER}`);
    return failed === 0 ? 0 : 1;
  } finally {
    await story.end();
  }
}

function stepsOf(story: Story, url: string, language: 'en' | 'zh'): Step[] {
  const shot = (page: Page, name: string) => page.screenshot({ path: join(FOLDER, `${name}.png`) });
  // Each step leaves here what the next ones need.
  let tab: Page;
  let popup: Page;
  let title = '';
  let phrase = '';
  return [
    {
      name: 'open the page',
      run: async () => {
        tab = await story.context.newPage();
        // A page that waits for a dead server must not stop us: its text is there long before.
        await tab.goto(url, { waitUntil: 'commit' });
        await tab.waitForLoadState('domcontentloaded', { timeout: 15_000 }).catch(() => stopLoading(tab));
        await shot(tab, '1-page');
        return url;
      },
    },
    {
      name: 'detect',
      run: async () => {
        const verdict = await waitFor(() => askVerdict(story, tab), 'the detector’s answer');
        const score = `score ${verdict.score.toFixed(2)} (${verdict.reasons.join(', ')})`;
        if (!verdict.article) throw new Error(`not recognised as an article, ${score}`);
        await waitFor(() => isLit(story, tab), 'the toolbar button to light up');
        return `an article, ${score}; the toolbar button is lit`;
      },
    },
    {
      name: 'clean view',
      run: async () => {
        popup = await popupFor(story, tab);
        const names = [says('popup_read', language), says('popup_read_anyway', language)].join('|');
        await popup.getByRole('button', { name: new RegExp(`^(${names})$`) }).click();
        await tab.bringToFront();
        const view = await readerView(tab);
        await view.waitUntilOpen();
        title = await view.evaluate<string>(`root.querySelector('h1').innerText.trim()`);
        // Not every page writes its paragraphs as `p`.
        const lines = await view.evaluate<string>(`root.querySelector('.article-body').innerText`);
        const paragraphs = lines.split('\n').filter((line) => line.trim());
        phrase = phraseOf(paragraphs);
        await shot(tab, '2-clean-view');
        const pictures = await view.evaluate<number>(`root.querySelectorAll('article img').length`);
        return `“${title}”, ${paragraphs.length} paragraphs, ${pictures} pictures`;
      },
    },
    {
      name: 'save',
      run: async () => {
        popup = await popupFor(story, tab);
        await popup.getByRole('button', { name: says('popup_save', language), exact: true }).click();
        await popup.getByText(says('popup_saved_now', language)).first().waitFor();
        return 'the article is in the library';
      },
    },
    {
      name: 'find',
      run: async () => {
        if (!phrase) throw new Error('there is nothing to look for');
        await popup.close();
        popup = await popupFor(story, tab);
        await popup.setViewportSize({ width: 420, height: 600 });
        await popup.locator('input[type=search]').fill(phrase);
        const found = saysLike('list_found_one', language);
        await popup.getByText(found).first().waitFor();
        await popup.getByRole('link', { name: title }).first().waitFor();
        await shot(popup, '3-popup');
        return `the popup finds it by “${phrase}”`;
      },
    },
    {
      name: 'keep',
      run: async () => {
        if (!title) throw new Error('there is no article to keep');
        const library = await story.extensionPage('/library.html');
        await library.getByRole('link', { name: title }).first().waitFor();
        await shot(library, '4-library');
        await library.getByRole('link', { name: title }).first().click();
        await library.getByRole('heading', { level: 1, name: title }).waitFor();
        await shot(library, '5-saved-article');
        const file = join(FOLDER, 'article.md');
        writeFileSync(file, await copiedMarkdown(library, language));
        return `the saved article as Markdown is in ${file}`;
      },
    },
  ];
}

async function stopLoading(tab: Page): Promise<void> {
  const session = await tab.context().newCDPSession(tab);
  await session.send('Page.stopLoading');
  await session.detach();
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}
