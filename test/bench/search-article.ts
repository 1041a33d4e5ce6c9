/**
 * Articles to be searched, each made from its number, every second one Chinese. Their words come as often as those of a
 * language do (Zipf's law), and those of one subject come together: else every query would find everything or nothing.
 * Lengths and numbers of different terms are those of real news: some 820 characters, or 450 words.
 */
import { createRandom } from './random.ts';
import { commonPhrases, type Language, lexicon, subjectOf } from './lexicon.ts';
import { zipf } from './zipf.ts';

/** What is searched in. */
export type Searched = {
  number: number;
  title: string;
  text: string;
  source: string;
  byline: string;
  keywords: string[];
};

export type SearchArticle = Searched & { language: Language; url: string };

const SUBJECTS = 500;
const SITES = 200;
/** Of ten pieces of a text, so many are of its own subject; and so many are phrases rather than words. */
const OF_SUBJECT = 5;
/** Characters, from the first number on. */
const LENGTHS = { zh: [250, 1140], en: [800, 4000] } as const;
const PHRASES = { zh: 8, en: 1 };

const ENDS = { zh: ['。', '。', '，', '，', '，', '；'], en: ['. ', '. ', ', ', ', ', '; '] };

export function searchArticle(number: number): SearchArticle {
  const language = number % 2 === 0 ? 'zh' : 'en';
  const random = createRandom(number * 7919 + 17);
  const all = lexicon(language);
  const general = { words: all, phrases: commonPhrases(language) };
  const own = subjectOf(language, random.below(SUBJECTS));
  const piece = () => {
    const { words, phrases } = random.below(10) < OF_SUBJECT ? own : general;
    return zipf(random.below(10) < PHRASES[language] ? phrases : words, random);
  };
  const between = language === 'zh' ? '' : ' ';
  const words = (count: number, from = piece) => Array.from({ length: count }, from).join(between);
  const subject = () => zipf(own.words, random);
  const [least, more] = LENGTHS[language];
  const size = least + random.below(more);
  const paragraphs: string[] = [];
  let paragraph = '';
  for (let made = 0; made < size;) {
    const sentence = words(2 + random.below(4)) + random.pick(ENDS[language]);
    paragraph += sentence;
    made += sentence.length;
    if (random.below(8) > 0 && made < size) continue;
    paragraphs.push(paragraph.trim());
    paragraph = '';
  }
  return {
    number,
    language,
    url: `https://www.site-${random.below(SITES)}.example/${number}.html`,
    title: words(language === 'zh' ? 7 : 9, () => (random.below(4) === 0 ? zipf(all, random) : subject())),
    text: paragraphs.join('\n'),
    source: language === 'zh' ? `${zipf(all, random)}日报` : `The ${zipf(all, random)} Courier`,
    byline: words(2, subject),
    keywords: [...new Set(Array.from({ length: 4 }, subject))],
  };
}
