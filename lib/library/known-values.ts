/** Tags, keywords, sources and sites of the library, for whoever begins to type one. */
import type { ArticleRow } from '../article';
import { fold } from '../search/fold';
import { keywordKey, keywordLabel, tagKey, tagLabel } from '../search/labels';
import type { Filter } from './place';
import { articlesIn, newestRows, shelvesOf } from './raw-rows';
import { keysOn } from './under-labels';

export type ValueField = 'tag' | 'keyword' | 'source' | 'site';

/** `count`: how many articles outside the trash have it, or `more`; null where counting them would take long. */
export type KnownValue = { value: string; count: number | null; more?: boolean };

export type KnownValues = ReturnType<typeof knownValues>;

const MOST = 8;
/** More articles than these are not counted: in IndexedDB that takes a second for 100,000. */
const MANY = 100;
/** Sources and sites are in no index of articles: those of so many articles are known, in most libraries all. */
const LATEST = 1000;
/** Names under which an index is looked into for one beginning. */
const STEPS = 50;

const everywhere: Filter = { place: 'all', tag: null, keyword: null };

function hostOf(url: string): string[] {
  return URL.canParse(url) ? [new URL(url).hostname.replace(/^www\./u, '')] : [];
}

const VALUES: Record<ValueField, (row: ArticleRow) => readonly string[]> = {
  tag: ({ tags }) => tags,
  keyword: ({ keywords }) => keywords,
  source: ({ source }) => (source ? [source] : []),
  site: ({ url }) => hostOf(url),
};

const KEYS: Record<ValueField, (value: string) => string> = {
  tag: tagKey,
  keyword: keywordKey,
  source: fold,
  site: fold,
};

type Tally = Map<string, { value: string; count: number }>;

function tallyOf(rows: readonly ArticleRow[], field: ValueField): Tally {
  const tally: Tally = new Map();
  for (const row of rows)
    for (const [key, value] of new Map(VALUES[field](row).map((value) => [KEYS[field](value), value]))) {
      const known = tally.get(key) ?? { value, count: 0 };
      known.count++;
      tally.set(key, known);
    }
  return tally;
}

/** `complete`: there are no others. */
type Latest = { tallies: Record<ValueField, Tally>; complete: boolean };

async function latestOf(db: IDBDatabase): Promise<Latest> {
  const rows = await newestRows(db, shelvesOf(everywhere), LATEST + 1);
  const of = (field: ValueField) => tallyOf(rows, field);
  const tallies = { tag: of('tag'), keyword: of('keyword'), source: of('source'), site: of('site') };
  return { tallies, complete: rows.length <= LATEST };
}

/** Those that begin with what is typed before those that hold it, then what more articles have. */
function best(all: Iterable<KnownValue>, beginning: string, most = MOST): KnownValue[] {
  const typed = fold(beginning).trim();
  const ranked = Array.from(all, (one) => ({ one, at: fold(one.value).indexOf(typed) })).filter(({ at }) => at >= 0);
  ranked.sort((a, b) => Math.sign(a.at) - Math.sign(b.at) || (b.one.count ?? 0) - (a.one.count ?? 0));
  return ranked.slice(0, most).map(({ one }) => one);
}

/** Different labels that begin with `prefix`, in the order of their names: from one to the next, over the articles between. */
function labelsFrom(db: IDBDatabase, prefix: string): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const labels: string[] = [];
    // In IndexedDB an array comes after any text and any number.
    const range = IDBKeyRange.bound([prefix], [`${prefix}\uffff`]);
    const request = articlesIn(db).index('listed').openKeyCursor(range);
    request.addEventListener('error', () => reject(request.error));
    request.addEventListener('success', () => {
      const cursor = request.result;
      if (!cursor || labels.length >= STEPS) return resolve(labels);
      const [label] = cursor.key as [string];
      labels.push(label);
      cursor.continue([label, []]);
    });
  });
}

const filterOf = (field: 'tag' | 'keyword', name: string): Filter => ({ ...everywhere, [field]: name });

async function counted(db: IDBDatabase, field: 'tag' | 'keyword', value: string) {
  const { length } = await keysOn(db, shelvesOf(filterOf(field, value)), MANY + 1);
  return { value, count: Math.min(length, MANY), more: length > MANY };
}

/** `of` reads the latest articles once, until `forget`, and of an index no more than a few names. */
export function knownValues(db: IDBDatabase) {
  let latest: Promise<Latest> | null = null;

  const read = () =>
    latestOf(db).catch((error: unknown) => {
      latest = null;
      throw error;
    });

  /** Found in the index, as are all of the library; those come first that many of the latest articles have. */
  const labelled = async (field: 'tag' | 'keyword', beginning: string, tally: Tally): Promise<KnownValue[]> => {
    const labelOf = field === 'tag' ? tagLabel : keywordLabel;
    const begun = beginning.trim() !== '' || field === 'tag' ? await labelsFrom(db, labelOf(beginning)) : [];
    const keys = new Set([...begun.map((label) => label.slice(field.length + 1)), ...tally.keys()]);
    const lately = Array.from(keys, (key) => ({ value: key, count: tally.get(key)?.count ?? 0 }));
    const some = await Promise.all(best(lately, beginning, 2 * MOST).map(({ value }) => counted(db, field, value)));
    const found = best(
      some.filter(({ count }) => count > 0),
      beginning,
    );
    const names = await Promise.all(found.map(({ value }) => spelled(field, value)));
    return found.map(({ value, count, more = false }, i) => ({ value: names[i] ?? value, count, more }));
  };

  const spelled = async (field: 'tag' | 'keyword', value: string): Promise<string> => {
    const [row] = await newestRows(db, shelvesOf(filterOf(field, value)), 1);
    const key = KEYS[field](value);
    return (row && VALUES[field](row).find((one) => KEYS[field](one) === key)) ?? value;
  };

  return {
    /** Up to eight that go on from what is typed. */
    async of(field: ValueField, beginning: string): Promise<KnownValue[]> {
      const { tallies, complete } = await (latest ??= read());
      const tally = tallies[field];
      if (!complete && (field === 'tag' || field === 'keyword')) return labelled(field, beginning, tally);
      const found = best(tally.values(), beginning);
      return complete ? found : found.map(({ value }) => ({ value, count: null }));
    },
    /** Articles were changed. */
    forget(): void {
      latest = null;
    },
  };
}
