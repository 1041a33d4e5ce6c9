/**
 * Merging, so that queries look into few places: saves into a segment, sixteen segments of a level into one of the next,
 * as a log-structured merge tree does. Killed at any line, nothing is lost: what goes in is there until what comes out is.
 */
import type { DeltaRow, LengthRow, SegmentRow } from '../search-db';
import { PAGE } from './columns';
import { mergeBlocks, type Source } from './merge-blocks';
import { answerOf, committed } from './request';
import { FAN_IN, levelFor } from './segment-level';
import { beginSegment, bumpGeneration, deleteSegment, recount, segmentSource, writing } from './segments';
import { checkDelta, checkLengths, checkSegment, readOfIndex } from './sound';

/** After an import there may be thousands. */
const MOST_DELTAS = 1024;

/** Answers which documents are there now. */
async function livingDocuments(database: IDBDatabase): Promise<(doc: number) => boolean> {
  const store = database.transaction('ftsLen', 'readonly').objectStore('ftsLen');
  const pages: LengthRow[] = await readOfIndex(store.getAll());
  for (const row of pages) checkLengths(row);
  const all = new Uint8Array(((pages.at(-1)?.page ?? -1) + 1) * PAGE);
  for (const { page, lengths } of pages) all.set(lengths, page * PAGE);
  return (doc) => (all[doc] ?? 0) > 0;
}

type Merge = {
  sources: Source[];
  level: number;
  docs: number;
  base: number;
  /** Takes out what went in; answers by how much there is less of it. */
  remove: (transaction: IDBTransaction) => Promise<{ deltas?: number; segments?: number }>;
};

async function merge(database: IDBDatabase, { sources, level, docs, base, remove }: Merge): Promise<void> {
  const segment = await beginSegment(database, { level, docs, base });
  await mergeBlocks(sources, { base, lives: await livingDocuments(database), write: segment.write });
  const transaction = writing(database, ['ftsSeg', 'ftsBlk', 'ftsDelta', 'ftsMeta']);
  transaction.objectStore('ftsSeg').put({ ...segment.finished(), live: 1 } satisfies SegmentRow);
  const { deltas = 0, segments = 0 } = await remove(transaction);
  await recount(transaction, { deltas: -deltas, segments: 1 - segments });
  await bumpGeneration(transaction);
  await committed(transaction);
}

export const deltaSource = ({ docNo, terms }: Omit<DeltaRow, 'sum'>): Source => {
  const blocks = [terms];
  return { base: docNo, next: async () => blocks.pop() ?? null };
};

const liveSegments = async (database: IDBDatabase): Promise<SegmentRow[]> => {
  const store = database.transaction('ftsSeg', 'readonly').objectStore('ftsSeg');
  const rows: SegmentRow[] = await readOfIndex(store.getAll());
  return rows.filter((row) => row.live === 1);
};

/** The lowest level that has enough segments. */
function fullLevel(segments: readonly SegmentRow[]): number | undefined {
  const levels = [...new Set(segments.map(({ level }) => level))].toSorted((a, b) => a - b);
  return levels.find((one) => segments.filter(({ level }) => level === one).length >= FAN_IN);
}

export const isMergeDue = async (database: IDBDatabase): Promise<boolean> =>
  (await answerOf(database.transaction('ftsDelta', 'readonly').objectStore('ftsDelta').count())) >= FAN_IN ||
  fullLevel(await liveSegments(database)) !== undefined;

/** What was saved since the last time → one segment, once there is enough of it. Answers whether there was. */
export async function mergeDeltas(database: IDBDatabase, least = FAN_IN): Promise<boolean> {
  const store = database.transaction('ftsDelta', 'readonly').objectStore('ftsDelta');
  if ((await answerOf(store.count())) < least) return false;
  const deltas: DeltaRow[] = await readOfIndex(store.getAll(null, MOST_DELTAS));
  const [first] = deltas;
  if (!first) return false;
  for (const row of deltas) checkDelta(row);
  await merge(database, {
    sources: deltas.map(deltaSource),
    level: levelFor(deltas.length),
    docs: deltas.length,
    base: first.docNo,
    async remove(transaction) {
      const pending = transaction.objectStore('ftsDelta');
      // Numbers only grow: nothing has come between these. Some may have been deleted meanwhile, and were counted then.
      const range = IDBKeyRange.bound(first.docNo, deltas.at(-1)?.docNo);
      const merged = await answerOf(pending.count(range));
      pending.delete(range);
      return { deltas: merged };
    },
  });
  return true;
}

/** Segments of one level → one of the next, if there are enough. Answers whether there were. */
export async function mergeLevel(database: IDBDatabase): Promise<boolean> {
  const live = await liveSegments(database);
  const level = fullLevel(live);
  if (level === undefined) return false;
  const inputs = live
    .filter((row) => row.level === level)
    .toSorted((a, b) => a.base - b.base)
    .slice(0, FAN_IN);
  for (const row of inputs) checkSegment(row);
  await merge(database, {
    sources: inputs.map((row) => segmentSource(database, row)),
    level: level + 1,
    docs: inputs.reduce((sum, { docs }) => sum + docs, 0),
    base: inputs[0]?.base ?? 0,
    async remove(transaction) {
      for (const { seg } of inputs) deleteSegment(transaction, seg);
      return { segments: inputs.length };
    },
  });
  return true;
}
