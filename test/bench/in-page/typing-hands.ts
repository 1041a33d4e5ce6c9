/** Queries after the popup is open, from the call to the hits with their snippets. Bundled by `search.ts`, run in each popup. */
import { openRaw } from '../../../lib/library/raw-connection.ts';
import { parseQuery } from '../../../lib/search/query/parse-query.ts';
import { search, searcher } from '../../../lib/search/search.ts';

type Search = (
  engine: unknown,
  query: ReturnType<typeof parseQuery>,
  options: { limit: number },
) => ReturnType<typeof search>;

/** What a popup of a bench build leaves there. */
const { peerSearch } = globalThis as unknown as { peerSearch?: Search };

const engine = openRaw().then((database) => {
  if (!database) throw new Error('There is no library.');
  return peerSearch ? database : searcher(database);
});
const find = peerSearch ?? (search as Search);

Object.assign(globalThis, {
  /** Milliseconds and hits of each query, one after another. */
  typingHands: async (queries: readonly string[], limit: number): Promise<[ms: number, total: number][]> => {
    const opened = await engine;
    const answers: [number, number][] = [];
    for (const typed of queries) {
      const start = performance.now();
      const { total } = await find(opened, parseQuery(typed, new Date()), { limit });
      answers.push([performance.now() - start, total]);
    }
    return answers;
  },
});
