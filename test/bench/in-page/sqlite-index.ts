/** SQLite's tables, and how texts and queries become its own. */
import type { Term } from '../../../lib/search/query/query.ts';
import type { Searched } from '../search-article.ts';
import { peerKeys, tokensOf } from './peer-keys.ts';
import type { SqliteDocument } from './sqlite-messages.ts';

/** Two lengths of prefixes have an index of their own, as its documentation advises for what is typed. */
export const SCHEMA = `
  CREATE TABLE IF NOT EXISTS docs(docNo INTEGER PRIMARY KEY, row TEXT, text TEXT);
  CREATE VIRTUAL TABLE IF NOT EXISTS fts USING fts5(title, text, labels, source, byline, content='',
    contentless_delete=1, prefix='1 2', tokenize="unicode61 remove_diacritics 0");
  INSERT INTO fts(fts, rank) VALUES('rank', 'bm25(5.0, 1.0, 7.0, 3.0, 3.0)');`;

export const INSERT = 'INSERT INTO fts(rowid, title, text, labels, source, byline) VALUES(?, ?, ?, ?, ?, ?)';

export const BEST = 'SELECT rowid, rank FROM fts WHERE fts MATCH ? ORDER BY rank LIMIT ?';

const split = (...texts: string[]): string => tokensOf(texts.join('\n')).join(' ');

export const fieldsOf = ({ title, text, keywords, source, byline }: Searched): SqliteDocument['fields'] => [
  split(title),
  split(text),
  split(...keywords),
  split(source),
  split(byline),
];

/** A run of bigrams is a phrase: FTS5 knows places, so that no text need be looked at. */
function phraseOf(term: Term): string {
  const keys = peerKeys(term);
  return `"${keys.map(({ token }) => token).join(' ')}"${keys.at(-1)?.prefix ? ' *' : ''}`;
}

export const matchOf = (terms: readonly Term[]): string => terms.map(phraseOf).join(' AND ');
