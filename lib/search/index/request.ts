/** IndexedDB without a library between: what a cold popup has no time for. */
import { isUnreadable } from '../unreadable';

/** Resolves with a request's result. The transaction stays open as long as the next request is made at once. */
export const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });

/** As `answerOf`; nothing where the disk has lost a value, over which the transaction's other requests do not fail. */
export const answerIfReadable = <T>(request: IDBRequest<T>): Promise<T | undefined> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', (event) => {
      if (!isUnreadable(request.error)) return reject(request.error);
      event.preventDefault();
      resolve(undefined);
    });
  });

/** Resolves when a transaction has committed. */
export const committed = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('The transaction was aborted.')));
  });
