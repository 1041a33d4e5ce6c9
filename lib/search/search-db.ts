import type { Dexie, Table } from 'dexie';
import type { ArticleId, ArticleRow } from '../article';

/** The plain text of an article as it stands now. `docNo` is never given out twice: a changed text gets a new one. */
export type TextRow = { docNo: number; articleId: ArticleId; text: string };

/** What searching needs of the library's database. */
export type SearchDb = Dexie & {
  articles: Table<ArticleRow, ArticleId>;
  texts: Table<TextRow, number, Omit<TextRow, 'docNo'>>;
};
