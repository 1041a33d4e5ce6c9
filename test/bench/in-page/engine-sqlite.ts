import type { ArticleRow } from '../../../lib/article.ts';
import { peerKeys } from './peer-keys.ts';
import type { Engine } from './peer-search.ts';
import { sqliteOver } from './sqlite-messages.ts';
import type { Term } from '../../../lib/search/query/query.ts';

/** A run of bigrams is a phrase: FTS5 knows places, so that no text need be looked at. */
function matchOf(term: Term): string {
  const keys = peerKeys(term);
  return `"${keys.map(({ token }) => token).join(' ')}"${keys.at(-1)?.prefix ? ' *' : ''}`;
}

/** Articles and texts stand in its own tables: one message brings all that a row shows. */
export async function open(): Promise<Engine> {
  const sqlite = sqliteOver(new Worker(new URL('./sqlite-worker.ts', import.meta.url), { type: 'module' }));
  return async (terms, limit) => {
    const match = terms.map(matchOf).join(' AND ');
    const { total, rows } = await sqlite({ kind: 'find', match, limit });
    return { total, docs: rows.map(([row, text]) => ({ row: JSON.parse(row) as ArticleRow, text })) };
  };
}
