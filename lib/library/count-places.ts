import type { ArticleState } from '../article';
import type { Label } from './listing';
import { rowsOf } from './list';
import type { Place } from './place';
import type { LibraryDb } from './schema';

/** How many articles each place holds. */
export function countPlaces(db: LibraryDb): Promise<Record<Place, number>> {
  return db.transaction('r', db.articles, async () => {
    const count = async (state: ArticleState, label?: Label): Promise<number> => rowsOf(db, state, label).count();
    const kept = async (label: Label): Promise<number> =>
      (await count('inbox', label)) + (await count('archive', label));
    const [inbox, archive, trash, unread, favourites] = await Promise.all([
      count('inbox'),
      count('archive'),
      count('trash'),
      kept('unread'),
      kept('favourite'),
    ]);
    return { inbox, archive, trash, unread, favourites, all: inbox + archive };
  });
}
