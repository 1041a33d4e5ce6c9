import fs from 'node:fs';
import path from 'node:path';
import { corpusCases } from '../commands/extract-corpus.ts';
import type { Searched } from './search-article.ts';

/** Shorter ones are snippets to look for, not articles. */
const LEAST = 200;

type Gold = { title: string; text: string; siteName: string | null; byline: string | null };

const isString = (value: unknown): value is string => typeof value === 'string';
const orNull = (value: unknown): string | null => (isString(value) ? value : null);

function readGold(file: string): Gold | null {
  if (!fs.existsSync(file)) return null;
  const { title, text, siteName, byline } = JSON.parse(fs.readFileSync(file, 'utf8')) as Record<string, unknown>;
  return isString(title) && isString(text) ? { title, text, siteName: orNull(siteName), byline: orNull(byline) } : null;
}

/** Every article of a corpus that has a title and a text of its own, each once. */
export function corpusArticles(corpus: string): Searched[] {
  const seen = new Set<string>();
  const articles: Searched[] = [];
  for (const { file } of corpusCases(corpus, null)) {
    const gold = readGold(path.join(path.dirname(file), 'gold.json'));
    if (!gold || gold.title.length < 4 || gold.text.length < LEAST) continue;
    // Some pages are in several datasets.
    const begins = gold.text.replaceAll(/\s/gu, '').slice(0, 60);
    if (seen.has(begins) || seen.has(gold.title)) continue;
    seen.add(begins).add(gold.title);
    const { title, text, siteName, byline } = gold;
    articles.push({ number: articles.length, title, text, source: siteName ?? '', byline: byline ?? '', keywords: [] });
  }
  return articles;
}
