/**
 * How common words are in the reader's own articles, counted in the latest of them. Derived: nothing is lost with it, and
 * no backup holds it. What counts as a word is the caller's business.
 */
import type { ArticleRow } from '../article';
import type { TextRow } from '../search/search-db';
import { pause } from './pause';
import { getReadable, nothing } from './readable';
import type { LibraryDb } from './schema';

const KEY = 'vocabulary';

/** Fewer say nothing about what is common. */
const LEAST = 50;
/** So many of the latest articles are looked at: some seconds of work. */
const LOOKED_AT = 400;
/** Articles whose texts are held at a time. */
const SLICE = 10;
/** It is made anew when so many articles came or went: a quarter of those looked at, within these bounds. */
const CHANGED = { share: 0.25, least: 20, most: 100 };

type Counted = { articles: number; counts: Map<string, number> };

/** `size`: how many were looked at, read or not; `last`: number of the latest text there was; `version`: of what made it. */
type Stored = Counted & { size: number; last: number; version: string };

/** What makes one: reads the words of an article, counts them. */
export type Counting = {
  /** Another one counts otherwise. */
  version: string;
  termsIn: (article: { title: string; text: string; lang: string }) => string[];
  begin: () => { add: (terms: string[]) => void; finish: () => Counted };
};

/** What is stored, whatever it is: it may be damaged. */
export const storedVocabulary = async (db: LibraryDb): Promise<unknown> => (await db.kv.get(KEY).catch(nothing))?.value;

/** What is in the trash says nothing about what the reader reads. */
const KEPT = ['inbox', 'archive'] as const;

const newest = (db: LibraryDb, state: string) =>
  // oxlint-disable-next-line unicorn/no-array-reverse -- a collection of Dexie's
  db.articles.where('[state+savedAt+id]').between([state], [state, []]).reverse().limit(LOOKED_AT);

/** How large the library is, as far as it matters here: to count all of it takes a second where it is large. */
async function sizeOf(db: LibraryDb): Promise<{ size: number; last: number }> {
  const [latest, ...keys] = await Promise.all([
    db.articles.orderBy('docNo').last(),
    ...KEPT.map((state) => newest(db, state).primaryKeys()),
  ]);
  return { size: Math.min(keys.flat().length, LOOKED_AT), last: latest?.docNo ?? 0 };
}

function isFit(stored: unknown, { version }: Counting, { size, last }: { size: number; last: number }): boolean {
  const known = (stored ?? {}) as Partial<Stored>;
  if (known.version !== version || !(known.counts instanceof Map)) return false;
  if (typeof known.size !== 'number' || typeof known.last !== 'number') return false;
  const enough = Math.min(Math.max(known.size * CHANGED.share, CHANGED.least), CHANGED.most);
  return Math.abs(size - known.size) < enough && Math.abs(last - known.last) < enough;
}

/** Those that can be read. A text that is not the row's own any more belongs to an article that was saved meanwhile. */
async function textsOf(db: LibraryDb, rows: readonly ArticleRow[]): Promise<{ row: ArticleRow; text: string }[]> {
  const texts: (TextRow | undefined)[] = await getReadable(
    db.texts,
    rows.map(({ docNo }) => docNo),
  );
  return rows.flatMap((row, i) => (texts[i]?.articleId === row.id ? [{ row, text: texts[i].text }] : []));
}

async function count(db: LibraryDb, { termsIn, begin }: Counting): Promise<Counted> {
  const counting = begin();
  const found = await Promise.all(KEPT.map((state) => newest(db, state).toArray()));
  const rows = found
    .flat()
    .toSorted((a, b) => b.savedAt - a.savedAt)
    .slice(0, LOOKED_AT);
  for (let from = 0; from < rows.length; from += SLICE) {
    for (const { row, text } of await textsOf(db, rows.slice(from, from + SLICE))) {
      counting.add(termsIn({ title: row.title, text, lang: row.lang }));
      // A save that comes meanwhile goes first.
      await pause();
    }
  }
  return counting.finish();
}

/**
 * Makes the vocabulary where there is none, or one that does not fit the library any more, and takes it away from a
 * library that has become small. May be killed at any line. Answers whether it is another one now.
 */
export async function keepVocabulary(db: LibraryDb, counting: Counting): Promise<boolean> {
  const size = await sizeOf(db);
  if (size.size < LEAST) {
    if ((await db.kv.where('key').equals(KEY).count()) === 0) return false;
    await db.kv.delete(KEY);
    return true;
  }
  if (isFit(await storedVocabulary(db), counting, size)) return false;
  const counted = await count(db, counting);
  await db.kv.put({ key: KEY, value: { ...counted, ...size, version: counting.version } satisfies Stored });
  return true;
}
