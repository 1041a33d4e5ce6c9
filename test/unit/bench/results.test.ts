import { describe, expect, it } from 'vitest';
import { markdownTable } from '../../bench/markdown-table';
import { createResults } from '../../bench/results';
import { rounds } from '../../bench/rounds';
import { statistics } from '../../bench/statistics';

describe('statistics', () => {
  it.each([
    { values: [3], min: 3, median: 3, p95: 3 },
    { values: [4, 1, 2, 3], min: 1, median: 2.5, p95: 3.85 },
    { values: [10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0], min: 0, median: 5, p95: 9.5 },
  ])('of $values', ({ values, ...expected }) => {
    const { p95, ...rest } = statistics(values);
    expect({ ...rest, p95: Math.round(p95 * 100) / 100 }).toEqual({ ...expected, n: values.length });
  });

  it('refuses a metric that nobody measured', () => {
    expect(() => statistics([])).toThrow('No measurement');
  });
});

describe('rounds', () => {
  it('ask forwards and then backwards, and keep the answers apart', async () => {
    const asked: string[] = [];
    const answers = await rounds(['a', 'b', 'c'], { times: 3, first: 1 }, async (system) => asked.push(system));
    expect(asked.join('')).toBe('bcaacbbca');
    expect(answers).toEqual({ a: [3, 4, 9], b: [1, 6, 7], c: [2, 5, 8] });
  });
});

describe('the table', () => {
  it('shows our median as a multiple of each peer, and leaves out what a peer does not have', () => {
    const results = createResults();
    results.add('ours', 'parse', 'ms', 1, 2, 3);
    results.add('ours', 'size', 'bytes', 10);
    results.add('peer', 'parse', 'ms', 4);
    expect(results.summary()).toEqual({
      ours: {
        parse: { min: 1, median: 2, p95: 2.9, unit: 'ms', n: 3 },
        size: { min: 10, median: 10, p95: 10, unit: 'bytes', n: 1 },
      },
      peer: { parse: { min: 4, median: 4, p95: 4, unit: 'ms', n: 1 } },
    });
    expect(markdownTable(results.summary(), 'ours').split('\n').slice(2)).toEqual([
      '| parse | ms | 1.00 | 2.00 | 2.90 | 3 | 4.00 | 0.50 × |',
      '| size | bytes | 10.0 | 10.0 | 10.0 | 1 |  |  |',
    ]);
  });
});
