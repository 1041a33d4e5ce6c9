import { type Signal, signal } from '@preact/signals';
import { liveQuery } from 'dexie';

export type LiveSignal<T> = {
  /** The latest result; `initial` until the first. */
  value: Signal<T>;
  /** Why the query failed, `null` while it works; the last good value stays. */
  error: Signal<unknown>;
  stop: () => void;
};

/** A query whose result follows every change of the library, whoever makes it. For pages only: the worker never watches. */
export function liveSignal<T>(query: () => T | Promise<T>, initial: T): LiveSignal<T> {
  const value = signal(initial);
  const error = signal<unknown>(null);
  const subscription = liveQuery(query).subscribe({
    next: (result) => {
      value.value = result;
      error.value = null;
    },
    error: (reason: unknown) => {
      error.value = reason;
    },
  });
  return { value, error, stop: () => subscription.unsubscribe() };
}
