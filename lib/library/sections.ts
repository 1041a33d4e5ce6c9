/**
 * The order of a long list, as short as can be: the times at which it is cut into sections, and how many articles each
 * holds. Counting 100,000 keys of an index takes Chromium a second, in which nobody else is served, so it is done in steps.
 */
import { answerOf } from '../search/index/request';
import { articlesIn, EVER, type Shelf, type Span, within } from './raw-rows';

export type Section = Span & { count: number };

/** `count` articles stand between the mark and where one came from. */
type Mark = { at: number; count: number };

/** The time of the article that is `step` articles after the beginning of `part`, all that were saved at that time included. */
function markIn(store: IDBObjectStore, shelf: Shelf, part: Span, step: number): Promise<Mark> {
  return new Promise((resolve, reject) => {
    const span = within(shelf, part);
    const index = store.index(shelf.index);
    const request = index.openKeyCursor(span, 'prev');
    let mark: Mark | null = null;
    let stepped = false;
    request.addEventListener('error', () => reject(request.error));
    request.addEventListener('success', () => {
      const cursor = request.result;
      if (!cursor) {
        if (mark) return resolve({ at: part.older, count: mark.count });
        return resolve(answerOf(index.count(span)).then((count) => ({ at: part.older, count })));
      }
      const at = (cursor.key as (string | number)[])[shelf.prefix.length] as number;
      if (mark && at < mark.at) return resolve(mark);
      mark = mark ? { at, count: mark.count + 1 } : stepped ? { at, count: step } : null;
      if (mark) cursor.continue();
      else {
        stepped = true;
        cursor.advance(step - 1);
      }
    });
  });
}

/**
 * One section after another, the newest first; the last one reaches to the end of `part`. Each shelf adds `step`
 * articles to a section at most, and those that were saved at the very same time.
 */
export async function* sectionsOf(
  db: IDBDatabase,
  shelves: readonly Shelf[],
  step: number,
  part: Span = EVER,
): AsyncGenerator<Section> {
  let marks: Mark[] = [];
  let newer = part.newer;
  while (newer > part.older) {
    const store = articlesIn(db);
    const before = newer;
    const ahead = await Promise.all(
      shelves.map(async (shelf, i) => {
        const held = marks[i];
        // A mark that has not been reached yet is still good; only how far away it is must be counted again.
        const fresh = !held || held.at >= before;
        return {
          shelf,
          fresh,
          mark: fresh ? await markIn(store, shelf, { older: part.older, newer: before }, step) : held,
        };
      }),
    );
    const older = Math.max(...ahead.map(({ mark }) => mark.at));
    const span = { older, newer };
    const counts = await Promise.all(
      ahead.map(({ shelf, fresh, mark }) =>
        fresh && mark.at === older ? mark.count : answerOf(store.index(shelf.index).count(within(shelf, span))),
      ),
    );
    yield { ...span, count: counts.reduce((sum, one) => sum + one, 0) };
    marks = ahead.map(({ mark }) => mark);
    newer = older;
  }
}
