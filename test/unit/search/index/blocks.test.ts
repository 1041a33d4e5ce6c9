import { describe, expect, it } from 'vitest';
import { closeness } from '../../../../lib/search/closeness';
import { fold } from '../../../../lib/search/fold';
import { bestFirst } from '../../../../lib/search/index/best-first';
import { blockWriter, findEntries, walkBlock } from '../../../../lib/search/index/block';
import { byteWriter, compareBytes, IndexDamagedError, readVarint, utf8 } from '../../../../lib/search/index/bytes';
import { emptyColumns, emptyLengths, FLAG, fillColumns, PAGE, pageOf } from '../../../../lib/search/index/columns';
import { LENGTHS, quantiseLength } from '../../../../lib/search/index/lengths';
import { type Postings, readPostings, writePostings } from '../../../../lib/search/index/postings';
import { sumOf } from '../../../../lib/search/index/sound';
import { blocksFor, readDirectory } from '../../../../lib/search/index/directory';
import { parseQuery } from '../../../../lib/search/query/parse-query';
import { termsOf } from '../../../../lib/search/query/terms-of';
import { aLibrary, anArticle, save } from '../../library/a-library';
import { randomFrom } from '../random-from';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

describe('a number', () => {
  it.each([
    [0, [0]],
    [127, [127]],
    [128, [0x80, 1]],
    [300, [0xac, 2]],
    [2 ** 31, [0x80, 0x80, 0x80, 0x80, 8]],
  ])('%i is written as %j and read again', (value, written) => {
    const writer = byteWriter(1);
    writer.varint(value);
    const taken = writer.take();
    expect([...taken]).toEqual(written);
    expect(readVarint({ bytes: taken, at: 0 })).toBe(value);
  });

  it('is itself again up to 2⁴²', () => {
    const writer = byteWriter();
    const values = Array.from({ length: 43 }, (_, n) => [2 ** n - 1, 2 ** n])
      .flat()
      .slice(0, -1);
    for (const value of values) writer.varint(value);
    const reader = { bytes: writer.take(), at: 0 };
    expect(values.map(() => readVarint(reader))).toEqual(values);
  });

  it.each([
    [bytes()],
    [bytes(0x80)],
    [bytes(0xff, 0xff, 0xff)],
    [new Uint8Array(1000).fill(0xff)],
    [new Uint8Array(1000).fill(0x80)],
  ])('that does not end is damage, and is not waited for', (cut) =>
    expect(() => readVarint({ bytes: cut, at: 0 })).toThrow(IndexDamagedError),
  );
});

describe('the order of terms', () => {
  it('is that of code points, also past the first plane, where UTF-16 has another', () => {
    const terms = ['\u{1f600}', '\uff5e', '𠮷', '中', 'a', 'é', 'ab', ''];
    const sorted = terms.map((term) => utf8(term)).toSorted(compareBytes);
    const decoder = new TextDecoder();
    const byPoints = terms.toSorted((a, b) => {
      const [x, y] = [[...a].map((one) => one.codePointAt(0) ?? 0), [...b].map((one) => one.codePointAt(0) ?? 0)];
      const at = x.findIndex((point, i) => point !== y[i]);
      return at < 0 ? x.length - y.length : (x[at] ?? 0) - (y[at] ?? -1);
    });
    expect(sorted.map((one) => decoder.decode(one))).toEqual(byPoints);
    expect(byPoints.toSorted()).not.toEqual(byPoints);
  });
});

/** Entries as small as can be, one document each. */
const directoryOf = (firsts: readonly Uint8Array[]) =>
  readDirectory(bytes(...firsts.flatMap((first) => [first.length, ...first])), firsts.length);

function blocksOf(terms: readonly string[], limit?: number) {
  const writer = blockWriter(limit);
  const posting = byteWriter();
  for (const [doc, term] of terms.entries()) {
    writePostings(posting, { docs: [doc], tfs: [1] }, 0, 0);
    writer.add(utf8(term), utf8(term).length, 1, posting);
    posting.clear();
  }
  return [...writer.full(), ...writer.end()];
}

const docsOf = (block: Uint8Array, wanted: string, prefix: boolean): number[] => {
  const docs: number[] = [];
  for (const entry of findEntries(block, utf8(wanted), prefix)) readPostings(block, entry, 0, (doc) => docs.push(doc));
  return docs;
};

describe('a block', () => {
  const terms = ['line', 'linear', 'linux', 'linux', 'linuxes', 'lion', '中', '中国', '中国人', '𠮷', '𠮷野'];
  const [block] = blocksOf(terms);

  it.each<[string, boolean, number[]]>([
    ['linux', false, [2, 3]],
    ['linux', true, [2, 3, 4]],
    ['lin', false, []],
    ['lin', true, [0, 1, 2, 3, 4]],
    ['li', true, [0, 1, 2, 3, 4, 5]],
    ['中国', false, [7]],
    ['中国', true, [7, 8]],
    ['𠮷', true, [9, 10]],
    ['a', true, []],
    ['zebra', true, []],
    ['𠮷野家', true, []],
    ['linuxesx', false, []],
  ])('has for %s (as a beginning: %s) the entries %j', (wanted, prefix, docs) => {
    expect(docsOf(block?.bytes ?? bytes(), wanted, prefix)).toEqual(docs);
  });

  it('finds what a walk over all of it finds, for thousands of made-up terms', () => {
    const next = randomFrom(7);
    const random = (below: number): number => Math.floor(next() * below);
    const letters = [...'aab中国\u{20bb7}é'];
    const word = (): string =>
      Array.from({ length: 1 + random(5) }, () => letters[random(letters.length)] ?? '').join('');
    for (let round = 0; round < 40; round++) {
      const made = Array.from({ length: 60 }, word)
        .map((term) => ({ term, key: utf8(term) }))
        .toSorted((a, b) => compareBytes(a.key, b.key))
        .map(({ term }) => term);
      const [one] = blocksOf(made);
      const whole = one?.bytes ?? bytes();
      const walked = Array.from(walkBlock(whole), ({ term }) => new TextDecoder().decode(term));
      expect(walked).toEqual(made);
      for (let n = 0; n < 60; n++) {
        const wanted = word();
        const exact = made.flatMap((term, doc) => (term === wanted ? [doc] : []));
        const starting = made.flatMap((term, doc) => (term.startsWith(wanted) ? [doc] : []));
        expect([wanted, docsOf(whole, wanted, false)]).toEqual([wanted, exact]);
        expect([wanted, docsOf(whole, wanted, true)]).toEqual([wanted, starting]);
      }
    }
  });

  it('that is cut off anywhere, or altered in any byte, is read to its end or is damage', () => {
    const whole = block?.bytes ?? bytes();
    const read = (spoilt: Uint8Array): void => {
      try {
        for (const { entry } of walkBlock(spoilt)) readPostings(spoilt, entry, 0, () => {});
        for (const wanted of ['linux', '中', '𠮷']) docsOf(spoilt, wanted, true);
      } catch (error) {
        expect(error).toBeInstanceOf(IndexDamagedError);
      }
    };
    for (let at = 0; at < whole.length; at++) {
      read(whole.slice(0, at));
      for (const value of [0, 1, 0x7f, 0x80, 0xff]) read(whole.with(at, value));
    }
  });
});

describe('a long list', () => {
  const docs = Array.from({ length: 100_000 }, (_, i) => i * 3 + 1);
  const postings: Postings = { docs, tfs: docs.map((doc) => (doc % 7 === 0 ? 200 : 1)) };

  it('goes on over blocks, of which all are found, between others', () => {
    const writer = blockWriter();
    const list = byteWriter();
    list.byte(2);
    writer.add(utf8('the'), 3, 1, list);
    for (let from = 0; from < docs.length;) {
      list.clear();
      const to = writePostings(list, postings, from, 0);
      writer.add(utf8('them'), 4, to - from, list);
      from = to;
    }
    list.clear();
    list.byte(2);
    writer.add(utf8('then'), 4, 1, list);
    const blocks = writer.end();
    expect(blocks.length).toBeGreaterThan(4);
    for (const { bytes: one } of blocks) expect(one.length).toBeLessThan(48 * 1024);
    const directory = directoryOf(blocks.map(({ first }) => first));
    const read: Postings = { docs: [], tfs: [] };
    for (const n of blocksFor(directory, utf8('them'), false, Infinity)) {
      const { bytes: one } = blocks[n] ?? { bytes: bytes() };
      for (const entry of findEntries(one, utf8('them'), false))
        readPostings(one, entry, 0, (doc, tf) => void (read.docs.push(doc), read.tfs.push(tf)));
    }
    expect(read).toEqual(postings);
  });

  it.each([
    [{ count: 2, start: 0, end: 1 }],
    [{ count: 2 ** 40, start: 0, end: 3 }],
    [{ count: 1, start: 0, end: 3 }],
    [{ count: 3, start: 0, end: 200 }],
  ])('whose entry %j does not hold it is damage', (entry) => {
    expect(() => readPostings(bytes(2, 2, 2), entry, 0, () => {})).toThrow(IndexDamagedError);
  });
});

describe('the blocks for a term', () => {
  const directory = directoryOf(['bb', 'cc', 'cc', 'cd', 'ce', 'ee'].map(utf8));
  it.each<[string, boolean, number, number[]]>([
    ['aa', false, 9, []],
    ['bb', false, 9, [0]],
    ['bz', false, 9, [0]],
    ['cc', false, 9, [0, 1, 2]],
    ['cca', false, 9, [2]],
    ['c', true, 9, [0, 1, 2, 3, 4]],
    ['c', true, 3, [0, 1, 2]],
    ['c', false, 9, [0]],
    ['zz', true, 9, [5]],
  ])('%s (as a beginning: %s, at most %i) are %j', (wanted, prefix, most, blocks) => {
    expect(blocksFor(directory, utf8(wanted), prefix, most)).toEqual(blocks);
  });

  it('are none where there are none', () => {
    expect(blocksFor(directoryOf([]), utf8('a'), true, 9)).toEqual([]);
  });
});

describe('a length', () => {
  it('is off by less than a twentieth, and never 0', () => {
    for (const terms of [0, 1, 2, 3, 10, 99, 1000, 12_345, 1e6])
      expect(Math.abs((LENGTHS[quantiseLength(terms)] ?? 0) - Math.max(1, terms)) / Math.max(1, terms)).toBeLessThan(
        0.05,
      );
    expect(quantiseLength(0)).toBe(1);
    expect(quantiseLength(1e15)).toBe(255);
  });
});

describe('columns', () => {
  it.each([
    [{ publishedAt: '2026-11-20T23:59:00-08:00' }, { published: 20_777 }],
    [{ publishedAt: null }, { published: 0 }],
    [{ publishedAt: '0001-01-01' }, { published: 0 }],
    [{ publishedAt: 'soon' }, { published: 0 }],
    [{ minutes: 9999 }, { minutes: 255 }],
  ])('of %j are %j', async (change, wanted) => {
    const db = aLibrary();
    await save(db, anArticle(change), { now: 1_800_000_000_999 });
    const [row] = await db.articles.toArray();
    const [lengths, columns] = [emptyLengths(0), emptyColumns(0)];
    if (row) fillColumns(row, lengths, columns);
    const at = row?.docNo ?? 0;
    const { saved, published, minutes } = columns;
    expect({ saved: saved[at], published: published[at], minutes: minutes[at] }).toMatchObject({
      saved: 1_800_000_000,
      ...wanted,
    });
    expect(lengths.flags[at]).toBe(FLAG.unread);
  });

  it('stand on pages', () => {
    expect([0, PAGE - 1, PAGE, 5 * PAGE].map(pageOf)).toEqual([0, 0, 1, 5]);
  });
});

describe('the sum of bytes', () => {
  it('is another for every byte that is another, and wherever the bytes lie', () => {
    const whole = Uint8Array.from({ length: 103 }, (_, i) => i * 7);
    const sums = new Set([sumOf(whole)]);
    for (let at = 0; at < whole.length; at++) sums.add(sumOf(whole.with(at, (whole[at] ?? 0) ^ 0x80)));
    expect(sums.size).toBe(whole.length + 1);
    const shifted = new Uint8Array(110);
    shifted.set(whole, 3);
    expect(sumOf(shifted.subarray(3, 106))).toBe(sumOf(whole));
    expect(sumOf(whole.subarray(0, 50), whole.subarray(50))).not.toBe(sumOf(whole));
  });
});

describe('the best first', () => {
  it.each([[[]], [[5]], [[1, 3, 2]], [[2, 2, 2]], [[0, -1, 7, 7, 3, 0]]])('of %j, as a sort has them', (ranks) => {
    const order = bestFirst(ranks);
    const taken = [...order.take(2), ...order.take(100), ...order.take(3)];
    expect(taken).toEqual(ranks.map((_, i) => i).toSorted((a, b) => (ranks[b] ?? 0) - (ranks[a] ?? 0) || b - a));
  });
});

describe('closeness', () => {
  const close = (text: string, typed: string): number =>
    closeness(fold(text), termsOf(parseQuery(typed, new Date('2026-11-23T12:00:00'))));
  it('is higher the nearer the words stand, whatever their order, and 0 where one lacks', () => {
    const far = `alpha ${'word '.repeat(50)} beta `;
    expect(close('alpha beta', 'alpha beta ')).toBeGreaterThan(close('alpha one two beta', 'alpha beta '));
    expect(close(far, 'alpha beta ')).toBeLessThan(0.2);
    expect(close(`${far} alpha`, 'alpha beta ')).toBeGreaterThan(0.8);
    expect(close('beta alpha', 'alpha beta ')).toBeGreaterThan(0.8);
    expect(close('alpha only', 'alpha beta ')).toBe(0);
  });
});
