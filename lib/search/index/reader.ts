/** Reads the index through one connection, and remembers of it what the next key stroke needs again. */
import { type Entry, findEntries, walkBlock } from './block';
import { blockCache, readBlocks } from './block-cache';
import { blocksFor } from './directory';
import { type Columns, generationOf, type IndexState, readColumns, readState } from './state';

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

/** Of a prefix, blocks read in each segment: the word being typed is soon longer. */
const PREFIX_BLOCKS = 144;

/** Blocks of a segment that are looked through for words like one that is not there. */
const DICTIONARY_BLOCKS = 600;
/** Of these, in one request. */
const AT_ONCE = 64;

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
  remember: (name: string, make: () => Promise<Uint32Array>) => Promise<Uint32Array>;
  /** Shows all terms that begin with some bytes, each with its number of documents there; a term comes several times. */
  terms: (prefix: Uint8Array, visit: (term: Uint8Array, count: number) => void) => Promise<void>;
};

export type IndexReader = {
  /** Rejects with `IndexUnusableError` or `IndexDamagedError`, with the signal's reason, or with the database's error. */
  read: <T>(work: (snapshot: Snapshot) => Promise<T>, signal?: AbortSignal) => Promise<T>;
};

type Kept = { state: IndexState; columns: Columns | null; made: Map<string, Uint32Array> };

export function indexReader(database: IDBDatabase): IndexReader {
  const blocks = blockCache();
  /** What was read last. Queries overlap: each goes on with what it began with. */
  let kept: Kept | null = null;

  const refresh = async (transaction: IDBTransaction): Promise<Kept> => {
    const last = kept;
    if (last && last.state.generation === (await generationOf(transaction))) return last;
    return (kept = { state: await readState(transaction), columns: null, made: new Map() });
  };

  const findOne = async (transaction: IDBTransaction, { segments, deltas }: IndexState, key: Key): Promise<Found[]> => {
    const most = key.prefix ? PREFIX_BLOCKS : Infinity;
    const found = await Promise.all(
      segments.map(async ({ seg, base, directory }) => {
        const numbers = blocksFor(directory, key.bytes, key.prefix, most);
        const read = await blocks(transaction, seg, numbers);
        return read.map((bytes) => ({ bytes, base, entries: findEntries(bytes, key.bytes, key.prefix) }));
      }),
    );
    const fresh = deltas.map(({ docNo, terms }) => ({
      bytes: terms,
      base: docNo,
      entries: findEntries(terms, key.bytes, key.prefix),
    }));
    return [...found.flat(), ...fresh].filter(({ entries }) => entries.length > 0);
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
    for (const { seg, directory } of segments) {
      const numbers = blocksFor(directory, prefix, true, DICTIONARY_BLOCKS);
      for (let i = 0; i < numbers.length; i += AT_ONCE) {
        const some = numbers.slice(i, i + AT_ONCE);
        for (const bytes of await readBlocks(transaction, seg, some[0] ?? 0, some.at(-1) ?? 0)) show(bytes);
      }
    }
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
