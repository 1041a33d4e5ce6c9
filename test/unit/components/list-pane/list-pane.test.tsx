// @vitest-environment jsdom
import { render, type ComponentChild } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ListPane } from '../../../../components/list-pane/list-pane';
import type { ArticleRow } from '../../../../lib/article';
import type { ListItem, ListSource, ListView } from '../../../../lib/library/list-source';
import { libraryModel } from '../../../../lib/library/model';

const row = (id: string, change: Partial<ArticleRow> = {}): ArticleRow => ({
  id,
  url: `https://news.example.com/${id}`,
  urlKeys: [],
  title: `Title ${id}`,
  byline: null,
  source: 'The Harbour Gazette',
  lang: 'en',
  dir: 'ltr',
  publishedAt: '2026-11-20',
  savedAt: 1,
  minutes: 4,
  state: 'inbox',
  favourite: 0,
  tags: [],
  keywords: ['tides', 'archives'],
  note: '',
  leadImage: null,
  excerpt: '',
  docNo: 1,
  contentHash: '',
  fingerprint: '',
  stamps: {},
  saves: [],
  ...change,
});

/** A library in memory that finds by title. */
function aSource(rows: ArticleRow[]) {
  let kept = rows;
  let told = () => {};
  let late = false;
  const find = ({ query }: ListView): ListItem[] =>
    kept.filter(({ title }) => title.includes(query)).map((row) => ({ row, titleMarks: query ? [[0, 5]] : [] }));
  const source: ListSource = {
    watch: (view, onResult) => {
      told = () => {
        const { length } = find(view);
        onResult({ items: find(view), from: 0, extent: length, total: length, counted: true });
      };
      if (!late) told();
      return { show: () => {}, stop: () => {} };
    },
    change: async (ids) => {
      const before = kept;
      kept = kept.filter((row) => !ids.includes(row.id));
      told();
      const undo = async () => {
        kept = before;
        told();
      };
      return { undo, failure: null };
    },
  };
  /** From now on answers come only when the returned function is called. */
  const answerLate = () => {
    late = true;
    return () => told();
  };
  return { source, answerLate };
}

// jsdom lays nothing out.
Element.prototype.scrollIntoView = () => {};

const opened = vi.fn<(id: string) => void>();

async function show(rows: ArticleRow[], whenEmpty: ComponentChild = 'nothing yet') {
  const { source, answerLate } = aSource(rows);
  const model = libraryModel(Promise.resolve(source), () => 1);
  const page = document.createElement('div');
  document.body.replaceChildren(page);
  await act(() =>
    render(
      <ListPane
        model={model}
        inputRef={{ current: null }}
        whenEmpty={whenEmpty}
        hrefOf={({ id }) => `#${id}`}
        onKeyword={model.filterBy}
        onOpen={({ id }, event) => {
          event.preventDefault();
          opened(id);
        }}
      />,
      page,
    ),
  );
  // What comes after the first rows.
  await act(async () => {
    await import('../../../../components/list-pane/late-parts');
    await settle();
  });
  const input = page.querySelector('input') as HTMLInputElement;
  return { page, input, model, answerLate };
}

const focused = () => document.activeElement?.textContent;

/** Until all that follows from an event has happened. */
const settle = () => new Promise((resolve) => setTimeout(resolve));

async function press(key: string, init: KeyboardEventInit = {}) {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init });
  await act(async () => {
    document.activeElement?.dispatchEvent(event);
    await settle();
  });
  return event;
}

function type(input: HTMLInputElement, text: string, init: InputEventInit = {}) {
  return act(() => {
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, ...init }));
  });
}

const click = (page: Element, selector: string) =>
  act(async () => {
    (page.querySelector(selector) as HTMLElement).click();
    await settle();
  });

describe('search box and list', () => {
  beforeEach(() => opened.mockReset());

  it('walks with the arrow keys from the box through the rows and back', async () => {
    const { input } = await show([row('a'), row('b'), row('c')]);
    input.focus();
    await press('ArrowDown');
    expect(focused()).toContain('Title a');
    await press('ArrowDown');
    await press('End');
    expect(focused()).toContain('Title c');
    await press('ArrowDown');
    expect(focused()).toContain('Title c');
    await press('Home');
    await press('ArrowUp');
    expect(document.activeElement).toBe(input);
  });

  it('opens the best result with Enter from the box', async () => {
    const { input } = await show([row('a'), row('b')]);
    input.focus();
    await type(input, 'Title b');
    await press('Enter');
    expect(opened.mock.calls).toEqual([['b']]);
  });

  it('opens nothing with Enter in an empty box', async () => {
    const { input } = await show([row('a')]);
    input.focus();
    await press('Enter');
    expect(opened).not.toHaveBeenCalled();
  });

  it('waits with Enter until the results of the last letters are there', async () => {
    const { input, answerLate } = await show([row('a'), row('b')]);
    input.focus();
    const answer = answerLate();
    await type(input, 'Title b');
    await press('Enter');
    expect(opened).not.toHaveBeenCalled();
    await act(answer);
    expect(opened.mock.calls).toEqual([['b']]);
  });

  it('removes with Delete, goes on to the neighbour, and takes it back', async () => {
    const { page, input } = await show([row('a'), row('b')]);
    input.focus();
    await press('ArrowDown');
    await press('Delete');
    expect(page.querySelectorAll('.article-row')).toHaveLength(1);
    expect(focused()).toContain('Title b');
    await click(page, '.toast button');
    expect(document.activeElement).toBe(input);
    expect(page.querySelectorAll('.article-row')).toHaveLength(2);
  });

  it('gives the focus to the box when the last row is removed', async () => {
    const { input, page } = await show([row('a')]);
    input.focus();
    await press('ArrowDown');
    await press('Delete');
    expect(document.activeElement).toBe(input);
    expect(page.textContent).toContain('nothing yet');
  });

  it('takes removals back by Ctrl+Z on a row, and leaves Ctrl+Z in the box to the text', async () => {
    const { input, page } = await show([row('a'), row('b')]);
    input.focus();
    await press('ArrowDown');
    await press('Delete');
    await press('z', { ctrlKey: true });
    expect(page.querySelectorAll('.article-row')).toHaveLength(2);
    input.focus();
    expect((await press('z', { ctrlKey: true })).defaultPrevented).toBe(false);
  });

  it('clears with Esc first, and leaves the second Esc to the popup', async () => {
    const { input, model } = await show([row('a')]);
    input.focus();
    await type(input, 'zzz');
    expect((await press('Escape')).defaultPrevented).toBe(true);
    expect(model.query.value).toBe('');
    expect((await press('Escape')).defaultPrevented).toBe(false);
  });

  it('does not search for the unfinished word of an input method, nor take its keys', async () => {
    const { input, model } = await show([row('a')]);
    input.focus();
    await type(input, 'cha', { isComposing: true });
    expect(model.query.value).toBe('');
    await press('Enter', { isComposing: true });
    await press('ArrowDown', { isComposing: true });
    expect(opened).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(input);
    input.value = '茶';
    await act(() => {
      input.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
    });
    expect(model.query.value).toBe('茶');
  });

  it('brings letters typed on a row to the box', async () => {
    const { input } = await show([row('a')]);
    input.focus();
    await press('ArrowDown');
    await press('x');
    expect(document.activeElement).toBe(input);
  });

  it('reaches the list by one Tab stop', async () => {
    const { page, input } = await show([row('a'), row('b')]);
    const stops = () =>
      Array.from(page.querySelectorAll<HTMLElement>('.article-row-link'), (link) => link.tabIndex).join();
    expect(stops()).toBe('0,-1');
    input.focus();
    await press('ArrowDown');
    await press('ArrowDown');
    expect(stops()).toBe('-1,0');
  });

  it('narrows by a keyword and lets go of it', async () => {
    const { page, model } = await show([row('a')]);
    await click(page, '.article-row-keywords button');
    expect(model.keyword.value).toBe('tides');
    await click(page, '.list-pane-keyword');
    expect(model.keyword.value).toBeNull();
  });

  it('shows each keyword of a row once, however it is spelled, and only the first few', async () => {
    const keywords = ['COVID', 'Ｃｏｖｉｄ', 'tides', 'covid', 'archives', 'boats', 'nets', 'clocks'];
    const { page } = await show([row('a', { keywords })]);
    const chips = page.querySelectorAll('.article-row-keywords button');
    expect(Array.from(chips, (chip) => chip.textContent)).toEqual(['COVID', 'tides', 'archives', 'boats']);
  });

  it('says that no article has a keyword', async () => {
    const { page, model } = await show([]);
    await act(async () => {
      model.filterBy('tides');
      await settle();
    });
    expect(page.textContent).toContain('list_none_left_title');
  });

  it('marks what is unread for eyes and for ears', async () => {
    const { page } = await show([row('a'), row('b', { openedAt: 5 })]);
    const [unread, read] = Array.from(page.querySelectorAll('.article-row-link'));
    expect(unread?.querySelector('.visually-hidden')?.textContent).toContain('list_unread');
    expect(unread?.classList.contains('unread')).toBe(true);
    expect(read?.classList.contains('unread')).toBe(false);
  });

  it('marks the words that were found', async () => {
    const { page, input } = await show([row('a')]);
    await type(input, 'Title');
    expect(page.querySelector('mark')?.textContent).toBe('Title');
  });

  it('says that nothing was found, not that the library is empty', async () => {
    const { page, input } = await show([row('a')]);
    await type(input, 'zzz');
    expect(page.textContent).not.toContain('nothing yet');
    await vi.waitFor(() => expect(page.textContent).toContain('list_nothing_title'));
  });
});
