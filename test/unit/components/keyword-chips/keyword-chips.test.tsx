// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, it, vi } from 'vitest';
import { KeywordChips } from '../../../../components/keyword-chips/keyword-chips';

const keywords = [{ term: '粮仓' }, { term: '钟表' }];

afterEach(() => {
  render(null, document.body);
});

it('is plain text where nothing can be done with a keyword', async () => {
  await act(() => render(<KeywordChips keywords={keywords} />, document.body));
  expect(Array.from(document.querySelectorAll('li'), (chip) => chip.textContent)).toEqual(['粮仓', '钟表']);
  expect(document.querySelector('button')).toBeNull();
});

it('tells which keyword was picked', async () => {
  const onPick = vi.fn();
  await act(() => render(<KeywordChips keywords={keywords} onPick={onPick} />, document.body));
  document.querySelectorAll('button')[1]?.click();
  expect(onPick).toHaveBeenCalledWith('钟表');
});

it('leaves no empty list behind', async () => {
  await act(() => render(<KeywordChips keywords={[]} />, document.body));
  expect(document.body.childElementCount).toBe(0);
});
