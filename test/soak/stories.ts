/** Made-up stories that share no text with each other; the variants of one story are states of one article. */
import type { Extracted, Keyword } from '../../lib/article';
import { type PreparedArticle, prepareArticle } from '../../lib/library/prepare';

export type Telling = { url: number; story: number; variant: number };

const LINES = [
  '码头边的潮汐钟停在了三点一刻，修表的老人说它从来没有这样安静过。\n港务局派人来看了两次，都没有找到原因。',
  '山谷里的小学迎来了第一台望远镜，孩子们排着队看土星的光环。\n老师把每个人的问题都写在黑板上，一共四十一个。',
  'The night ferry will run until March, the company said, although few people take it after ten.\nIts crew has kept a log of every passenger since the spring.',
];

export const STORIES = LINES.length;
export const SHARED_PICTURE = 'https://img.example.com/shared.jpg';

export const textOf = ({ story, variant }: Telling): string => `${LINES[story] ?? ''}\n补充 ${variant}。`;
const urlOf = ({ url }: Telling): string => `https://news.example.com/${url}.html`;
export const picturesOf = ({ story, variant }: Telling): string[] => [
  SHARED_PICTURE,
  `https://img.example.com/${story}.jpg`,
  `https://img.example.com/${story}-${variant}.jpg`,
];
export const keywordsOf = ({ story, variant }: Telling): string[] => [`story ${story}`, 'shared', `variant ${variant}`];

function extracted(telling: Telling): Extracted {
  const text = textOf(telling);
  return {
    url: urlOf(telling),
    canonicalUrl: null,
    title: `Story ${telling.story}`,
    byline: null,
    editor: null,
    source: null,
    publishedAt: null,
    updatedAt: null,
    lang: '',
    dir: 'ltr',
    leadImage: null,
    excerpt: text.slice(0, 40),
    declaredKeywords: [],
    html: `<p>${text.replaceAll('\n', '</p><p>')}</p>`,
    text,
    images: picturesOf(telling),
    minutes: 1,
    removed: [],
    provenance: {},
  };
}

const prepared = new Map<string, Promise<PreparedArticle>>();

export function preparedStory(telling: Telling): Promise<PreparedArticle> {
  const key = JSON.stringify(telling);
  const keywords = keywordsOf(telling).map((term): Keyword => ({ term, origin: 'found', weight: 1, where: 'text' }));
  const made = prepared.get(key) ?? prepareArticle(extracted(telling), keywords);
  prepared.set(key, made);
  return made;
}
