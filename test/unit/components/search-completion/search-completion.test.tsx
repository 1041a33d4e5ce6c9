// @vitest-environment jsdom
import { createRef, render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { SearchBox } from '../../../../components/search-box/search-box';
import { SearchHelp } from '../../../../components/search-box/search-help';
import { SearchCompletion } from '../../../../components/search-completion/search-completion';

// jsdom lays nothing out.
Element.prototype.scrollIntoView = () => {};

const inputRef = createRef<HTMLInputElement>();
const onSearch = vi.fn();
const onDown = vi.fn();
const onEnter = vi.fn();
const valuesOf = vi.fn();
const parts = { Help: SearchHelp, Completion: SearchCompletion };

const show = (value: string) =>
  act(() => render(<SearchBox {...{ value, inputRef, parts, valuesOf, onSearch, onDown, onEnter }} />, document.body));
const box = (): HTMLInputElement => inputRef.current ?? document.createElement('input');
const offered = () => [...document.querySelectorAll('[role=option]')].map((one) => one.firstElementChild?.textContent);
const pass = (ms: number) => act(() => new Promise((resolve) => setTimeout(resolve, ms)));

const type = async (typed: string, init: InputEventInit = {}) => {
  box().value = typed;
  void act(() => void box().dispatchEvent(new InputEvent('input', { bubbles: true, ...init })));
  await pass(90);
};
const press = (key: string, init: KeyboardEventInit = {}) => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init });
  void act(() => void box().dispatchEvent(event));
  return event;
};
const chosen = () => document.querySelector('[aria-selected=true]');

beforeEach(async () => {
  render(null, document.body);
  valuesOf.mockImplementation(async (_field: string, beginning: string) =>
    [
      { value: 'climate change', count: 100, more: true },
      { value: 'cities', count: 3 },
    ].filter(({ value }) => value.startsWith(beginning)),
  );
  onSearch.mockImplementation((typed: string) => void show(typed));
  await show('');
});

describe('completions of the search box', () => {
  it('are offered for the beginning of a name, none chosen, so that every other key does what it did', async () => {
    await type('storm si');
    expect(offered()).toEqual(['site:']);
    expect(chosen()).toBeNull();
    press('Enter');
    expect(onEnter).toHaveBeenCalledOnce();
    expect(offered()).toEqual([]);
  });

  it('are not there for plain words, and then the arrow leads to the hits', async () => {
    await type('storm');
    expect(offered()).toEqual([]);
    press('ArrowDown');
    expect(onDown).toHaveBeenCalledOnce();
  });

  it('are walked through with the arrows, around the box, and taken with Enter', async () => {
    await type('tag:');
    expect(offered()).toEqual(['climate change', 'cities']);
    for (const wanted of ['climate change', 'cities', undefined, 'climate change']) {
      expect(press('ArrowDown').defaultPrevented).toBe(true);
      expect(chosen()?.firstElementChild?.textContent).toBe(wanted);
    }
    press('ArrowUp');
    press('ArrowUp');
    expect(chosen()?.firstElementChild?.textContent).toBe('cities');
    press('ArrowUp');
    press('Enter');
    expect(onSearch).toHaveBeenLastCalledWith('tag:"climate change" ');
    expect([box().selectionStart, offered()]).toEqual([21, []]);
    expect([onDown, onEnter].map(({ mock }) => mock.calls.length)).toEqual([0, 0]);
  });

  it('say how many articles each would find', async () => {
    await type('tag:');
    const counts = [...document.querySelectorAll('.search-completion-count')].map((one) => one.textContent);
    expect(counts).toEqual(['100+', '3']);
  });

  it('go from the name to its values', async () => {
    await type('ta');
    press('ArrowDown');
    press('Tab');
    expect(box().value).toBe('tag:');
    await pass(90);
    expect(offered()).toEqual(['climate change', 'cities']);
  });

  it('are taken with a click, in the middle of what is typed', async () => {
    await type('is:un storm');
    box().setSelectionRange(5, 5);
    void act(() => box().click());
    expect(offered()).toEqual(['unread']);
    void act(() => document.querySelector<HTMLElement>('[role=option]')?.click());
    expect(onSearch).toHaveBeenLastCalledWith('is:unread storm');
    expect(box().selectionStart).toBe(10);
  });

  it('close at the first Esc; the second clears the box', async () => {
    await type('is:');
    expect(offered()).toHaveLength(6);
    onSearch.mockClear();
    expect(press('Escape').defaultPrevented).toBe(true);
    expect([offered(), onSearch.mock.calls]).toEqual([[], []]);
    press('Escape');
    expect(onSearch).toHaveBeenCalledExactlyOnceWith('');
  });

  it('leave Tab alone while none is chosen, and Shift+Tab always', async () => {
    await type('is:');
    expect(press('Tab').defaultPrevented).toBe(false);
    press('ArrowDown');
    expect(press('Tab', { shiftKey: true }).defaultPrevented).toBe(false);
  });

  it('wait for an input method to end', async () => {
    await type('is:');
    void act(() => void box().dispatchEvent(new CompositionEvent('compositionstart')));
    expect(offered()).toEqual([]);
    await type('标', { isComposing: true });
    expect(offered()).toEqual([]);
    void act(() => void box().dispatchEvent(new CompositionEvent('compositionend')));
    expect(offered()).toEqual(['标签：']);
    expect(press('ArrowDown', { isComposing: true }).defaultPrevented).toBe(false);
  });

  it('are those of what was typed last, and the library is asked only when typing rests', async () => {
    valuesOf.mockImplementation(
      (_field: string, beginning: string) =>
        new Promise((resolve) =>
          setTimeout(() => resolve([{ value: `${beginning}…`, count: 1 }]), 200 - 100 * beginning.length),
        ),
    );
    await type('tag:');
    await type('tag:c');
    await pass(300);
    expect(offered()).toEqual(['c…']);
    valuesOf.mockClear();
    for (const typed of ['tag:ci', 'tag:cit', 'tag:citi']) {
      box().value = typed;
      void act(() => void box().dispatchEvent(new InputEvent('input', { bubbles: true })));
    }
    await pass(90);
    expect(valuesOf).toHaveBeenCalledExactlyOnceWith('tag', 'citi');
  });

  it('go when the query is changed by other means, and when the box is left', async () => {
    await type('is:');
    await show('is: storm');
    expect(offered()).toEqual([]);
    await type('is:');
    void act(() => void box().dispatchEvent(new FocusEvent('blur')));
    expect(offered()).toEqual([]);
  });

  it('are said to a screen reader', async () => {
    expect([box().getAttribute('role'), box().getAttribute('aria-expanded')]).toEqual(['combobox', 'false']);
    await type('is:');
    const list = document.querySelector('[role=listbox]');
    expect(box().getAttribute('aria-expanded')).toBe('true');
    expect(box().getAttribute('aria-controls')).toBe(list?.id);
    expect(box().hasAttribute('aria-activedescendant')).toBe(false);
    press('ArrowDown');
    expect(box().getAttribute('aria-activedescendant')).toBe(chosen()?.id);
    press('Escape');
    expect(box().getAttribute('aria-expanded')).toBe('false');
    expect(['aria-controls', 'aria-activedescendant'].some((name) => box().hasAttribute(name))).toBe(false);
  });

  it('are none when the library does not answer', async () => {
    valuesOf.mockRejectedValue('open');
    await type('tag:');
    expect(offered()).toEqual([]);
  });
});
