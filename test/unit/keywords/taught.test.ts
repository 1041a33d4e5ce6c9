import { describe, expect, it } from 'vitest';
import { keywords, type KeywordsOptions } from '../../../lib/keywords/keywords';

const text = [
  'The city council voted to build the harbour tunnel. The harbour tunnel will cut ferry traffic.',
  'The ferry operators disagree. "The harbour tunnel is overdue," Ruth Alder said. Critics of Ruth Alder like the ferry traffic.',
].join('\n');

const found = (options: KeywordsOptions, declared: string[] = []) =>
  keywords({ title: 'Harbour tunnel approved', text, lang: 'en', declared, source: null }, options);
const terms = (options: KeywordsOptions, declared: string[] = []) => found(options, declared).map(({ term }) => term);
const renamed = (...pairs: [string, string][]) => ({ renamed: new Map(pairs) });

describe('what the reader has removed', () => {
  it('stays away, found or declared, in any spelling', () => {
    const removed = new Set(['Harbour  Tunnel', 'ＧＵＬＬＳ']);
    expect(terms({}, ['Gulls'])).toEqual(expect.arrayContaining(['harbour tunnel', 'Gulls']));
    expect(terms({ removed }, ['Gulls', 'harbour tunnel'])).not.toContain('harbour tunnel');
    expect(terms({ removed }, ['Gulls'])).not.toContain('Gulls');
  });

  it('makes room for the next one', () => {
    expect(terms({ limit: 3, removed: new Set(['harbour tunnel']) })).toHaveLength(3);
  });
});

describe('what the reader has renamed', () => {
  it('comes under the new name, in the place of the old one', () => {
    const before = terms({});
    const at = before.indexOf('Ruth Alder');
    expect(at).toBeGreaterThanOrEqual(0);
    expect(terms(renamed(['ruth alder', 'Mayor R. Alder']))[at]).toBe('Mayor R. Alder');
  });

  it('becomes one with a keyword that is there already', () => {
    const both = terms(renamed(['ferry traffic', 'Ruth Alder']));
    expect(both.filter((term) => term === 'Ruth Alder')).toHaveLength(1);
    expect(both).not.toContain('ferry traffic');
  });

  it('keeps that the page declares it', () => {
    const [first] = found(renamed(['gulls', 'harbour tunnel']), ['Gulls']);
    expect(first).toMatchObject({ term: 'harbour tunnel', origin: 'declared' });
  });

  it('is followed from name to name', () => {
    expect(terms(renamed(['ruth alder', 'The Mayor'], ['the mayor', 'Alder (mayor)']))).toContain('Alder (mayor)');
  });

  it('changes the case alone', () => {
    expect(terms(renamed(['harbour tunnel', 'Harbour Tunnel']))).toContain('Harbour Tunnel');
  });

  it.each([
    ['a circle', renamed(['ruth alder', 'Q'], ['q', 'ruth alder'])],
    ['no name', renamed(['ruth alder', ' '])],
  ])('stays as it is for %s', (_, options) => {
    expect(terms(options)).toEqual(terms({}));
  });

  it('is gone where the new name was removed', () => {
    const options = { ...renamed(['ruth alder', 'The Mayor']), removed: new Set(['the mayor']) };
    expect(terms(options).join()).not.toMatch(/mayor|ruth alder/iu);
  });

  it('is gone where it was removed itself', () => {
    const options = { ...renamed(['ruth alder', 'The Mayor']), removed: new Set(['Ruth Alder']) };
    expect(terms(options).join()).not.toMatch(/mayor|ruth alder/iu);
  });
});
