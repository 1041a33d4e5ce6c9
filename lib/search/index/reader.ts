/** Reads the index through one connection, and remembers of it what the next key stroke needs again. */
import { type Entry, findEntries, walkBlock } from './block';
import { IndexDamagedError } from './bytes';
import { type Columns, blocksFor, generationOf, type IndexState, readColumns, readState, type Segment } from './state';
import type { BlockRow } from '../search-db';
import { readOfIndex, soundBytes } from './sound';

/** What a query reads; one transaction over all of it, so that every answer is of one moment. */
const STORES = [
  'ftsMeta',
  'ftsSeg',
  'ftsBlk',
  'ftsDelta',
  'ftsLen',
  'ftsCol',
  'ftsNote',
  'articles',
  'texts',
  'versions',
];

/** Blocks kept in memory: some 4 MB. */
const KEPT_BLOCKS = 256;

/** Of a prefix, blocks read in each segment: the word being typed is soon longer. */
const PREFIX_BLOCKS = 48;

/** Blocks of a segment that are looked through for words like one that is not there. */
const DICTIONARY_BLOCKS = 200;

/** A term of the index, or the beginning of terms. */
export type Key = { bytes: Uint8Array; prefix: boolean };

/** Postings of a key: where they stand, and from which document they count. */
export type Found = { bytes: Uint8Array; base: number; entries: Entry[] };

export type Snapshot = {
  transaction: IDBTransaction;
  state: IndexState;
  /** Postings of each key, in the order of the keys. */
  find: (keys: readonly Key[]) => Promise<Found[][]>;
  columns: () => Promise<Columns>;
  /** What was made under this name since the library changed last, or what `make` makes. */
  remember: (name: string, make: () => Promise<Uint8Array>) => Promise<Uint8Array>;
  /** Shows all terms that begin with some bytes, each with its number of documents there; a term comes several times. */
  terms: (prefix: Uint8Array, visit: (term: Uint8Array, count: number) => void) => Promise<void>;
};

export type IndexReader = {
  /** Rejects with `IndexUnusableError` or `IndexDamagedError`, with the signal's reason, or with the database's error. */
  read: <T>(work: (snapshot: Snapshot) => Promise<T>, signal?: AbortSignal) => Promise<T>;
};

type Kept = { state: IndexState; columns: Columns | null; made: Map<string, Uint8Array> };

export function indexReader(database: IDBDatabase): IndexReader {
  const blocks = new Map<string, Uint8Array>();
  /** What was read last. Queries overlap: each goes on with what it began with. */
  let kept: Kept | null = null;

  const refresh = async (transaction: IDBTransaction): Promise<Kept> => {
    const last = kept;
    if (last && last.state.generation === (await generationOf(transaction))) return last;
    return (kept = { state: await readState(transaction), columns: null, made: new Map() });
  };

  const blockOf = async (transaction: IDBTransaction, { seg }: Segment, n: number): Promise<Uint8Array> => {
    const name = `${seg}:${n}`;
    const kept = blocks.get(name);
    const bytes = kept ?? (await readBlock(transaction, seg, n));
    // Set anew, it is the last to be forgotten.
    blocks.delete(name);
    blocks.set(name, bytes);
    if (blocks.size > KEPT_BLOCKS) for (const oldest of blocks.keys()) return (blocks.delete(oldest), bytes);
    return bytes;
  };

  const findOne = async (transaction: IDBTransaction, { segments, deltas }: IndexState, key: Key): Promise<Found[]> => {
    const found = await Promise.all(
      segments.flatMap((segment) =>
        blocksFor(segment, key.bytes, key.prefix, key.prefix ? PREFIX_BLOCKS : Infinity).map(async (n) => {
          const bytes = await blockOf(transaction, segment, n);
          return { bytes, base: segment.base, entries: findEntries(bytes, key.bytes, key.prefix) };
        }),
      ),
    );
    const fresh = deltas.map(({ docNo, terms }) => ({
      bytes: terms,
      base: docNo,
      entries: findEntries(terms, key.bytes, key.prefix),
    }));
    return [...found, ...fresh].filter(({ entries }) => entries.length > 0);
  };

  const showTerms: (
    transaction: IDBTransaction,
    state: IndexState,
    prefix: Uint8Array,
    visit: (term: Uint8Array, count: number) => void,
  ) => Promise<void> = async (transaction, { segments, deltas }, prefix, visit) => {
    const show = (bytes: Uint8Array): void => {
      for (const { term, entry } of walkBlock(bytes))
        if (prefix.every((byte, i) => term[i] === byte)) visit(term, entry.count);
    };
    for (const segment of segments)
      for (const n of blocksFor(segment, prefix, true, DICTIONARY_BLOCKS))
        show(blocks.get(`${segment.seg}:${n}`) ?? (await readBlock(transaction, segment.seg, n)));
    for (const { terms } of deltas) show(terms);
  };

  return {
    async read(work, signal) {
      signal?.throwIfAborted();
      const transaction = database.transaction(STORES, 'readonly');
      const stop = (): void => {
        try {
          transaction.abort();
        } catch {
          // It has ended by itself.
        }
      };
      signal?.addEventListener('abort', stop, { once: true });
      try {
        const current = await refresh(transaction);
        const { state } = current;
        return await work({
          transaction,
          state,
          find: (keys) => Promise.all(keys.map((key) => findOne(transaction, state, key))),
          terms: (prefix, visit) => showTerms(transaction, state, prefix, visit),
          async remember(name, make) {
            const made = current.made.get(name) ?? (await make());
            current.made.set(name, made);
            return made;
          },
          columns: async () => (current.columns ??= await readColumns(transaction, state)),
        });
      } catch (error) {
        signal?.throwIfAborted();
        throw error;
      } finally {
        signal?.removeEventListener('abort', stop);
      }
    },
  };
}

async function readBlock(transaction: IDBTransaction, seg: number, n: number): Promise<Uint8Array> {
  const row: BlockRow | undefined = await readOfIndex(transaction.objectStore('ftsBlk').get([seg, n]));
  if (!row) throw new IndexDamagedError(`Block ${n} of segment ${seg} is missing.`);
  return soundBytes(row.bytes, row.sum, `Block ${n} of segment ${seg}`);
}
