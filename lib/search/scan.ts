/** The way without an index: every text is read at each query. Also what the index is measured against. */
import type { ArticleRow } from '../article';
import { closeness } from './closeness';
import { readableRows } from './index/readable-rows';
import { answerIfReadable, answerOf } from './index/request';
import type { Ranked } from './index/collect';
import { type Candidate, candidate, frequency, matches } from './matches';
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

/** Which of these rows, which are in the order of their ids, have earlier versions. */
async function withVersions(transaction: IDBTransaction, rows: readonly ArticleRow[]): Promise<Set<string>> {
  const range = IDBKeyRange.bound([rows[0]?.id ?? ''], [rows.at(-1)?.id ?? '', []]);
  const keys = await answerOf(transaction.objectStore('versions').getAllKeys(range));
  return new Set((keys as [string, number][]).map(([id]) => id));
}

type Seen = { row: ArticleRow; article: Candidate };

async function batchAfter(database: IDBDatabase, after: string): Promise<{ seen: Seen[]; last: unknown }> {
  // Row and text belong together only within one transaction: a new text gets a new number.
  const transaction = database.transaction(['articles', 'texts', 'versions'], 'readonly');
  const range = IDBKeyRange.lowerBound(after, true);
  const { rows, last } = await readableRows<ArticleRow>(transaction.objectStore('articles'), range, BATCH);
  const store = transaction.objectStore('texts');
  const [versions, texts] = await Promise.all([
    withVersions(transaction, rows),
    Promise.all(rows.map(({ docNo }): Promise<TextRow | undefined> => answerIfReadable(store.get(docNo)))),
  ]);
  const seen = rows.map((row, i) => ({ row, article: candidate(row, texts[i]?.text ?? '', versions.has(row.id)) }));
  return { seen, last };
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
    const { seen, last } = await batchAfter(database, after);
    for (const { row, article } of seen) {
      if (!matches(article, clauses)) continue;
      total++;
      const folded = article.fields.at(-1)?.folded ?? '';
      const length = 1 - B + (B * folded.length) / USUAL_LENGTH;
      const sum = terms.reduce((points, term) => {
        const found = frequency(article, term);
        return points + found / (found + K1 * length);
      }, 0);
      best.push({ row, score: sum * (terms.length > 1 ? 1 + closeness(folded, terms) / 4 : 1) });
    }
    if (best.length >= 2 * limit + 100) best = best.toSorted(order).slice(0, limit);
    if (typeof last !== 'string') break;
    after = last;
  }
  return { ranked: best.toSorted(order).slice(0, limit), total };
}
