/** Where the peers keep what they made: parts of a serialised index in IndexedDB; and how they read articles of ours. */
import type { ArticleRow } from '../../../lib/article.ts';
import { answerOf, committed } from '../../../lib/search/index/request.ts';
import type { TextRow } from '../../../lib/search/search-db.ts';
import type { Found } from './peer-search.ts';

const PARTS = 'parts';

function openStore(): Promise<IDBDatabase> {
  const request = indexedDB.open('peers', 1);
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore(PARTS));
  return answerOf(request);
}

export type Part = { key: string; data: string };

/** Takes the place of what the system stored before. Answers how many bytes it is in UTF-8. */
export async function storeParts(system: string, parts: readonly Part[]): Promise<number> {
  const database = await openStore();
  const transaction = database.transaction(PARTS, 'readwrite');
  for (const [n, part] of parts.entries()) transaction.objectStore(PARTS).put(part, [system, n]);
  await committed(transaction);
  database.close();
  return parts.reduce((sum, { data }) => sum + new Blob([data]).size, 0);
}

export async function readParts(system: string): Promise<Part[]> {
  const database = await openStore();
  const range = IDBKeyRange.bound([system, 0], [system, Infinity]);
  return answerOf(database.transaction(PARTS).objectStore(PARTS).getAll(range));
}

/** Articles and texts by the number of the text, in this order. */
export async function readDocs(database: IDBDatabase, numbers: readonly number[]): Promise<Found['docs']> {
  const transaction = database.transaction(['articles', 'texts']);
  const articles = transaction.objectStore('articles').index('docNo');
  const texts = transaction.objectStore('texts');
  const read = numbers.map(async (number) => {
    const [row, text] = await Promise.all([
      answerOf<ArticleRow>(articles.get(number)),
      answerOf<TextRow>(texts.get(number)),
    ]);
    return { row, text: text.text };
  });
  return Promise.all(read);
}
