/** MiniSearch as its documentation stores it: `JSON.stringify` and `loadJSON`. */
import MiniSearch, { type Options } from 'minisearch';
import type { Term } from '../../../lib/search/query/query.ts';
import type { Searched } from '../search-article.ts';
import { peerKeys, tokensOf } from './peer-keys.ts';
import type { Engine } from './peer-search.ts';
import { readDocs, readParts, storeParts } from './peer-store.ts';

type Document = Pick<Searched, 'title' | 'text' | 'source' | 'byline'> & { id: number; labels: string };

const OPTIONS: Options<Document> = {
  fields: ['title', 'text', 'labels', 'source', 'byline'],
  tokenize: tokensOf,
  processTerm: (term) => term,
};

const asDocument = ({ number, title, text, source, byline, keywords }: Searched): Document => ({
  id: number + 1,
  title,
  text,
  source,
  byline,
  labels: keywords.join('\n'),
});

export function createIndex(articles: Iterable<Searched>): MiniSearch<Document> {
  const index = new MiniSearch(OPTIONS);
  for (const article of articles) index.add(asDocument(article));
  return index;
}

/** Numbers of texts, the best first. */
export function findIn(index: MiniSearch<Document>, terms: readonly Term[]): number[] {
  const keys = terms.flatMap(peerKeys);
  const found = index.search(keys.map(({ token }) => token).join(' '), {
    combineWith: 'AND',
    tokenize: (query) => query.split(' '),
    prefix: (_term, i) => keys[i]?.prefix ?? false,
    boost: { title: 5, labels: 7, source: 3, byline: 3 },
  });
  return found.map(({ id }) => Number(id));
}

export const build = (articles: Iterable<Searched>): Promise<number> =>
  storeParts('minisearch', [{ key: 'index', data: JSON.stringify(createIndex(articles)) }]);

export async function open(): Promise<Engine> {
  const [part] = await readParts('minisearch');
  const index = MiniSearch.loadJSON<Document>(part?.data ?? '', OPTIONS);
  return async (terms, limit, database) => {
    const found = findIn(index, terms);
    return { total: found.length, docs: await readDocs(database, found.slice(0, limit)) };
  };
}
