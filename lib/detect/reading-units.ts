const CJK = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g;

/**
 * How much reading a text is: 1 for a CJK character, a third for any other (a word of six letters with its space is 2),
 * so that one threshold holds for all languages. Coarser than `countUnits` of lib/cjk.ts, and several times as cheap:
 * this runs once, uncompiled, on every page that people open.
 */
export function readingUnits(text: string): number {
  const rest = text.replace(CJK, '').length;
  return text.length - rest + rest / 3;
}
