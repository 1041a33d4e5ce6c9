import { countPlaces } from './count-places';
import type { ListCounts } from './list-source';
import type { LibraryDb } from './schema';
import { watchArticles } from './watch-articles';

/** Where the numbers of the last time are kept, so that a page need not wait for new ones. */
export type CountsMemory = { read: () => ListCounts | null; write: (counts: ListCounts) => void };

/** Beyond, counting takes long enough to be felt by who uses the library at the same time. */
const MANY = 5000;
const REST_MS = 1000;
/** The list of the page is measured in the meantime. */
const LATER_MS = 1500;

/** Answers with the remembered numbers, with the true ones, and again after each change. Returns the way to stop. */
export function watchCounts(db: LibraryDb, memory: CountsMemory, onCounts: (counts: ListCounts) => void): () => void {
  let stopped = false;
  let counting = false;
  let again = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let known = memory.read();
  if (known) onCounts(known);

  const count = async (): Promise<void> => {
    if (counting) return void (again = true);
    counting = true;
    again = false;
    // A page that counts need not say that it could not: its list asks the same database and does.
    const counts = await countPlaces(db).catch(() => null);
    counting = false;
    if (stopped) return;
    if (counts) {
      known = counts;
      memory.write(counts);
      onCounts(counts);
    }
    if (again) soon();
  };
  const countAfter = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void count(), known && known.all + known.trash > MANY ? ms : 0);
  };
  const soon = (): void => countAfter(REST_MS);

  countAfter(LATER_MS);
  const stopListening = watchArticles(db, soon);
  return () => {
    stopped = true;
    clearTimeout(timer);
    stopListening();
  };
}
