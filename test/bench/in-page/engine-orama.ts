/** Orama with its `save` and `load`, as JSON. */
import { create, insertMultiple, load, save, search } from '@orama/orama';
import type { Searched } from '../search-article.ts';
import { asAsked, tokensOfAny } from './peer-keys.ts';
import type { Engine } from './peer-search.ts';
import { readDocs, readParts, storeParts } from './peer-store.ts';

const createIndex = () =>
  create({
    schema: { title: 'string', text: 'string', labels: 'string', source: 'string', byline: 'string' } as const,
    components: { tokenizer: { language: 'english', normalizationCache: new Map(), tokenize: tokensOfAny } },
  });

export async function build(articles: Iterable<Searched>): Promise<number> {
  const index = createIndex();
  const documents = Array.from(articles, ({ number, title, text, source, byline, keywords }) => ({
    id: String(number + 1),
    title,
    text,
    source,
    byline,
    labels: keywords.join('\n'),
  }));
  await insertMultiple(index, documents, 500, 'english', false, 0);
  return storeParts('orama', [{ key: 'index', data: JSON.stringify(save(index)) }]);
}

export async function open(): Promise<Engine> {
  const [part] = await readParts('orama');
  const index = createIndex();
  load(index, JSON.parse(part?.data ?? '{}'));
  return async (terms, limit, database) => {
    // A threshold of 0: all words must be there.
    const boost = { title: 5, labels: 7, source: 3, byline: 3 };
    const { count, hits } = await search(index, { term: asAsked(terms), threshold: 0, limit, boost });
    const best = hits.map(({ id }) => Number(id));
    return { total: count, docs: await readDocs(database, best) };
  };
}
