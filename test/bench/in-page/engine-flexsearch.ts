/** FlexSearch with its `export` and `import`. `forward` is its way to find a word while it is being typed. */
import { Index } from 'flexsearch';
import type { Searched } from '../search-article.ts';
import { asAsked, tokensOfAny } from './peer-keys.ts';
import type { Engine } from './peer-search.ts';
import { type Part, readDocs, readParts, storeParts } from './peer-store.ts';

const create = () => new Index({ tokenize: 'forward', encode: tokensOfAny });

/** It ranks by the place in the text: what weighs most stands first. */
const asText = ({ title, keywords, source, byline, text }: Searched): string =>
  [title, ...keywords, source, byline, text].join('\n');

export async function build(articles: Iterable<Searched>): Promise<number> {
  const index = create();
  for (const article of articles) index.add(article.number + 1, asText(article));
  const parts: Part[] = [];
  await index.export((key: string, data: string | undefined) => {
    if (data !== undefined) parts.push({ key, data });
  });
  return storeParts('flexsearch', parts);
}

export async function open(): Promise<Engine> {
  const index = create();
  for (const { key, data } of await readParts('flexsearch')) index.import(key, data);
  return async (terms, limit, database) => {
    const best = index.search(asAsked(terms), { limit }).map(Number);
    // It does not tell how many there are.
    return { total: best.length, docs: await readDocs(database, best) };
  };
}
