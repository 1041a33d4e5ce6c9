/** Candidates → articles, best first: texts are looked at where the index alone cannot tell, or for the order of the best. */
import type { ArticleRow } from '../../article';
import { closeness } from '../closeness';
import { type Candidate, candidate, matches } from '../matches';
import type { Clause, Term } from '../query/query';
import type { TextRow } from '../search-db';
import { bestFirst } from './best-first';
import type { Candidates } from './match-query';
import type { Snapshot } from './reader';
import { answerIfReadable, answerOf } from './request';

/** `text` where it was read. */
export type Ranked = { row: ArticleRow; score: number; text?: string };

type Found = Ranked & { article?: Candidate };

export type CollectOptions = {
  clauses: readonly Clause[];
  /** What is looked for and not excluded. */
  terms: readonly Term[];
  sort: 'relevance' | 'date';
  limit: number;
  /** Reads the texts, too, of those that need no look into them. */
  texts: boolean;
  signal?: AbortSignal | undefined;
};

/** So many of the best are put in order by more than frequencies; also how many are read at a time. */
const BATCH = 60;

/** Up to so many candidates are all looked at, so that their number is exact. */
const COUNTED = 100;

/** What words side by side, in the text or in the title, add to a score. */
const CLOSE_IN_TEXT = 0.25;
const CLOSE_IN_TITLE = 0.5;

/** Scores as close as this are equal: then the newer article comes first. */
const ROUNDING = 50;

const readRows = ({ transaction }: Snapshot, docs: readonly number[]): Promise<(ArticleRow | undefined)[]> => {
  const index = transaction.objectStore('articles').index('docNo');
  return Promise.all(docs.map((doc) => answerIfReadable<ArticleRow | undefined>(index.get(doc))));
};

const readTexts = ({ transaction }: Snapshot, docs: readonly number[]): Promise<string[]> => {
  const store = transaction.objectStore('texts');
  return Promise.all(
    docs.map(async (doc) => (await answerIfReadable<TextRow | undefined>(store.get(doc)))?.text ?? ''),
  );
};

const versionsOf = async ({ transaction }: Snapshot, id: string): Promise<boolean> =>
  (await answerOf(transaction.objectStore('versions').count(IDBKeyRange.bound([id, 0], [id, Infinity])))) > 0;

const asksForVersions = (clauses: readonly Clause[]): boolean =>
  clauses.some(({ any }) =>
    any.some((one) => one.kind === 'filter' && one.filter.field === 'has' && one.filter.what === 'version'),
  );

function nearness({ fields }: Candidate, terms: readonly Term[]): number {
  const [title] = fields;
  const text = fields.at(-1);
  if (!title || !text || terms.length < 2) return 1;
  return 1 + CLOSE_IN_TEXT * closeness(text.folded, terms) + CLOSE_IN_TITLE * closeness(title.folded, terms);
}

const near = ({ article, score, ...found }: Found, terms: readonly Term[]): Ranked => ({
  ...found,
  score: article ? score * nearness(article, terms) : score,
});

const plain = ({ row, score, text = '' }: Found): Ranked => ({ row, score, text });

const byScore = (a: Ranked, b: Ranked): number =>
  Math.round(b.score * ROUNDING) - Math.round(a.score * ROUNDING) || b.row.savedAt - a.row.savedAt;

/** Articles in order, at most `limit`; `total` counts all, exactly where it can be known without reading them all. */
export async function collect(
  snapshot: Snapshot,
  { docs, scores, isCertain }: Candidates,
  { clauses, terms, sort, limit, texts: withTexts, signal }: CollectOptions,
): Promise<{ ranked: Ranked[]; total: number }> {
  const order = bestFirst(sort === 'date' ? await datesOf(snapshot, docs) : scores);
  const withVersions = asksForVersions(clauses);
  const ordered = sort === 'relevance' && terms.length > 1;
  const certain = docs.every(isCertain);
  const read = async (places: readonly number[], asked: boolean): Promise<Found[]> => {
    const batch = places.map((place) => docs[place] ?? 0);
    const looks = asked || !batch.every(isCertain);
    const [rows, texts] = await Promise.all([
      readRows(snapshot, batch),
      looks || withTexts ? readTexts(snapshot, batch) : [],
    ]);
    const found = rows.map(async (row, i): Promise<Found | null> => {
      if (!row) return null;
      const score = scores[places[i] ?? 0] ?? 0;
      const text = texts[i] ?? '';
      if (!looks) return { row, score, text };
      const article = candidate(row, text, withVersions && (await versionsOf(snapshot, row.id)));
      return isCertain(row.docNo) || matches(article, clauses) ? { row, score, text, article } : null;
    });
    return (await Promise.all(found)).filter((one) => one !== null);
  };

  const ranked: Ranked[] = [];
  let seen = 0;
  const wanted = (): boolean => ranked.length < limit || (!certain && docs.length <= COUNTED);
  while (seen < docs.length && wanted()) {
    signal?.throwIfAborted();
    const places = order.take(ordered || seen > 0 ? BATCH : Math.min(limit, BATCH));
    // Only the best are put in order anew: what comes after them stays after them.
    const best = seen === 0 && sort === 'relevance';
    const found = await read(places, best && ordered);
    ranked.push(...(best ? found.map((one) => near(one, terms)).toSorted(byScore) : found.map(plain)));
    seen += places.length;
  }
  const share = ranked.length / Math.max(1, seen);
  return { ranked: ranked.slice(0, limit), total: certain ? docs.length : Math.round(docs.length * share) };
}

async function datesOf(snapshot: Snapshot, docs: Uint32Array): Promise<Uint32Array> {
  const { saved } = await snapshot.columns();
  return docs.map((doc) => saved[doc] ?? 0);
}
