/** MiniSearch as its documentation stores it: `JSON.stringify` and `loadJSON`. */
import MiniSearch, { type Options } from 'minisearch';
import type { SearchArticle } from '../search-article.ts';
import { peerKeys, tokensOf } from './peer-keys.ts';
import type { Engine } from './peer-search.ts';
import { readDocs, readParts, storeParts } from './peer-store.ts';

type Document = Pick<SearchArticle, 'title' | 'text' | 'source' | 'byline'> & { id: number; labels: string };

const OPTIONS: Options<Document> = {
  fields: ['title', 'text', 'labels', 'source', 'byline'],
  tokenize: tokensOf,
  processTerm: (term) => term,
};

const asDocument = ({ number, title, text, source, byline, keywords }: SearchArticle): Document => ({
  id: number + 1,
  title,
  text,
  source,
  byline,
  labels: keywords.join('\n'),
});

export async function build(articles: Iterable<SearchArticle>): Promise<number> {
  const index = new MiniSearch(OPTIONS);
  for (const article of articles) index.add(asDocument(article));
  return storeParts('minisearch', [{ key: 'index', data: JSON.stringify(index) }]);
}

export async function open(): Promise<Engine> {
  const [part] = await readParts('minisearch');
  const index = MiniSearch.loadJSON<Document>(part?.data ?? '', OPTIONS);
  return async (terms, limit, database) => {
    const keys = terms.flatMap(peerKeys);
    const found = index.search(keys.map(({ token }) => token).join(' '), {
      combineWith: 'AND',
      tokenize: (query) => query.split(' '),
      prefix: (_term, i) => keys[i]?.prefix ?? false,
      boost: { title: 5, labels: 7, source: 3, byline: 3 },
    });
    const best = found.slice(0, limit).map(({ id }) => Number(id));
    return { total: found.length, docs: await readDocs(database, best) };
  };
}
