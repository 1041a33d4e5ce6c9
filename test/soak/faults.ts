/**
 * Makes IndexedDB fail on purpose. Works on the classes of fake-indexeddb: whatever opens a database in this process is
 * counted and struck.
 */

/**
 * An error's name: the `at`-th write fails with it and takes its transaction with it. `killed before commit`: at that
 * write everything stops. `killed after commit`: everything stops as soon as the `at`-th transaction that may write
 * has committed, before anyone hears of it.
 */
export type Fault = {
  how: 'QuotaExceededError' | 'AbortError' | 'UnknownError' | 'killed before commit' | 'killed after commit';
  at: number;
};

export const FAULTS = [
  'QuotaExceededError',
  'AbortError',
  'UnknownError',
  'killed before commit',
  'killed after commit',
] as const satisfies Fault['how'][];

export type Faults = {
  arm: (fault: Fault) => void;
  /** Whether the fault struck. From now on everything works again. */
  disarm: () => boolean;
  /** Writes and committed transactions since this was last asked. */
  counted: () => { writes: number; commits: number };
  /** Takes the original methods back. */
  remove: () => void;
};

/** fake-indexeddb's way to fail a transaction with an error of its own. */
type Abortable = IDBTransaction & { _abort: (name: string) => void };

const WRITES = ['put', 'add', 'delete'] as const;

export function injectFaults(): Faults {
  let fault: Fault | null = null;
  let struck = false;
  let dead = false;
  let writes = 0;
  let commits = 0;

  const ghost = () => new DOMException('This process was killed.', 'AbortError');
  const store = IDBObjectStore.prototype;
  const originals = WRITES.map((name) => [name, store[name]] as const);
  const { transaction } = IDBDatabase.prototype;

  const strike = (target: IDBTransaction, how: Fault['how']): void => {
    struck = true;
    dead = how === 'killed before commit';
    (target as Abortable)._abort(dead ? 'AbortError' : how);
  };

  for (const [name, original] of originals) {
    const write = function (this: IDBObjectStore, ...given: unknown[]): IDBRequest {
      if (dead) throw ghost();
      writes += 1;
      const request = Reflect.apply(original, this, given) as IDBRequest;
      if (fault && fault.how !== 'killed after commit' && !struck && writes === fault.at)
        strike(this.transaction, fault.how);
      return request;
    };
    Object.assign(store, { [name]: write });
  }

  IDBDatabase.prototype.transaction = function (...given: Parameters<typeof transaction>) {
    if (dead) throw ghost();
    const opened = Reflect.apply(transaction, this, given);
    if (given[1] === 'readwrite')
      opened.addEventListener('complete', () => {
        commits += 1;
        if (fault?.how !== 'killed after commit' || struck || commits !== fault.at) return;
        struck = true;
        dead = true;
      });
    return opened;
  };

  const reset = () => ((writes = 0), (commits = 0));
  return {
    arm: (next) => (reset(), (struck = false), void (fault = next)),
    disarm: () => ((fault = null), (dead = false), struck),
    counted() {
      const counted = { writes, commits };
      reset();
      return counted;
    },
    remove() {
      for (const [name, original] of originals) Object.assign(store, { [name]: original });
      IDBDatabase.prototype.transaction = transaction;
    },
  };
}
