/** An article as it comes from a page, made from a number: the same one for the same number, every second one Chinese. */
import type { Extracted, Keyword } from '../../lib/article.ts';
import { createProse } from './prose.ts';
import { createRandom } from './random.ts';

const PARAGRAPHS = 12;
const KEYWORDS = 5;
/** How many keywords there are in all; the first few are on every tenth article. */
const SUBJECTS = 400;
const OFTEN = 3;

export const keywordName = (subject: number): string => `主题 ${subject}`;

export function madeArticle(number: number): { article: Extracted; keywords: Keyword[] } {
  const language = number % 2 === 0 ? 'zh' : 'en';
  const random = createRandom(number + 1);
  const prose = createProse(language, random);
  const paragraphs = Array.from({ length: 2 + random.below(PARAGRAPHS * 2 - 3) }, prose.paragraph);
  const text = paragraphs.join('\n');
  const subjects = Array.from({ length: KEYWORDS }, () => random.below(random.below(2) ? OFTEN * 10 : SUBJECTS));
  const article: Extracted = {
    url: `https://news-${random.below(40)}.example.com/${number}.html`,
    canonicalUrl: null,
    title: prose.headline(),
    byline: prose.name(),
    editor: null,
    source: language === 'zh' ? '河岸新闻网' : 'Riverside Courier',
    publishedAt: '2026-11-20T08:30:00+08:00',
    updatedAt: null,
    lang: language === 'zh' ? 'zh-CN' : 'en',
    dir: 'ltr',
    leadImage: null,
    excerpt: text.slice(0, 200),
    declaredKeywords: [],
    html: paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n'),
    text,
    images: [],
    minutes: 3,
    removed: [],
    provenance: { title: 'h1', byline: 'line near headline', source: 'line near headline' },
  };
  const keywords = [...new Set(subjects)].map((subject): Keyword => ({
    term: keywordName(subject),
    origin: 'found',
    weight: 0.5,
    where: 'text',
  }));
  return { article, keywords };
}
