// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ArticleView, type ArticleHead } from '../../../../components/article-view/article-view';
import { RemovedParts } from '../../../../components/article-view/removed-parts';
import type { RemovedPart } from '../../../../lib/article';
import { defaultSettings } from '../../../../lib/settings/settings';

const head: ArticleHead = {
  url: 'https://news.example/a',
  title: '旧粮仓里的钟表课',
  byline: '沈未央',
  source: '青禾日报',
  publishedAt: '2026-11-18T09:20:11',
  lang: 'zh-CN',
  dir: 'ltr',
  minutes: 3,
};

function bodyOf(text: string): HTMLElement {
  const body = document.implementation.createHTMLDocument('').createElement('div');
  body.append(text);
  return body;
}

async function show(body: HTMLElement, change: Partial<ArticleHead> = {}): Promise<void> {
  await act(() =>
    render(
      <ArticleView
        head={{ ...head, ...change }}
        body={body}
        look={defaultSettings}
        pictureSource={(address) => address}
      />,
      document.body,
    ),
  );
}

const facts = () => Array.from(document.querySelectorAll('.article-facts > *'), (fact) => fact.textContent);

afterEach(() => {
  render(null, document.body);
});

it('sets headline, source, byline, date and minutes above the body', async () => {
  await show(bodyOf('雾还没散。'));
  expect(document.querySelector('h1')?.textContent).toBe(head.title);
  expect(facts()).toHaveLength(4);
  expect(facts().slice(0, 2)).toEqual(['青禾日报', '沈未央']);
  expect(document.querySelector('time')?.dateTime).toBe('2026-11-18T09:20:11');
  expect(document.querySelector('.article-body')?.textContent).toBe('雾还没散。');
});

it('says nothing of what is unknown, and a name once', async () => {
  await show(bodyOf('x'), { byline: '青禾日报', publishedAt: null, lang: '' });
  expect(facts()).toHaveLength(2);
  // Unknown must not mean: the language of our own texts.
  expect(document.querySelector('article')?.getAttribute('lang')).toBe('');
});

it('leaves the body alone when anything else changes', async () => {
  const body = bodyOf('one');
  await show(body);
  await show(body, { minutes: 4 });
  expect(document.querySelector('.article-body')?.firstChild).toBe(body);
  expect(facts().join()).toContain('minutes');
});

it('marks in a Chinese headline where a line may end, and adds no character', async () => {
  await show(bodyOf('x'));
  expect(document.querySelectorAll('h1 wbr').length).toBeGreaterThan(1);
  expect(document.querySelector('h1')?.textContent).toBe(head.title);
});

describe('the list of what was left out', () => {
  const part = { reason: '', html: '', at: [0] };
  const parts = [
    { ...part, pass: 'repeated-headline', text: '旧粮仓\n里的钟表课' },
    { ...part, pass: 'of-tomorrow', text: 'x'.repeat(1000), putBack: true as const },
  ];
  const open = async (selector: string) => {
    const details = document.querySelector<HTMLDetailsElement>(selector);
    if (details) details.open = true;
    await act(() => void details?.dispatchEvent(new Event('toggle')));
  };
  const look = vi.fn<(part: RemovedPart, place: HTMLElement) => void>();
  const onPutBack = vi.fn<(number: number, back: boolean) => void>();
  const draw = () => act(() => render(<RemovedParts parts={parts} look={look} onPutBack={onPutBack} />, document.body));

  it('names each part, also one by a pass that has no name yet', async () => {
    await draw();
    // A search in the page must not find what was left out, before somebody asks for it.
    expect(document.body.textContent).not.toContain('旧粮仓');
    await open('details');
    const items = Array.from(document.querySelectorAll('li summary'), (item) => item.textContent);
    expect(items).toHaveLength(2);
    expect(items[0]).toContain('旧粮仓 里的钟表课');
    expect(items[1]?.length).toBeLessThan(250);
  });

  it('shows a part when it is opened, once', async () => {
    await draw();
    await open('details');
    expect(look).not.toHaveBeenCalled();
    await open('li details');
    const place = document.querySelector<HTMLElement>('.article-removed-part');
    expect(look.mock.calls).toEqual([[parts[0], place]]);
    place?.append('shown');
    await draw();
    expect(look).toHaveBeenCalledOnce();
  });

  it('offers to put a part back, or to take it out again', async () => {
    await draw();
    await open('details');
    const buttons = Array.from(document.querySelectorAll('li button'));
    expect(buttons.map((button) => button.getAttribute('aria-pressed'))).toEqual(['false', 'true']);
    for (const button of buttons) (button as HTMLButtonElement).click();
    expect(onPutBack.mock.calls).toEqual([
      [0, true],
      [1, false],
    ]);
  });
});
