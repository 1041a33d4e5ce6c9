// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, it } from 'vitest';
import { KeywordChips } from '../../../../components/keyword-chips/keyword-chips';
import type { Keyword } from '../../../../lib/article';

const keyword = (term: string, origin: Keyword['origin'], where: string): Keyword => ({
  term,
  origin,
  where,
  weight: 1,
});

afterEach(() => {
  render(null, document.body);
});

it.each([
  ['declared', 'json-ld', 'keyword_from_declared'],
  ['found', 'title', 'keyword_from_title'],
  ['found', 'text', 'keyword_from_text'],
  ['user', '', 'keyword_from_user'],
] as const)('tells of a keyword that is %s in %s where it comes from', async (origin, where, told) => {
  await act(() => render(<KeywordChips keywords={[keyword('粮仓', origin, where)]} />, document.body));
  const chip = document.querySelector('button');
  expect(chip?.textContent).toBe('粮仓');
  const description = document.getElementById(chip?.getAttribute('aria-describedby') ?? '');
  expect(description?.textContent).toContain(told);
});

it('shows hostile names as the text that they are', async () => {
  const name = '<img src=x onerror=alert(1)>\u202e"';
  await act(() => render(<KeywordChips keywords={[keyword(name, 'declared', 'meta')]} />, document.body));
  expect(document.querySelector('button')?.textContent).toBe(name);
  expect(document.querySelector('img')).toBeNull();
});

it('leaves no empty list behind', async () => {
  await act(() => render(<KeywordChips keywords={[]} />, document.body));
  expect(document.body.childElementCount).toBe(0);
});
