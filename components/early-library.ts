declare global {
  interface Window {
    /** The raw connection that `entrypoints/early.ts` asked for, before any module of the page was there. */
    earlyLibrary?: Promise<IDBDatabase | null>;
  }
}

/** The connection that is opening since the page began; null where that script did not run. */
export const earlyLibrary = (page: Window): Promise<IDBDatabase | null> => page.earlyLibrary ?? Promise.resolve(null);
