/** No index: all texts, a few hundred at a time, the newest hits first. Letters match whatever their case, nothing else is folded. */
import { answerOf } from '../../../lib/search/index/request.ts';
import type { TextRow } from '../../../lib/search/search-db.ts';
import type { Engine } from './peer-search.ts';
import { readDocs } from './peer-store.ts';

const BATCH = 500;

export const open = async (): Promise<Engine> => async (terms, limit, database) => {
  const wanted = terms.flatMap(({ parts }) => parts.map(({ text }) => text));
  const found: number[] = [];
  for (let after = 0; ;) {
    const store = database.transaction('texts').objectStore('texts');
    const rows: TextRow[] = await answerOf(store.getAll(IDBKeyRange.lowerBound(after, true), BATCH));
    for (const { docNo, text } of rows) {
      const lower = text.toLowerCase();
      if (wanted.every((one) => lower.includes(one))) found.push(docNo);
    }
    after = rows.at(-1)?.docNo ?? 0;
    if (rows.length < BATCH) break;
  }
  const newest = found.toReversed().slice(0, limit);
  return { total: found.length, docs: await readDocs(database, newest) };
};
