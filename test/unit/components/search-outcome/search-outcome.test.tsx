// @vitest-environment jsdom
import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { NothingFound } from '../../../../components/search-outcome/nothing-found';
import { RelaxedNotice } from '../../../../components/search-outcome/relaxed-notice';
import { SearchOrder } from '../../../../components/search-outcome/search-order';
import { parseQuery } from '../../../../lib/search/query/parse-query';

const onSearch = vi.fn();
const onClear = vi.fn();
const show = (child: ComponentChild) => act(() => render(child, document.body));
const buttons = () => [...document.querySelectorAll('button')];

beforeEach(() => {
  render(null, document.body);
  vi.clearAllMocks();
});

describe('nothing found', () => {
  const nothing = (typed: string, missing: string[] = []) =>
    show(<NothingFound {...{ typed, missing, onSearch, onClear }} query={parseQuery(typed, new Date(2026, 10, 23))} />);

  it.each([
    ['storm', ['search_nothing_trash', 'list_clear_search'], 0, 'storm search_trash_filter '],
    ['storm source:BBC', ['search_said_drop', 'search_nothing_trash', 'list_clear_search'], 0, 'storm'],
    ['"a b" c', ['search_nothing_unquoted', 'search_nothing_trash', 'list_clear_search'], 0, 'a b c'],
    ['x is:trash', ['search_said_drop', 'list_clear_search'], 0, 'x'],
    ['x -y -z', ['search_said_drop', 'search_said_drop', 'search_nothing_trash', 'list_clear_search'], 1, 'x -y'],
  ])('for %s offers %j', (typed, names, pick, changed) => {
    void nothing(typed);
    expect(buttons().map((button) => button.textContent)).toEqual(names);
    buttons()[pick]?.click();
    expect(onSearch).toHaveBeenCalledExactlyOnceWith(changed);
  });

  it('names what no article has, if it is known, and can start afresh', () => {
    void nothing('storm xyzzy', ['xyzzy']);
    expect(document.body.textContent).toContain('search_nothing_missing');
    buttons().at(-1)?.click();
    expect(onClear).toHaveBeenCalledOnce();
  });
});

describe('results that are not quite what was asked for', () => {
  it.each([
    [null, ''],
    [{ kind: 'parts' } as const, 'search_relaxed_parts'],
    [{ kind: 'typo', words: [{ typed: 'stomr', found: 'storm' }] } as const, 'search_relaxed_typo'],
  ])('%j: %j', (relaxed, text) => {
    void show(<RelaxedNotice relaxed={relaxed} />);
    expect(document.querySelector('[role=status]')?.textContent).toBe(text);
  });
});

describe('the order of results', () => {
  it('is chosen', () => {
    const onOrder = vi.fn();
    void show(<SearchOrder order="relevance" onOrder={onOrder} />);
    const select = document.querySelector('select') as HTMLSelectElement;
    select.value = 'date';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    expect(onOrder).toHaveBeenCalledExactlyOnceWith('date');
  });
});
