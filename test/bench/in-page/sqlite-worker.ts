/** SQLite FTS5 in a worker, in the origin's private file system by the pool of access handles: its fastest way to store. */
import sqlite3InitModule from '@sqlite.org/sqlite-wasm';
import { BEST, INSERT, SCHEMA } from './sqlite-index.ts';
import type { SqliteAnswer, SqliteAsk } from './sqlite-messages.ts';

const FIND = `SELECT d.row, d.text FROM (${BEST}) AS best JOIN docs AS d ON d.docNo = best.rowid ORDER BY best.rank`;

async function openDatabase() {
  const sqlite = await sqlite3InitModule();
  const pool = await sqlite.installOpfsSAHPoolVfs({ name: 'quietpage-bench' });
  return new pool.OpfsSAHPoolDb('/bench.sqlite3');
}

const opened = openDatabase();

async function answer(ask: SqliteAsk): Promise<SqliteAnswer> {
  const db = await opened;
  if (ask.kind === 'find') {
    const rows = db.exec({ sql: FIND, bind: [ask.match, ask.limit], returnValue: 'resultRows' });
    const total = Number(db.selectValue('SELECT count(*) FROM fts WHERE fts MATCH ?', [ask.match]));
    return { total, rows: rows.map(([row, text]) => [String(row), String(text)]) };
  }
  if (ask.kind === 'begin') db.exec(SCHEMA);
  else if (ask.kind === 'optimize') db.exec("INSERT INTO fts(fts) VALUES('optimize')");
  else if (ask.kind === 'close') db.close();
  else
    db.transaction(() => {
      for (const { docNo, row, text, fields } of ask.documents) {
        db.exec({ sql: 'INSERT INTO docs VALUES(?, ?, ?)', bind: [docNo, row, text] });
        db.exec({ sql: INSERT, bind: [docNo, ...fields] });
      }
    });
  const size = Number(
    db.isOpen() && db.selectValue('SELECT page_count * page_size FROM pragma_page_count, pragma_page_size'),
  );
  return { total: size, rows: [] };
}

addEventListener('message', ({ data: { id, ask } }: MessageEvent<{ id: number; ask: SqliteAsk }>) => {
  answer(ask).then(
    (answer) => postMessage({ id, answer }),
    (error: unknown) => postMessage({ id, error: String(error) }),
  );
});
