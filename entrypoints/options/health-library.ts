/** The library as the health panel sees it: open, or why not. */
import { signal } from '@preact/signals';
import { failureOf, type ListFailure } from '../../lib/library/list-failure';
import { openLibrary } from '../../lib/library/open';

/** `opening` until it is known; `outdated` when a newer build took the library over while this page was open. */
export type LibraryState = 'opening' | 'ready' | 'outdated' | ListFailure;

export const libraryState = signal<LibraryState>('opening');

export const db = openLibrary('quietpage', {
  onBlocked: () => (libraryState.value = 'blocked'),
  onOutdated: () => (libraryState.value = 'outdated'),
});

db.open().then(
  () => (libraryState.value = 'ready'),
  (error: unknown) => (libraryState.value = failureOf(error, 'open')),
);
