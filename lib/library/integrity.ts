/**
 * The examination of the whole library: do rows, bodies, texts, versions, pictures and jobs agree? Slice by slice, so
 * that nothing else waits long and memory stays small however large the library is. It only reads.
 */
import type { IndexableType, Table } from 'dexie';
import { checkArticles } from './check-articles';
import { checkPages, checkWholeIndex } from './check-index';
import { checkBodies, checkJobs, checkTexts, checkUses, checkVersions } from './check-parts';
import { checkPictures } from './check-pictures';
import type { Finding } from './finding';
import type { LibraryDb } from './schema';
import { keysAfter } from './slices';

/** `sampled` reads the bytes of some pictures only, spread evenly; `full` those of all. Nothing else differs. */
export type CheckDepth = 'sampled' | 'full';

const SAMPLED_PICTURES = 200;

/** How far an examination has come. Plain data: given back to `checkLibrary`, it goes on from there. */
export type CheckState = {
  depth: CheckDepth;
  /** Which store is looked at, as an index of `PARTS`, and the last key that was. */
  part: number;
  after: IndexableType | null;
  /** Rows looked at, and how many there were at the start. */
  done: number;
  of: number;
  /** Every how many-th picture is read, and how many have passed. */
  readEach: number;
  pictures: number;
  findings: Finding[];
  finished: boolean;
};

type Part = {
  table: (db: LibraryDb) => Table<unknown, IndexableType>;
  /** Rows in one slice: few where rows are heavy. */
  slice: number;
  check: (db: LibraryDb, keys: never[], state: CheckState) => Promise<Finding[]>;
};

const asTable = (table: unknown): Table<unknown, IndexableType> => table as Table<unknown, IndexableType>;

function checkSomePictures(db: LibraryDb, hashes: string[], { pictures, readEach }: CheckState): Promise<Finding[]> {
  const read = new Set(hashes.filter((_, i) => (pictures + i) % readEach === 0));
  return checkPictures(db, hashes, (hash) => read.has(hash));
}

const PARTS: readonly Part[] = [
  { table: (db) => asTable(db.articles), slice: 40, check: checkArticles },
  { table: (db) => asTable(db.bodies), slice: 1000, check: checkBodies },
  { table: (db) => asTable(db.texts), slice: 1000, check: checkTexts },
  { table: (db) => asTable(db.versions), slice: 1000, check: checkVersions },
  { table: (db) => asTable(db.pictureUses), slice: 500, check: checkUses },
  { table: (db) => asTable(db.jobs), slice: 500, check: checkJobs },
  { table: (db) => asTable(db.ftsLen), slice: 1, check: checkPages },
  { table: (db) => asTable(db.ftsMeta), slice: 100, check: checkWholeIndex },
  { table: (db) => asTable(db.pictures), slice: 50, check: checkSomePictures },
];

async function begin(db: LibraryDb, depth: CheckDepth): Promise<CheckState> {
  const counts = await Promise.all(PARTS.map(({ table }) => table(db).count()));
  const pictures = counts.at(-1) ?? 0;
  const readEach = depth === 'full' ? 1 : Math.max(1, Math.ceil(pictures / SAMPLED_PICTURES));
  const of = counts.reduce((sum, count) => sum + count, 0);
  return { depth, part: 0, after: null, done: 0, of, readEach, pictures: 0, findings: [], finished: false };
}

async function nextSlice(db: LibraryDb, state: CheckState): Promise<CheckState> {
  const part = PARTS[state.part];
  if (!part) return { ...state, done: state.of, finished: true };
  const keys = await keysAfter(part.table(db), state.after, part.slice);
  const last = keys.at(-1);
  if (last === undefined) return { ...state, part: state.part + 1, after: null };
  const found = await part.check(db, keys as never[], state);
  return {
    ...state,
    after: last,
    done: state.done + keys.length,
    // Articles may be saved meanwhile.
    of: Math.max(state.of, state.done + keys.length),
    pictures: state.pictures + (part.check === checkSomePictures ? keys.length : 0),
    findings: [...state.findings, ...found],
  };
}

type Options = {
  depth?: CheckDepth;
  /** Where an earlier call was stopped. */
  from?: CheckState | null;
  onProgress?: (state: CheckState) => void;
  signal?: AbortSignal;
};

/** Resolves to the finished state, or, when `signal` ends, to the state to go on `from`. */
export async function checkLibrary(
  db: LibraryDb,
  { depth = 'sampled', from, onProgress, signal }: Options = {},
): Promise<CheckState> {
  let state = from && !from.finished ? from : await begin(db, depth);
  for (;;) {
    if (state.finished || signal?.aborted) return state;
    state = await nextSlice(db, state);
    onProgress?.(state);
  }
}
