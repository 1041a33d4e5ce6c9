/** The way without an index: every text is read at each query. Also what the index is measured against. */
import type { ArticleRow } from '../article';
import { closeness } from './closeness';
import { answerOf } from './index/request';
import type { Ranked } from './index/collect';
import { candidate, frequency, matches } from './matches';
import type { Clause, Term } from './query/query';
import type { TextRow } from './search-db';

const BATCH = 200;

/** BM25 with a usual length: the mean itself would cost another pass over all texts. */
const K1 = 1.2;
const B = 0.75;
const USUAL_LENGTH = 1800;

type ScanOptions = {
  clauses: readonly Clause[];
  terms: readonly Term[];
  sort: 'relevance' | 'date';
  limit: number;
  signal?: AbortSignal | undefined;
};

async function batchAfter(database: IDBDatabase, after: string): Promise<{ row: ArticleRow; text: string }[]> {
  // Row and text belong together only within one transaction: a new text gets a new number.
  const transaction = database.transaction(['articles', 'texts'], 'readonly');
  const range = IDBKeyRange.lowerBound(after, true);
  const rows: ArticleRow[] = await answerOf(transaction.objectStore('articles').getAll(range, BATCH));
  const texts = transaction.objectStore('texts');
  return Promise.all(
    rows.map(async (row) => ({
      row,
      text: ((await answerOf(texts.get(row.docNo))) as TextRow | undefined)?.text ?? '',
    })),
  );
}

const byDate = (a: Ranked, b: Ranked): number => b.row.savedAt - a.row.savedAt;
const byRelevance = (a: Ranked, b: Ranked): number => b.score - a.score || byDate(a, b);

/** As `collect`, with the same answers in about the same order. Memory stays flat, and writers never wait long. */
export async function scan(
  database: IDBDatabase,
  { clauses, terms, sort, limit, signal }: ScanOptions,
): Promise<{ ranked: Ranked[]; total: number }> {
  const order = sort === 'date' ? byDate : byRelevance;
  let best: Ranked[] = [];
  let total = 0;
  let after = '';
  for (;;) {
    signal?.throwIfAborted();
    const batch = await batchAfter(database, after);
    for (const { row, text } of batch) {
      const article = candidate(row, text);
      if (!matches(article, clauses)) continue;
      total++;
      const length = 1 - B + (B * text.length) / USUAL_LENGTH;
      const sum = terms.reduce((points, term) => {
        const found = frequency(article, term);
        return points + found / (found + K1 * length);
      }, 0);
      const folded = article.fields.at(-1)?.folded ?? '';
      best.push({ row, score: sum * (terms.length > 1 ? 1 + closeness(folded, terms) / 4 : 1) });
    }
    if (best.length >= 2 * limit + 100) best = best.toSorted(order).slice(0, limit);
    const last = batch.at(-1);
    if (!last || batch.length < BATCH) break;
    after = last.row.id;
  }
  return { ranked: best.toSorted(order).slice(0, limit), total };
}
