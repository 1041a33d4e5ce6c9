/** What the peers count: the words of `Intl.Segmenter` in their order, without stop words and single characters. */
import { languageOf } from '../../lib/keywords/language.ts';
import { isStopWord } from '../../lib/keywords/stop-words.ts';

export type PeerArticle = { title: string; text: string; lang: string };
/** `null`: something that no keyword goes across. */
export type PeerWords = { lang: string; words: (string | null)[] };

const HAN = /\p{sc=Han}/u;

export function peerWords({ title, text, lang: declared }: PeerArticle): PeerWords {
  const whole = `${title}\n${text}`;
  const lang = languageOf(declared, whole);
  const words: (string | null)[] = [];
  for (const { segment, isWordLike } of new Intl.Segmenter(lang, { granularity: 'word' }).segment(whole)) {
    const word = segment.normalize('NFKC').toLowerCase();
    if (!isWordLike) {
      if (segment.trim()) words.push(null);
    } else if (word.length < 2 || !/\p{L}/u.test(word) || isStopWord(word, lang, segment)) words.push(null);
    else words.push(word);
  }
  return { lang, words };
}

export const joinWords = (words: readonly string[]): string => words.join(HAN.test(words.join('')) ? '' : ' ');
