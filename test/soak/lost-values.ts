/**
 * A disk that loses values: a row that says `lost` is there, and every reading of it fails, as Chromium's do when the file
 * of a large value is gone. Works on the classes of fake-indexeddb.
 */
import { committed } from '../../lib/search/index/request';

type Operation = { operation: () => unknown };
type Executing = { _execRequestAsync: (obj: Operation) => IDBRequest };

const isLost = (value: unknown): boolean => typeof value === 'object' && value !== null && 'lost' in value;

/** Answers how to take the original methods back. */
export function loseValues(): () => void {
  const transaction = IDBTransaction.prototype as unknown as Executing;
  const original = transaction._execRequestAsync;
  transaction._execRequestAsync = function (this: Executing, request) {
    const operation = (): unknown => {
      const result = request.operation();
      if (isLost(result) || (Array.isArray(result) && result.some(isLost)))
        throw new DOMException('Failed to read large IndexedDB value', 'DataError');
      return result;
    };
    return original.call(this, { ...request, operation });
  };
  return () => void (transaction._execRequestAsync = original);
}

/** From now on the values of these keys cannot be read, until others are written in their place. */
export async function lose(database: IDBDatabase, name: string, keys: readonly IDBValidKey[]): Promise<void> {
  const transaction = database.transaction(name, 'readwrite');
  const store = transaction.objectStore(name);
  for (const key of keys) {
    const request: IDBRequest<object> = store.get(key);
    request.addEventListener('success', () => void store.put({ ...request.result, lost: true }));
  }
  await committed(transaction);
}
