/** The library page's door to the database; a chunk of its own, loaded after the first paint. */
import { effect } from '@preact/signals';
import type { ArticleBody, ArticleRow, ReadingPosition } from '../../lib/article';
import { applyChange } from '../../lib/library/change';
import type { LabelKind } from '../../lib/library/label-fields';
import { labelUse } from '../../lib/library/label-use';
import { failureOf } from '../../lib/library/list-failure';
import { openListSource, type ListCounts } from '../../lib/library/list-source';
import { manageLibrary } from '../../lib/library/manage';
import { liveSignal } from '../../lib/library/live';
import { setNote } from '../../lib/library/note';
import { openLibrary } from '../../lib/library/open';
import { missingPictures, picturesOf, retryPictures } from '../../lib/library/pictures';
import type { Passage } from '../../lib/library/compare-texts';
import { prepareArticle } from '../../lib/library/prepare';
import { markOpened, readArticle, setPosition } from '../../lib/library/read';
import { reviseArticle, type Revision } from '../../lib/library/revise';
import { saveArticle } from '../../lib/library/save';
import type { VersionRow } from '../../lib/library/schema';
import { textOf, versionsOf } from '../../lib/library/versions';
import type { CountsMemory } from '../../lib/library/watch-counts';
import { sendMessage } from '../../lib/messages';
import { sampleArticle } from './sample-article';

export type Storage = Awaited<ReturnType<typeof openStorage>>;

/** Address → picture, or a code that says why there is none; `null` when it is still to be fetched. */
export type Pictures = Map<string, Blob | string | null>;

/** An earlier state of an article, without its body. */
export type Version = Pick<VersionRow, 'n' | 'savedAt' | 'title' | 'text'>;

export type Stored = { row: ArticleRow; body: ArticleBody };

/** On a full disk an article must still be readable; what is lost is a mark or a place. */
const carryOn = (error: unknown): void => console.info('Not noted:', error);

/** Should the background not hear it, the next save tells it. */
const onUnindexed = (): void => void sendMessage('keepIndex', null).catch(() => undefined);

const COUNTS = 'quietpage-counts';

const countsMemory: CountsMemory = {
  read() {
    try {
      return JSON.parse(localStorage.getItem(COUNTS) ?? 'null') as ListCounts | null;
    } catch {
      return null;
    }
  },
  write(counts) {
    try {
      localStorage.setItem(COUNTS, JSON.stringify(counts));
    } catch {
      // A full or forbidden store costs a second of waiting at the next opening.
    }
  },
};

/** Rejects with a `ListFailure`. */
export async function openStorage({ onBlocked, onOutdated }: { onBlocked: () => void; onOutdated: () => void }) {
  const db = openLibrary('quietpage', { onBlocked, onOutdated });
  return {
    list: {
      ...(await openListSource(db, { apply: applyChange, withFacets: true, onUnindexed })),
      manage: manageLibrary(db, countsMemory),
    },
    useOf: (kind: LabelKind, name: string) => labelUse(db, kind, name),
    /** Null when it is not, or no more, in the library. The first opening makes it read. */
    open: async (id: string): Promise<Stored | null> => {
      const stored = await readArticle(db, id);
      if (stored && stored.row.openedAt === undefined) void markOpened(db, id, Date.now()).catch(carryOn);
      return stored;
    },
    /** The entry of an article that cannot be opened: it is there, its text is not. */
    rowOf: async (id: string): Promise<ArticleRow | null> => (await db.articles.get(id)) ?? null,
    /** Rejects with a `ListFailure`. */
    addSample: async (locale: string, url: string) => {
      const { article, keywords } = sampleArticle(locale, url);
      const prepared = await prepareArticle(article, keywords);
      await saveArticle(db, prepared, { saveId: crypto.randomUUID(), now: Date.now() }).catch((error: unknown) => {
        throw failureOf(error, 'write');
      });
    },
    setPosition: (id: string, position: ReadingPosition) => setPosition(db, id, position, Date.now()).catch(carryOn),
    /** The row as it is now and after each change; `null` when it is gone. */
    watchRow(id: string, onRow: (row: ArticleRow | null) => void): () => void {
      const live = liveSignal<ArticleRow | null>(async () => (await db.articles.get(id)) ?? null, null);
      const stopTelling = effect(() => onRow(live.value.value));
      return () => {
        stopTelling();
        live.stop();
      };
    },
    /** Rejects when it could not be written down. */
    setNote: (id: string, note: string) => setNote(db, id, note, Date.now()),
    /** Writes down what the user put back or took out. `null`: the article was changed meanwhile. */
    revise: (id: string, revision: Revision) => reviseArticle(db, id, revision, Date.now()),
    /** Newest first. */
    versions: (id: string): Promise<Version[]> => versionsOf(db, id),
    /** What changed from a version to the one after it, or to the present state of `row`. */
    async compare(version: Version, next: Version | null, { docNo }: ArticleRow): Promise<Passage[]> {
      // Only who looks at versions needs it.
      const { compareTexts } = await import('../../lib/library/compare-texts');
      return compareTexts(version.text, next ? next.text : await textOf(db, docNo));
    },
    /** Asks for a picture once more. Should the background not hear it, its alarm finds it in the queue. */
    retryPicture: async (id: string, url: string): Promise<void> => {
      try {
        await retryPictures(db, id, Date.now(), url);
        await sendMessage('fetchPictures', null);
      } catch (error) {
        carryOn(error);
      }
    },
    /** Again whenever one arrives. */
    watchPictures(id: string, onPictures: (pictures: Pictures) => void): () => void {
      const read = async () => {
        const [held, missing] = await Promise.all([picturesOf(db, id), missingPictures(db, id)]);
        return new Map<string, Blob | string | null>([
          ...missing.map((one) => [one.url, one.failed] as const),
          ...held,
        ]);
      };
      const live = liveSignal<Pictures | null>(read, null);
      // Pictures that cannot be read show that they are missing; the text does not depend on them.
      const stopTelling = effect(() => {
        const pictures = live.error.value ? new Map() : live.value.value;
        if (pictures) onPictures(pictures);
      });
      return () => {
        stopTelling();
        live.stop();
      };
    },
  };
}
