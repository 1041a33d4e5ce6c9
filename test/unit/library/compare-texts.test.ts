import { describe, expect, it } from 'vitest';
import { compareTexts, type Passage } from '../../../lib/library/compare-texts';

/** `=2` two equal paragraphs, `+x` `-x` whole ones, `~a[-b][+c]` a reworded one. */
const short = (passages: Passage[]): string[] =>
  passages.map((passage) => {
    if (passage.kind === 'same') return `=${passage.paragraphs.length}`;
    if (passage.kind !== 'changed') return `${passage.kind === 'added' ? '+' : '-'}${passage.text}`;
    const marks = { same: '', added: '+', removed: '-' };
    return `~${passage.pieces.map(({ kind, text }) => (kind === 'same' ? text : `[${marks[kind]}${text}]`)).join('')}`;
  });

describe('two states of an article', () => {
  it.each([
    ['are the same', 'a\nb', 'a\nb', ['=2']],
    ['differ by a paragraph that came', 'One.\nTwo.', 'One.\nNew here.\nTwo.', ['=1', '+New here.', '=1']],
    ['differ by a paragraph that went', 'One.\nOld here.\nTwo.', 'One.\nTwo.', ['=1', '-Old here.', '=1']],
    [
      'differ by a word of a paragraph',
      'The fire took six boats in the old harbour.',
      'The fire took nine boats in the old harbour.',
      ['~The fire took [-six][+nine] boats in the old harbour.'],
    ],
    [
      'differ by a number in Chinese',
      '首日接待读者超过八千人次，周末不闭馆。',
      '首日接待读者超过九千人次，周末不闭馆。',
      ['~首日接待读者超过[-八][+九]千人次，周末不闭馆。'],
    ],
    [
      'hold another paragraph in the same place',
      'One.\nThe mayor spoke for an hour about the bridge.\nTwo.',
      'One.\nRain is expected in the north tomorrow evening.\nTwo.',
      [
        '=1',
        '-The mayor spoke for an hour about the bridge.',
        '+Rain is expected in the north tomorrow evening.',
        '=1',
      ],
    ],
    [
      'differ by a figure and a short form',
      'The council borrowed £9,600 and said it won’t borrow more.',
      'The council borrowed £12,400 and said it can’t borrow more.',
      ['~The council borrowed £[-9,600][+12,400] and said it [-won’t][+can’t] borrow more.'],
    ],
    ['begin with nothing', '', 'A first line.', ['-', '+A first line.']],
  ])('%s', (_, before, after, passages) => {
    expect(short(compareTexts(before, after))).toEqual(passages);
  });

  it('lose no letter of either', () => {
    const before = '甲乙丙。\nLine two stays.\n旧的一段，很长很长。\nEnd.';
    const after = '甲乙丁。\nLine two stays.\n新的一段，很长很长。\nMore.\nEnd.';
    const told = (kind: 'added' | 'removed') =>
      compareTexts(before, after).map((passage) => {
        if (passage.kind === 'same') return passage.paragraphs.join('\n');
        if (passage.kind === 'changed')
          return passage.pieces
            .map((piece) => (piece.kind === 'same' || piece.kind === kind ? piece.text : ''))
            .join('');
        return passage.kind === kind ? passage.text : null;
      });
    const text = (kind: 'added' | 'removed') =>
      told(kind)
        .filter((line) => line !== null)
        .join('\n');
    expect(text('removed')).toBe(before);
    expect(text('added')).toBe(after);
  });
});
