import type { Listing } from '../article';
import type { Label } from '../search/labels';
import type { LibraryDb } from './schema';
import { spellings } from './labelled';

export type TagCount = { tag: string; count: number };

/** After any listing under a label: in IndexedDB an array comes after any text. */
const END: never[] = [];

/** In inbox and archive, which follow each other in the index. */
const outsideTrash = (db: LibraryDb, label: Label) =>
  db.articles.where('listed').between([label, 'archive'], [label, 'inbox', END]);

/** Every tag in use outside the trash, with the number of its articles; in the order of their keys. */
export function allTags(db: LibraryDb): Promise<TagCount[]> {
  return db.transaction('r', db.articles, async () => {
    const tags: TagCount[] = [];
    // From tag to tag, over the articles between: there are few tags and many articles.
    for (let after: unknown[] = ['tag:']; ;) {
      const [next] = (await db.articles.where('listed').between(after, ['tag;']).limit(1).keys()) as unknown[];
      if (next === undefined) return tags;
      const [label] = next as Listing;
      const count = await outsideTrash(db, label).count();
      const key = label.slice('tag:'.length);
      if (count > 0) tags.push({ tag: spellings(await outsideTrash(db, label).first(), 'tag', key)[0] ?? key, count });
      after = [label, END];
    }
  });
}
