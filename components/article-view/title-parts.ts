import { hasCjk } from '../../lib/cjk';

/**
 * A headline cut where a line may end. Chinese and Japanese allow a break after any character; in large type a word that
 * is torn apart hurts, so only the places between words stay.
 */
export function titleParts(title: string, lang: string): string[] {
  if (!hasCjk(title)) return [title];
  const parts: string[] = [];
  let wordBefore = false;
  for (const { segment, isWordLike = false } of segmenterOf(lang).segment(title)) {
    // Beside a punctuation mark the browser knows its rules better.
    if (isWordLike && wordBefore) parts.push(segment);
    else parts.push((parts.pop() ?? '') + segment);
    wordBefore = isWordLike;
  }
  return parts;
}

function segmenterOf(lang: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(lang || 'zh', { granularity: 'word' });
  } catch {
    // A page may call its language anything.
    return segmenterOf('');
  }
}
