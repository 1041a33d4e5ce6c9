import type { Page } from 'playwright-core';
import type { browser } from 'wxt/browser';
import type { Verdict } from '../../lib/messages';
import { tabIdOf, type Story } from '../e2e/chromium';
import { says } from '../e2e/says';

declare const chrome: typeof browser;

/** What the popup asks: the detector's verdict on the page of a tab; false while it does not answer. */
export async function askVerdict(story: Story, page: Page): Promise<Verdict | false> {
  const tabId = await tabIdOf(story, page);
  return story.lever.evaluate(async (tab) => {
    const ask = chrome.tabs.sendMessage(tab, { type: 'askVerdict', data: null }, { frameId: 0 });
    const answer = (await ask.catch(() => undefined)) as { ok: true; value: Verdict } | undefined;
    return answer?.ok ? answer.value : false;
  }, tabId);
}

/** Some words from the middle of the longest paragraph, as one remembers them: what the search shall find the article by. */
export function phraseOf(paragraphs: string[]): string {
  const longest = paragraphs.reduce((best, next) => (next.length > best.length ? next : best), '').trim();
  const clauses = longest.split(/[，。；：、“”"！？（）()]+|[,.;:!?]+(?!\d)/).map((clause) => clause.trim());
  const chinese = clauses.find((clause) => /^\p{Script=Han}{6,}$/u.test(clause));
  if (chinese) return chinese.slice(0, 8);
  const middle = clauses.toSorted((a, b) => b.length - a.length)[0] ?? longest;
  return middle.split(/\s+/).slice(0, 4).join(' ').slice(0, 40);
}

/** The library page's “copy as Markdown”; what it would put on the clipboard is caught on its way. */
export async function copiedMarkdown(library: Page, language: 'en' | 'zh'): Promise<string> {
  await library.evaluate(() => {
    const caught = globalThis as { copied?: string };
    navigator.clipboard.writeText = (text) => {
      caught.copied = text;
      return Promise.resolve();
    };
  });
  await library.getByRole('button', { name: says('library_copy', language) }).click();
  const copied = await library.waitForFunction(() => (globalThis as { copied?: string }).copied);
  return copied.jsonValue().then(String);
}
