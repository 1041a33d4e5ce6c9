import { JSDOM } from 'jsdom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchPage, type PageWindow } from '../../../lib/detect/watch-page.ts';
import type { Verdict } from '../../../lib/messages.ts';

const LIST = 'https://news.example/local/';
const STORY = 'https://news.example/local/c123456.html';
const yes: Verdict = { article: true, score: 0.9, reasons: ['longText'] };
const no: Verdict = { article: false, score: 0.1, reasons: ['littleText'] };

/** Their handles are counted in one row with the page's own. */
const COUNTED = ['setTimeout', 'setInterval', 'requestAnimationFrame', 'requestIdleCallback'] as const;

/** A page whose verdict is its content: it is an article when there is an `<article>`. */
function openPage({ url = LIST, hidden = false, slow = false, article = false } = {}) {
  const { window } = new JSDOM('<title>list</title><body></body>', { url });
  const { document } = window;
  const navigation = new window.EventTarget();
  let visible = !hidden;
  let painting = !slow;
  Object.defineProperty(document, 'hidden', { get: () => !visible });
  const unpainted: (() => void)[] = [];
  class IntersectionObserver {
    constructor(private readonly paint: () => void) {}
    observe(): void {
      if (painting) setTimeout(this.paint, 16);
      else unpainted.push(this.paint);
    }
    disconnect(): void {}
  }
  const counted = vi.fn<() => number>();
  Object.assign(window, {
    navigation,
    IntersectionObserver,
    scheduler: {
      postTask: (step: () => void, { delay }: { delay: number }) =>
        new Promise<void>((done) => void setTimeout(() => done(step()), delay)),
    },
    ...Object.fromEntries(COUNTED.map((name) => [name, counted])),
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
  const paint = () => {
    painting = true;
    for (const painted of unpainted.splice(0)) painted();
  };
  return {
    found,
    judge,
    counted,
    state,
    show,
    /** As a page does whose address changes before anyone is told of it. */
    address: (to: string) => window.history.pushState(null, '', to),
    navigate(to: string) {
      window.history.pushState(null, '', to);
      navigation.dispatchEvent(new window.Event('currententrychange'));
    },
    paint,
    reveal() {
      visible = true;
      window.document.dispatchEvent(new window.Event('visibilitychange', { bubbles: true }));
    },
    comeBack: (persisted = true) => window.dispatchEvent(new window.PageTransitionEvent('pageshow', { persisted })),
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

  it('waits until it is painted', async () => {
    const page = openPage({ article: true, slow: true });
    await wait(60_000);
    expect(page.judge).not.toHaveBeenCalled();
    page.paint();
    await wait(10);
    expect(page.found).toHaveBeenCalledOnce();
  });

  it('waits until it is shown, in the background or prerendered, though it may be painted there', async () => {
    const page = openPage({ article: true, hidden: true });
    await wait(60_000);
    expect(page.judge).not.toHaveBeenCalled();
    page.reveal();
    await wait(50);
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
    for (let i = 0; i < 60; i++) {
      page.show('<p></p>'.repeat(i * 30), `list ${i}`);
      await wait(500);
    }
    expect(page.judge).toHaveBeenCalledTimes(2);
    expect(page.found).not.toHaveBeenCalled();
  });
});

it.each(['<form name="querySelector"></form>', '<form name="getElementsByTagName"></form>'])(
  'leaves a page alone whose form takes the name of what it looks with: %s',
  async (form) => {
    const page = openPage();
    page.show(form, 'list');
    await wait(10_000);
    page.navigate(STORY);
    await wait(10_000);
    expect(page.found).not.toHaveBeenCalled();
  },
);

it('takes no number out of the row of the page’s own timers, frames and idle callbacks', async () => {
  const page = openPage();
  await wait(10_000);
  page.navigate(STORY);
  page.show(story, 'story');
  await wait(10_000);
  expect(page.found).toHaveBeenCalledOnce();
  expect(page.counted).not.toHaveBeenCalled();
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
    await wait(2500);
    expect(page.found.mock.calls).toEqual([[yes], [no]]);
    await wait(20_000);
    expect(page.found).toHaveBeenCalledTimes(2);
  });

  it('from a story to a list that comes late reports the end of the story', async () => {
    const page = openPage({ url: STORY, article: true });
    await wait(100);
    page.navigate(LIST);
    await wait(5000);
    page.show('', 'list');
    await wait(20_000);
    expect(page.found.mock.calls).toEqual([[yes], [yes], [no]]);
  });

  it('from story to story reports no end, though the page is empty for a moment', async () => {
    const page = openPage({ url: STORY, article: true });
    await wait(100);
    page.navigate(`${STORY}?next`);
    page.show('<i>…</i>', 'loading');
    await wait(1500);
    expect(page.judge).toHaveBeenCalledTimes(2);
    page.show(story, 'next story');
    await wait(20_000);
    expect(page.found.mock.calls).toEqual([[yes], [yes]]);
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
    await wait(310);
    page.navigate(`${LIST}more`);
    page.show('', 'more');
    await wait(20_000);
    expect(page.found).not.toHaveBeenCalled();
  });

  it('does not judge an address that has changed and was not yet told of', async () => {
    const page = openPage({ article: true });
    page.address(STORY);
    await wait(20_000);
    expect(page.judge).not.toHaveBeenCalled();
    page.navigate(STORY);
    await wait(20_000);
    expect(page.found).toHaveBeenCalledOnce();
  });

  it('waits until the page is shown', async () => {
    const page = openPage({ hidden: true });
    page.navigate(STORY);
    page.show(story, 'story');
    await wait(20_000);
    expect(page.judge).not.toHaveBeenCalled();
    page.reveal();
    await wait(50);
    expect(page.judge).toHaveBeenCalledOnce();
    expect(page.found).toHaveBeenCalledExactlyOnceWith(yes);
  });

  it('to another place on the same page changes nothing', async () => {
    const page = openPage({ url: STORY, article: true });
    await wait(100);
    page.navigate(`${STORY}#comments`);
    await wait(10_000);
    expect(page.judge).toHaveBeenCalledOnce();
  });

  it.each([`${LIST}#/story/7`, `${LIST}#!story/7`])('may be a change of nothing but the fragment: %s', async (url) => {
    const page = openPage();
    await wait(10_000);
    page.navigate(url);
    page.show(story, 'story');
    await wait(5000);
    expect(page.found).toHaveBeenCalledExactlyOnceWith(yes);
  });
});

it.each([
  [true, 2],
  [false, 1],
])('reports an article again when it comes back from the cache: %s', async (fromCache, times) => {
  const page = openPage({ article: true });
  await wait(100);
  page.comeBack(fromCache);
  await wait(100);
  expect(page.found).toHaveBeenCalledTimes(times);
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
