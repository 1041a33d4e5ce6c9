import { JSDOM } from 'jsdom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchPage, type PageWindow } from '../../../lib/detect/watch-page.ts';
import type { Verdict } from '../../../lib/messages.ts';

const LIST = 'https://news.example/local/';
const STORY = 'https://news.example/local/c123456.html';
const yes: Verdict = { article: true, score: 0.9, reasons: ['longText'] };
const no: Verdict = { article: false, score: 0.1, reasons: ['littleText'] };

/** A page whose verdict is its content: it is an article when there is an `<article>`. */
function openPage({ url = LIST, hidden = false, article = false } = {}) {
  const { window } = new JSDOM('<title>list</title><body></body>', { url });
  const { document } = window;
  const navigation = new window.EventTarget();
  let visibility = hidden ? 'hidden' : 'visible';
  Object.defineProperty(document, 'visibilityState', { get: () => visibility });
  Object.assign(window, {
    navigation,
    requestIdleCallback: (step: () => void) => setTimeout(step, 0),
    setTimeout: (step: () => void, ms: number) => setTimeout(step, ms),
  });
  const state = { alive: true };
  const found = vi.fn<(verdict: Verdict) => void>();
  const judge = vi.fn(() => (document.querySelector('article') ? yes : no));
  const show = (html: string, title: string) => {
    document.body.innerHTML = html;
    document.title = title;
  };
  if (article) show('<article></article>', 'story');
  watchPage(window as unknown as PageWindow, { judge, found, alive: () => state.alive });
  return {
    found,
    judge,
    state,
    show,
    navigate(to: string) {
      window.history.pushState(null, '', to);
      navigation.dispatchEvent(new window.Event('navigatesuccess'));
    },
    reveal() {
      visibility = 'visible';
      document.dispatchEvent(new window.Event('visibilitychange', { bubbles: true }));
    },
    comeBack: () => window.dispatchEvent(new window.PageTransitionEvent('pageshow', { persisted: true })),
  };
}

const story = '<article></article>';
const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a page that is opened', () => {
  it('is judged once and reported when it is an article', async () => {
    const page = openPage({ article: true });
    await wait(60_000);
    expect(page.judge).toHaveBeenCalledOnce();
    expect(page.found).toHaveBeenCalledExactlyOnceWith(yes);
  });

  it('is not reported when it is none, and not judged again while it stays as it is', async () => {
    const page = openPage();
    await wait(60_000);
    expect(page.judge).toHaveBeenCalledOnce();
    expect(page.found).not.toHaveBeenCalled();
  });

  it('waits until a background tab or prerendered page is shown', async () => {
    const page = openPage({ article: true, hidden: true });
    await wait(60_000);
    expect(page.judge).not.toHaveBeenCalled();
    page.reveal();
    await wait(10);
    expect(page.found).toHaveBeenCalledOnce();
  });

  it('is judged once more when its content comes late', async () => {
    const page = openPage();
    await wait(2000);
    page.show(story, 'story');
    await wait(10_000);
    expect(page.judge).toHaveBeenCalledTimes(2);
    expect(page.found).toHaveBeenCalledOnce();
  });

  it('is judged at most twice when it never stands still', async () => {
    const page = openPage();
    for (let i = 0; i < 24; i++) {
      page.show('<p></p>'.repeat(i * 30), `list ${i}`);
      await wait(500);
    }
    expect(page.judge).toHaveBeenCalledTimes(2);
    expect(page.found).not.toHaveBeenCalled();
  });
});

it('bears a page whose form takes the name of what it looks with', async () => {
  const page = openPage();
  page.show('<form name="querySelector"></form><form name="getElementsByTagName"></form>', 'list');
  page.judge.mockReturnValue(no);
  await wait(10_000);
  page.navigate(STORY);
  await wait(10_000);
  expect(page.judge).toHaveBeenCalledTimes(2);
  expect(page.found).not.toHaveBeenCalled();
});

describe('a navigation inside the page', () => {
  it('from a list to a story reports the story, once, after its content came', async () => {
    const page = openPage();
    await wait(10_000);
    page.navigate(STORY);
    await wait(400);
    expect(page.found).not.toHaveBeenCalled();
    page.show(story, 'story');
    await wait(5000);
    expect(page.found).toHaveBeenCalledExactlyOnceWith(yes);
  });

  it('from a story to a list reports the end of the story, and not before its content is gone', async () => {
    const page = openPage({ url: STORY, article: true });
    await wait(100);
    page.navigate(LIST);
    await wait(900);
    expect(page.found).toHaveBeenCalledOnce();
    page.show('', 'list');
    await wait(20_000);
    expect(page.found.mock.calls).toEqual([[yes], [no]]);
  });

  it('back to a story whose content was there at once reports it again', async () => {
    const page = openPage({ url: STORY, article: true });
    await wait(100);
    page.navigate(LIST);
    page.show('', 'list');
    await wait(5000);
    page.show(story, 'story');
    page.navigate(STORY);
    await wait(5000);
    expect(page.found.mock.calls).toEqual([[yes], [no], [yes]]);
  });

  it('drops what it was about to find at an address that is no longer current', async () => {
    const page = openPage();
    await wait(10_000);
    page.navigate(STORY);
    page.show(story, 'story');
    await wait(350);
    page.navigate(`${LIST}more`);
    page.show('', 'more');
    await wait(20_000);
    expect(page.found).not.toHaveBeenCalled();
  });

  it('to another place on the same page changes nothing', async () => {
    const page = openPage({ url: STORY, article: true });
    await wait(100);
    page.navigate(`${STORY}#comments`);
    await wait(10_000);
    expect(page.judge).toHaveBeenCalledOnce();
  });
});

it('reports an article again when it comes back from the cache, without judging it again', async () => {
  const page = openPage({ article: true });
  await wait(100);
  page.comeBack();
  await wait(100);
  expect(page.judge).toHaveBeenCalledOnce();
  expect(page.found).toHaveBeenCalledTimes(2);
});

it('falls silent when the extension is gone', async () => {
  const page = openPage();
  await wait(10_000);
  page.state.alive = false;
  page.navigate(STORY);
  page.show(story, 'story');
  page.comeBack();
  await wait(20_000);
  expect(page.judge).toHaveBeenCalledOnce();
  expect(page.found).not.toHaveBeenCalled();
});
