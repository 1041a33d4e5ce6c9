import { describe, expect, it } from 'vitest';
import { completionAt } from '../../../../lib/search/query/completion-at';
import { withWritten } from '../../../../lib/search/query/edit-query';
import { randomFrom } from '../random-from';

/** `|` is the caret. `‹…›` is what would be written anew. */
const at = (marked: string): string => {
  const caret = marked.indexOf('|');
  const typed = marked.replace('|', '');
  const found = completionAt(typed, caret);
  if (!found) return '';
  const place = `‹${typed.slice(found.start, found.end)}›`;
  return found.kind === 'word' ? `word ${place}` : `${found.field} (${found.name}) ${place} = ${found.beginning}`;
};

describe('what is being typed', () => {
  it.each([
    ['si|', 'word ‹si›'],
    ['storm si|', 'word ‹si›'],
    ['storm -标|', 'word ‹标›'],
    ['(a or ta|)', 'word ‹ta›'],
    ['si| storm', 'word ‹si›'],
    ['tag:|', 'tag (tag) ‹› = '],
    ['标签：财|', 'tag (标签) ‹财› = 财'],
    ['x -tag:ec| y', 'tag (tag) ‹ec› = ec'],
    ['tag:"climate ch|', 'tag (tag) ‹"climate ch› = climate ch'],
    ['来源：“新华|', 'source (来源) ‹“新华› = 新华'],
    ['site:www.b|', 'site (site) ‹www.b› = www.b'],
    ['tag: ec|', 'tag (tag) ‹ec› = ec'],
    ['a|b', ''],
    ['site:a|b', ''],
    ['site:a |', ''],
    ['|', ''],
    ['| site', ''],
    ['"si|', ''],
    ['tag:"a"|', ''],
    ['a (|', ''],
    ['a or|', ''],
    ['12:30|', 'word ‹12:30›'],
  ])('%j: %s', (marked, found) => {
    expect(at(marked)).toBe(found);
  });

  it('is never outside of the text, whatever that is', () => {
    const random = randomFrom(3);
    const pieces = [...'si标tag:site:来源：""“”()（）-| or 或 \ud83d\u0301'.split(''), 'tag:', '来源：', ' ', 'or'];
    for (let i = 0; i < 3000; i++) {
      const typed = Array.from({ length: 8 }, () => pieces[Math.floor(random() * pieces.length)]).join('');
      const caret = Math.floor(random() * (typed.length + 1));
      const found = completionAt(typed, caret);
      if (!found) continue;
      expect(found.end).toBe(caret);
      expect(found.start).toBeLessThanOrEqual(caret);
      expect(typed.slice(found.start, found.end)).toContain(found.beginning);
    }
  });

  it('is not looked for in what was pasted', () => {
    expect(completionAt('tag:'.repeat(300_000), 1_000_000)).toBeNull();
  });
});

describe('a completion that is taken', () => {
  it.each([
    ['storm si|', 'site:', false, 'storm site:|'],
    ['tag:ec|', 'economy', true, 'tag:economy |'],
    ['tag:ec| storm', 'economy', true, 'tag:economy |storm'],
    ['(tag:ec|) storm', 'economy', true, '(tag:economy|) storm'],
    ['tag:"cli|', '"climate change"', true, 'tag:"climate change" |'],
  ])('%j with %j', (marked, written, whole, result) => {
    const caret = marked.indexOf('|');
    const typed = marked.replace('|', '');
    const place = completionAt(typed, caret);
    const done = place && withWritten(typed, place, written, whole);
    expect(done && `${done.typed.slice(0, done.caret)}|${done.typed.slice(done.caret)}`).toBe(result);
  });
});
