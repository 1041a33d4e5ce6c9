import type { ArticleState, Listing } from '../article';
import { backendOf } from './backend';
import type { Place } from './place';
import type { Shelf } from './raw-rows';
import type { LibraryDb } from './schema';
import { sectionsOf } from './sections';

/** Keys counted before others are served. */
const STEP = 1000;

/** How many articles each place holds. In a large library that takes a second, in steps between which others are served. */
export async function countPlaces(library: LibraryDb): Promise<Record<Place, number>> {
  const db = await backendOf(library);
  const count = async (shelf: Shelf): Promise<number> => {
    let sum = 0;
    for await (const section of sectionsOf(db, [shelf], STEP)) sum += section.count;
    return sum;
  };
  const state = (name: ArticleState) => count({ index: '[state+savedAt+id]', prefix: [name] });
  const kept = async (label: Listing[0]): Promise<number> =>
    (await count({ index: 'listed', prefix: [label, 'inbox'] })) +
    (await count({ index: 'listed', prefix: [label, 'archive'] }));
  const [inbox, archive, trash] = [await state('inbox'), await state('archive'), await state('trash')];
  const [unread, favourites] = [await kept('unread'), await kept('favourite')];
  return { inbox, archive, trash, unread, favourites, all: inbox + archive };
}
