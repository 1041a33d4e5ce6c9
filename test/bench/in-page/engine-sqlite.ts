import type { ArticleRow } from '../../../lib/article.ts';
import type { Engine } from './peer-search.ts';
import { matchOf } from './sqlite-index.ts';
import { sqliteOver } from './sqlite-messages.ts';

/** Articles and texts stand in its own tables: one message brings all that a row shows. */
export async function open(): Promise<Engine> {
  const sqlite = sqliteOver(new Worker(new URL('./sqlite-worker.ts', import.meta.url), { type: 'module' }));
  return async (terms, limit) => {
    const { total, rows } = await sqlite({ kind: 'find', match: matchOf(terms), limit });
    return { total, docs: rows.map(([row, text]) => ({ row: JSON.parse(row) as ArticleRow, text })) };
  };
}
