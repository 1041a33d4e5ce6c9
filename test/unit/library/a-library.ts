/** A fresh library for a test, and articles to put into it. */
import { onTestFinished } from 'vitest';
import type { Extracted, Keyword } from '../../../lib/article';
import { openLibrary } from '../../../lib/library/open';
import { prepareArticle } from '../../../lib/library/prepare';
import { saveArticle, type Saved } from '../../../lib/library/save';
import type { LibraryDb } from '../../../lib/library/schema';

let libraries = 0;

export function aLibrary(): LibraryDb {
  const db = openLibrary(`library-${libraries++}`);
  onTestFinished(() => db.delete());
  return db;
}

const PARAGRAPHS = [
  '市图书馆新馆昨日向公众开放，首日接待读者超过八千人次。',
  '新馆共有五层，藏书一百二十万册，其中少儿阅览区面积比旧馆大了三倍。',
  '馆长介绍说，夜间阅览室将开放到凌晨一点，周末不闭馆。',
  'The reading rooms were designed by a local office and use daylight from four sides.',
];

export function anArticle(change: Partial<Extracted> = {}): Extracted {
  const text = change.text ?? PARAGRAPHS.join('\n');
  return {
    url: 'https://news.example.com/2026/11/20/library.html',
    canonicalUrl: null,
    title: '新图书馆开放首日迎来八千读者',
    byline: '林小满',
    editor: '周一鸣',
    source: '江城晚报',
    publishedAt: '2026-11-20T08:30:00+08:00',
    updatedAt: null,
    lang: 'zh-CN',
    dir: 'ltr',
    leadImage: null,
    excerpt: text.slice(0, 60),
    declaredKeywords: ['图书馆'],
    html: text
      .split('\n')
      .map((line) => `<p>${line}</p>`)
      .join(''),
    text,
    images: [],
    minutes: 1,
    removed: [],
    provenance: { title: 'h1' },
    ...change,
  };
}

export const keyword = (term: string, origin: Keyword['origin'] = 'declared'): Keyword => ({
  term,
  origin,
  weight: 1,
  where: 'meta',
});

let saves = 0;

type SaveWish = { saveId?: string; now?: number; keywords?: Keyword[] };

/** Saves as the background does. Time passes by itself: each save is a second after the one before. */
export async function save(db: LibraryDb, article: Extracted, wish: SaveWish = {}): Promise<Saved> {
  saves++;
  const { saveId = `save-${saves}`, now = 1_800_000_000_000 + saves * 1000, keywords = [keyword('图书馆')] } = wish;
  return saveArticle(db, await prepareArticle(article, keywords), { saveId, now });
}
