/** Keywords of one article, by each system. Bundled by `keywords-time.ts`, run in a page. */
import { keywords } from '../../../lib/keywords/keywords.ts';
import { termFrequency } from '../keywords-term-frequency.ts';
import { textRank } from '../keywords-text-rank.ts';
import type { PeerArticle } from '../keywords-words.ts';

const LIMIT = 8;

const systems: Record<string, (article: PeerArticle) => { length: number }> = {
  quietpage: (article) => keywords({ ...article, declared: [], source: null }, { limit: LIMIT }),
  TF: (article) => termFrequency(article, LIMIT),
  TextRank: (article) => textRank(article, LIMIT),
};

Object.assign(globalThis, {
  /** Milliseconds. Throws if there are no keywords. */
  keywordsHands: (system: string, article: PeerArticle): number => {
    const start = performance.now();
    const found = systems[system]?.(article).length;
    const ms = performance.now() - start;
    if (!found) throw new Error(`${system} found no keywords.`);
    return ms;
  },
});
