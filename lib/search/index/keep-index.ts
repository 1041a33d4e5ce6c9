/** Looking after the index: one at a time, whoever comes first. */
import type { IndexMetaRow } from '../search-db';
import { IndexDamagedError } from './bytes';
import { isMergeDue, mergeDeltas, mergeLevel } from './merge';
import { lookOver } from './look-over';
import { rebuildIndex, type RebuildOptions, segmentsUnderWay } from './rebuild';
import { answerOf, committed } from './request';
import { bumpGeneration, dropUnfinished, writing } from './segments';
import { INDEX_VERSION } from './version';

/** The name of the lock under which anyone changes segments. */
const INDEX_LOCK = 'quietpage-index';

export type KeepOptions = {
  /** Makes the index anew though nothing is wrong with it. */
  anew?: boolean;
  /** A search could not be answered from it: all of it is read to find out why. */
  doubted?: boolean;
  /** Waits until no one else works on it; else what is under way is left to them. */
  wait?: boolean;
} & RebuildOptions;

async function isOfThisVersion(database: IDBDatabase): Promise<boolean> {
  const meta = database.transaction('ftsMeta', 'readonly').objectStore('ftsMeta');
  const version: { value: string } | undefined = await answerOf(meta.get('version'));
  return version?.value === INDEX_VERSION;
}

const needsRebuild = async (database: IDBDatabase): Promise<boolean> =>
  !(await isOfThisVersion(database)) || (await segmentsUnderWay(database)) !== null;

async function forget(database: IDBDatabase, key: 'rebuild' | 'doubted'): Promise<void> {
  const transaction = writing(database, ['ftsMeta']);
  transaction.objectStore('ftsMeta').delete(key);
  await committed(transaction);
}

/** From now on every text is read at each query, until the index is made anew. */
async function condemnIndex(database: IDBDatabase): Promise<void> {
  const transaction = writing(database, ['ftsMeta']);
  transaction.objectStore('ftsMeta').put({ key: 'version', value: 'damaged' });
  for (const key of ['rebuild', 'counts']) transaction.objectStore('ftsMeta').delete(key);
  await bumpGeneration(transaction);
  await committed(transaction);
}

/** Stays until the index was looked over: whoever is told of a doubt may die, or find someone else at work. */
async function noteDoubt(database: IDBDatabase): Promise<void> {
  const transaction = writing(database, ['ftsMeta']);
  transaction.objectStore('ftsMeta').put({ key: 'doubted', value: true } satisfies IndexMetaRow);
  await committed(transaction);
}

const isDoubted = async (database: IDBDatabase): Promise<boolean> =>
  (await answerOf(database.transaction('ftsMeta', 'readonly').objectStore('ftsMeta').count('doubted'))) > 0;

/** Stopped, a rebuild of an index that answers is given up; one that is needed goes on later. */
async function rebuild(database: IDBDatabase, options: RebuildOptions): Promise<void> {
  try {
    await rebuildIndex(database, options);
  } catch (error) {
    if (options.signal?.aborted && (await isOfThisVersion(database))) {
      await forget(database, 'rebuild');
      await dropUnfinished(database, () => false);
    }
    throw error;
  }
}

async function work(database: IDBDatabase, { anew = false, ...options }: KeepOptions): Promise<void> {
  const kept = (await segmentsUnderWay(database)) ?? [];
  await dropUnfinished(database, ({ seg }) => kept.includes(seg));
  const doubted = await isDoubted(database);
  if (anew || (await needsRebuild(database))) await rebuild(database, options);
  else if (doubted || (await isMergeDue(database))) await lookOver(database, { blocks: doubted });
  if (doubted) await forget(database, 'doubted');
  while (!options.signal?.aborted && ((await mergeDeltas(database)) || (await mergeLevel(database))));
}

/**
 * Merges what is to be merged and rebuilds what is missing, damaged or of another version. May be called at any time, by
 * anyone, and be killed at any line. Answers whether all is done; false when someone else is at it.
 */
export async function keepIndex(
  database: IDBDatabase,
  locks: LockManager,
  options: KeepOptions = {},
): Promise<boolean> {
  const { doubted = false, wait = false, signal } = options;
  if (doubted) await noteDoubt(database);
  const take = wait ? { ...(signal && { signal }) } : { ifAvailable: true };
  return locks.request(INDEX_LOCK, take, async (lock) => {
    if (!lock) return false;
    try {
      await work(database, options);
    } catch (error) {
      if (!(error instanceof IndexDamagedError)) throw error;
      await condemnIndex(database);
      await work(database, options);
    }
    return true;
  });
}
