import type { ArticleId, ArticleRow } from '../article';
import type { LibraryDb } from './schema';
import type { PrefsWanted } from './pref-changes';
import { changeRows, type UndoToken, type Wanted } from './undo';

/** `signal` stops after the chunk under way; what is done stays done. */
export type Bulk = { now: number; onProgress?: (done: number, of: number) => void; signal?: AbortSignal };

/** Articles changed in one transaction: long enough to be fast, short enough that a save waits for it unnoticed. */
const CHUNK = 500;

/** A bulk action failed half-way: `done` takes back what had been done. */
export class PartlyDoneError extends Error {
  override name = 'PartlyDoneError';
  constructor(
    readonly done: UndoToken,
    cause: unknown,
  ) {
    super(`Stopped half-way: ${String(cause)}`, { cause });
  }
}

/** Runs `work` on chunk after chunk of `ids`, each once. Answers what the chunks answered, in order. */
export async function inChunks<Answer>(
  ids: readonly ArticleId[],
  { onProgress, signal }: Bulk,
  work: (chunk: ArticleId[]) => Promise<Answer>,
): Promise<Answer[]> {
  const distinct = [...new Set(ids)];
  const answers: Answer[] = [];
  for (let done = 0; done < distinct.length;) {
    if (signal?.aborted) break;
    const chunk = distinct.slice(done, done + CHUNK);
    answers.push(await work(chunk));
    done += chunk.length;
    onProgress?.(done, distinct.length);
  }
  return answers;
}

/**
 * Brings the articles to what is wanted of them, and with the first what is remembered about terms. Cancelled, it answers
 * what takes back the part that was done.
 * Rejects with the database's error when nothing was done, else with `PartlyDoneError`.
 */
export async function changeInBulk(
  db: LibraryDb,
  ids: readonly ArticleId[],
  wantedOf: (row: ArticleRow) => Wanted,
  bulk: Bulk,
  prefs?: PrefsWanted,
): Promise<UndoToken> {
  const parts: UndoToken['parts'] = [];
  try {
    await inChunks(ids, bulk, async (chunk) => {
      // Once: what the user decides about terms meanwhile is the later word.
      const first = parts.length === 0 ? prefs : undefined;
      parts.push(...(await changeRows(db, chunk, wantedOf, bulk.now, first)));
    });
  } catch (error) {
    throw parts.length > 0 ? new PartlyDoneError({ parts }, error) : error;
  }
  return { parts };
}
