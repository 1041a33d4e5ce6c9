// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { SearchReading } from '../../../../components/search-reading/search-reading';
import { parseQuery } from '../../../../lib/search/query/parse-query';

const NOW = new Date(2026, 10, 23);
const onDrop = vi.fn();
const onShow = vi.fn();
const show = (typed: string) => {
  const query = parseQuery(typed, NOW);
  act(() => render(<SearchReading {...{ typed, query, onDrop, onShow }} />, document.body));
  return query;
};

beforeEach(() => {
  render(null, document.body);
  vi.clearAllMocks();
});

describe('the reading of a search', () => {
  it('says nothing of plain words', () => {
    show('storm "in the" north or south');
    expect(document.body.textContent).toBe('');
  });

  it('shows each filter and each excluded word, to be dropped by a click', () => {
    const query = show('storm -rain is:unread');
    const chips = [...document.querySelectorAll('ul button')] as HTMLElement[];
    expect(chips.map((chip) => chip.textContent)).toEqual(['search_said_not', 'search_said_is_unread']);
    chips[1]?.click();
    expect(onDrop).toHaveBeenCalledExactlyOnceWith(query.clauses[2]?.any[0]);
  });

  it('shows a problem with the part that it is about, and leads to it', () => {
    const query = show('storm before:2024-13 x');
    const problem = document.querySelector('[role=status] p');
    expect(problem?.textContent).toBe('before:2024-13 search_problem_date');
    problem?.querySelector('button')?.click();
    expect(onShow).toHaveBeenCalledExactlyOnceWith(query.problems[0]);
  });

  it('keeps short what was pasted long', () => {
    show('词 '.repeat(5000));
    expect(document.body.textContent?.length).toBeLessThan(120);
  });
});
