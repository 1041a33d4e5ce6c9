/** The library page's door to the database; a chunk of its own, loaded after the first paint. */
import { liveQuery } from 'dexie';
import type { ArticleBody, ArticleRow, ReadingPosition } from '../../lib/article';
import { openListSource } from '../../lib/library/list-source';
import { openLibrary } from '../../lib/library/open';
import { missingPictures, picturesOf } from '../../lib/library/pictures';
import { prepareArticle } from '../../lib/library/prepare';
import { markOpened, readArticle, setPosition } from '../../lib/library/read';
import { saveArticle } from '../../lib/library/save';
import { sampleArticle } from './sample-article';

export type Storage = Awaited<ReturnType<typeof openStorage>>;

export type Stored = { row: ArticleRow; body: ArticleBody };

/** Rejects with a `ListFailure`. */
export async function openStorage({ onBlocked, onOutdated }: { onBlocked: () => void; onOutdated: () => void }) {
  const db = openLibrary('quietpage', { onBlocked, onOutdated });
  return {
    list: await openListSource(db),
    /** Null when it is not, or no more, in the library. The first opening makes it read. */
    open: async (id: string): Promise<Stored | null> => {
      const stored = await readArticle(db, id);
      if (stored && stored.row.openedAt === undefined) await markOpened(db, id, Date.now());
      return stored;
    },
    addSample: async (locale: string, url: string) => {
      const { article, keywords } = sampleArticle(locale, url);
      await saveArticle(db, await prepareArticle(article, keywords), { saveId: crypto.randomUUID(), now: Date.now() });
    },
    setPosition: (id: string, position: ReadingPosition) => setPosition(db, id, position, Date.now()),
    /** Address → Blob, or a code why there is none (`null`: still to be fetched). Again whenever one arrives. */
    watchPictures(id: string, onPictures: (pictures: Map<string, Blob | string | null>) => void): () => void {
      const read = async () => {
        const [held, missing] = await Promise.all([picturesOf(db, id), missingPictures(db, id)]);
        return new Map<string, Blob | string | null>([
          ...missing.map((one) => [one.url, one.failed] as const),
          ...held,
        ]);
      };
      const subscription = liveQuery(read).subscribe({ next: onPictures, error: () => onPictures(new Map()) });
      return () => subscription.unsubscribe();
    },
  };
}
