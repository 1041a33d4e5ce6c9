import type { ArticleRow, ArticleState } from '../article';
import type { SearchDb } from './search-db';

const BATCH = 200;

/**
 * Shows every article in these states to `visit`, with its text, in small steps: memory stays flat, writers never
 * wait long, and an aborted scan ends at the next step with the signal's reason.
 */
export async function scan(
  db: SearchDb,
  states: readonly ArticleState[],
  visit: (article: ArticleRow, text: string) => void,
  { signal }: { signal?: AbortSignal },
): Promise<void> {
  for (const state of states) {
    let before: unknown[] = [state, Infinity];
    for (;;) {
      signal?.throwIfAborted();
      // Row and text belong together only within one transaction: a new text gets a new number.
      const batch = await db.transaction('r', [db.articles, db.texts], async () => {
        const range = db.articles.where('[state+savedAt+id]').between([state], before);
        // oxlint-disable-next-line unicorn/no-array-reverse -- a Dexie collection, read backwards
        const rows = await range.reverse().limit(BATCH).toArray();
        const texts = await db.texts.bulkGet(rows.map(({ docNo }) => docNo));
        return rows.map((article, i) => ({ article, text: texts[i]?.text ?? '' }));
      });
      for (const { article, text } of batch) visit(article, text);
      const last = batch.at(-1)?.article;
      if (!last || batch.length < BATCH) break;
      before = [state, last.savedAt, last.id];
    }
  }
}
