import type { ArticleLine } from '../../lib/library/backup.ts';
import { searchArticle } from './search-article.ts';

const START = Date.parse('2020-01-01');
const MINUTE = 60_000;

/** An article as a backup brings it. Its number plus one is the number under which an empty library files its text. */
export function searchLine(number: number): ArticleLine {
  const { language, url, title, text, source, byline, keywords } = searchArticle(number);
  const id = String(number).padStart(26, '0');
  const savedAt = START + number * MINUTE;
  const stamp = `${String(savedAt).padStart(15, '0')}-0000-bench`;
  const paragraphs = text.split('\n').map((paragraph) => `<p>${paragraph}</p>`);
  return {
    deleted: false,
    row: {
      id,
      url,
      urlKeys: [url.replace('https://', '')],
      title,
      byline,
      source,
      lang: language === 'zh' ? 'zh-CN' : 'en',
      dir: 'ltr',
      publishedAt: new Date(savedAt).toISOString().slice(0, 10),
      savedAt,
      minutes: 1 + (number % 9),
      state: 'inbox',
      favourite: 0,
      tags: [],
      keywords,
      note: '',
      leadImage: null,
      excerpt: text.slice(0, 200),
      contentHash: id.padStart(64, '0'),
      fingerprint: id.slice(-16),
      stamps: { content: stamp },
      saves: [],
    },
    body: {
      articleId: id,
      html: paragraphs.join('\n'),
      removed: [],
      provenance: { title: 'h1', byline: 'line near headline', source: 'line near headline' },
      keywords: keywords.map((term) => ({ term, origin: 'found', weight: 0.5, where: 'text' })),
      canonicalUrl: null,
      editor: null,
      updatedAt: null,
      declaredKeywords: [],
      images: [],
    },
    text,
    versions: [],
    pictures: [],
  };
}
