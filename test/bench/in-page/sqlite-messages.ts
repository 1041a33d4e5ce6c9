export type SqliteDocument = {
  docNo: number;
  row: string;
  text: string;
  fields: [string, string, string, string, string];
};

export type SqliteAsk =
  | { kind: 'find'; match: string; limit: number }
  | { kind: 'insert'; documents: SqliteDocument[] }
  | { kind: 'begin' }
  | { kind: 'optimize' }
  | { kind: 'close' };

/** `total`: of hits; else the size of the database in bytes. */
export type SqliteAnswer = { total: number; rows: [row: string, text: string][] };

export type Sqlite = (ask: SqliteAsk) => Promise<SqliteAnswer>;

/** Calls to a worker, in any number at a time. */
export function sqliteOver(worker: Worker): Sqlite {
  const waiting = new Map<number, { resolve: (answer: SqliteAnswer) => void; reject: (error: Error) => void }>();
  let last = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<{ id: number; answer: SqliteAnswer; error?: string }>) => {
    const asker = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.error === undefined) asker?.resolve(data.answer);
    else asker?.reject(new Error(data.error));
  });
  return (ask) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      worker.postMessage({ id: last, ask }, []);
    });
}
