// @vitest-environment jsdom
import { createRef, render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { SearchBox } from '../../../../components/search-box/search-box';
import { SearchCompletion } from '../../../../components/search-completion/search-completion';
import { SearchHelp } from '../../../../components/search-box/search-help';

const inputRef = createRef<HTMLInputElement>();
const onSearch = vi.fn();
const parts = { Help: SearchHelp, Completion: SearchCompletion };
const valuesOf = async () => [];
const show = (value: string) =>
  act(() =>
    render(<SearchBox {...{ value, inputRef, parts, valuesOf, onSearch, onDown() {}, onEnter() {} }} />, document.body),
  );
const button = () => document.querySelector('.search-box-end') as HTMLButtonElement;
const help = () => document.querySelector('.search-help');
const press = (key: string, on: Element | null = inputRef.current) => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  void act(() => void on?.dispatchEvent(event));
  return event;
};

beforeEach(() => {
  render(null, document.body);
  vi.clearAllMocks();
  void show('');
});

describe('the help of the search box', () => {
  it('opens and closes by its button', () => {
    expect(help()).toBeNull();
    void act(() => button().click());
    expect(help()?.id).toBe(button().getAttribute('aria-controls'));
    expect(button().getAttribute('aria-expanded')).toBe('true');
    void act(() => button().click());
    expect(help()).toBeNull();
  });

  it('tries an example at a click, and goes on in the box', () => {
    void act(() => button().click());
    void act(() => help()?.querySelectorAll('button')[4]?.click());
    expect(onSearch).toHaveBeenCalledExactlyOnceWith('search_help_source_example');
    expect(document.activeElement).toBe(inputRef.current);
    expect(help()).toBeNull();
  });

  it.each([
    ['the box', () => inputRef.current],
    ['an example', () => document.querySelector('.search-help button')],
  ])('closes with Esc from %s; only the next Esc is left to the popup', (_name, place) => {
    void act(() => button().click());
    expect(press('Escape', place()).defaultPrevented).toBe(true);
    expect(help()).toBeNull();
    expect(press('Escape').defaultPrevented).toBe(false);
  });

  it('makes room for the button that clears when something is typed', () => {
    void act(() => button().click());
    void show('storm');
    expect(help()).toBeNull();
    void act(() => button().click());
    expect(onSearch).toHaveBeenCalledExactlyOnceWith('');
  });
});
