// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Facets, SearchFacets } from '../../../../components/search-facets/search-facets';

const onNarrow = vi.fn();
const show = (facets: Facets) => act(() => render(<SearchFacets {...{ facets, onNarrow }} />, document.body));

beforeEach(() => {
  render(null, document.body);
  vi.clearAllMocks();
});

describe('sources and keywords of the results', () => {
  it('narrow the search at a click', () => {
    void show({ of: 9, sources: [{ name: 'BBC', count: 4 }], keywords: [{ name: 'tides', count: 2 }] });
    const buttons = [...document.querySelectorAll('button')];
    expect(buttons.map((button) => button.textContent)).toEqual(['BBC 4', 'tides 2']);
    buttons[0]?.click();
    buttons[1]?.click();
    expect(onNarrow.mock.calls).toEqual([
      ['search_name_source', 'BBC'],
      ['search_name_keyword', 'tides'],
    ]);
  });

  it('are left out when they are the same for all, and when there are too many', () => {
    void show({ of: 3, sources: [{ name: 'BBC', count: 3 }], keywords: [] });
    expect(document.body.textContent).toBe('');
    const keywords = Array.from({ length: 50 }, (_, i) => ({ name: `k${i}`, count: 1 }));
    void show({ of: 60, sources: [], keywords });
    expect(document.querySelectorAll('button')).toHaveLength(6);
  });
});
