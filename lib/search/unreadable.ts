/** Chromium's “Failed to read large IndexedDB value”, a file that is gone, an error of the disk. */
const UNREADABLE = new Set(['DataError', 'NotReadableError', 'NotFoundError', 'UnknownError']);

/** Is a value there that the disk has lost? Dexie puts the browser's own error into another one. */
export function isUnreadable(error: unknown): boolean {
  const { name, inner } = (error ?? {}) as { name?: string; inner?: { name?: string } };
  return UNREADABLE.has(inner?.name ?? name ?? '');
}
