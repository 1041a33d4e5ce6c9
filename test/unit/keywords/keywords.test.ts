import { describe, expect, it } from 'vitest';
import { keywords } from '../../../lib/keywords/keywords';

describe('keywords', () => {
  it('returns nothing for an empty article', () => {
    expect(keywords({ title: '', text: '', lang: 'zh', declared: [], source: null })).toEqual([]);
  });
});
