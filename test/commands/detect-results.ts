/** Results of `detect --measure` joined with what gold says: the common ground of scoring and fitting. */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Signals } from '../../lib/detect/reasons.ts';
import { detectPages } from './detect-pages.ts';

export type Judged = {
  id: string;
  site: string;
  /** Collection that the page is from; empty where gold names none. */
  dataset: string;
  isArticle: boolean;
  /** `article zh`, `article other`, `forum` (questions and answers too) or `other`: pages that are judged together. */
  group: string;
  kind: string;
  verdict: { article: boolean; score: number; reasons: string[] };
  signals: Signals;
  readerable: boolean;
  readerableLow: boolean;
};

/** Half of the sites, always the same for one seed: rules are tuned on one half and judged on the other. */
export function half(site: string, seed: string): 0 | 1 {
  return (createHash('sha1').update(seed).update(site).digest()[0] ?? 0) % 2 ? 1 : 0;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A verdict with its measures, or why there is none. */
type Result = Pick<Judged, 'signals' | 'readerable' | 'readerableLow'> & Judged['verdict'] & { error?: string };

/** Pages of the corpora with their results by id, as `detect --measure` writes them. Pages whose kind gold leaves open are left out. */
export function judgedPages(corpora: string[], results: Record<string, unknown>): Judged[] {
  return corpora.flatMap((corpus) =>
    detectPages(path.resolve(corpus)).flatMap(({ id, url, gold }) => {
      const result = results[id] as Result | undefined;
      const isArticle = typeof gold['isArticle'] === 'boolean' ? gold['isArticle'] : gold['genre'] === 'news';
      if (!result || result.error || (!isArticle && gold['isArticle'] !== false)) return [];
      const kind = isArticle ? 'article' : text(gold['kind']);
      const lang = text(gold['lang']).startsWith('zh') ? 'article zh' : 'article other';
      return {
        id,
        site: text(gold['site']) || url,
        dataset: text(gold['dataset']),
        isArticle,
        group: isArticle ? lang : /forum|qa/.test(kind) ? 'forum' : 'other',
        kind,
        verdict: { article: result.article, score: result.score, reasons: result.reasons },
        signals: result.signals,
        readerable: result.readerable,
        readerableLow: result.readerableLow,
      };
    }),
  );
}

/** Arguments `--corpus DIR --results FILE`, each as often as needed. */
export function readResults(argv: string[]): Judged[] {
  const { values } = parseArgs({
    args: argv,
    options: { corpus: { type: 'string', multiple: true }, results: { type: 'string', multiple: true } },
  });
  if (!values.corpus || !values.results)
    throw new Error('--corpus DIR and --results FILE (of detect --measure) are needed.');
  const results = values.results.map(
    (file) => JSON.parse(fs.readFileSync(path.resolve(file), 'utf8')) as Record<string, unknown>,
  );
  return judgedPages(values.corpus, Object.assign({}, ...results) as Record<string, unknown>);
}
