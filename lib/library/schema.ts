/** The stores of the library, version by version, and their rows. */
import type { Table } from 'dexie';
import type { ArticleBody, ArticleId, Stamp } from '../article';
import type { SearchDb } from '../search/search-db';

/** An earlier state of an article that was saved again with other content. */
export type VersionRow = {
  articleId: ArticleId;
  /** Counted up from 1, the oldest. */
  n: number;
  /** When this state had been saved, milliseconds. */
  savedAt: number;
  title: string;
  byline: string | null;
  source: string | null;
  publishedAt: string | null;
  contentHash: string;
  text: string;
  body: ArticleBody;
};

/** A picture, stored once under the SHA-256 of its bytes, whoever shows it. */
export type PictureRow = { hash: string; blob: Blob };

/** Which article shows which picture. `failed` says why there is none (a code, not a text for the user). */
export type PictureUseRow =
  | { articleId: ArticleId; url: string; hash: string }
  | { articleId: ArticleId; url: string; failed: string };

/** Work that must survive the worker's death: one picture still to be fetched. */
export type PictureJob = {
  id: string;
  kind: 'picture';
  articleId: ArticleId;
  url: string;
  /** The page that showed it; some servers ask for it. */
  pageUrl: string;
  /** How often it was tried in vain. */
  attempts: number;
  /** Not before this time, milliseconds. */
  dueAt: number;
  /** The user asked for this very picture: fetched also where pictures are not kept. */
  wanted?: true;
};

/** What the user decided about one site: for a block a host, with its port if it has one; for the others a host without. */
export type SiteRuleRow = {
  site: string;
  /** A selector: the article of every page of this site is what it matches. */
  block?: string;
  /** Its pages are not looked at: the button stays dark. */
  detectionOff?: true;
  /** Its articles open in the clean view without a click. */
  openByItself?: true;
  /** One for each field, also for one that was taken back. */
  stamps: Record<string, Stamp>;
};

/** What the user decided about a keyword of articles still to come, under its key (`keywordKey`). */
export type TermPrefRow = {
  key: string;
  /** As it was spelled. */
  term: string;
  /** Not given any more. */
  removed?: true;
  /** Given under this name. */
  as?: string;
  /** One for each field, also for one that was taken back. */
  stamps: Record<string, Stamp>;
};

/** What is left of an article that was removed for good, so that no other copy of the library brings it back. */
export type DeletedRow = { id: ArticleId; urlKeys: string[]; stamp: Stamp };

/** Single values by name, such as the clock. */
export type KvRow = { key: string; value: unknown };

export type LibraryDb = SearchDb & {
  bodies: Table<ArticleBody, ArticleId>;
  versions: Table<VersionRow, [ArticleId, number]>;
  pictures: Table<PictureRow, string>;
  pictureUses: Table<PictureUseRow, [ArticleId, string]>;
  jobs: Table<PictureJob, string>;
  siteRules: Table<SiteRuleRow, string>;
  termPrefs: Table<TermPrefRow, string>;
  deleted: Table<DeletedRow, ArticleId>;
  kv: Table<KvRow, string>;
};

/** Version → its stores. A version that has been released is never edited: the next one is added below it. */
export const SCHEMAS: Record<number, Record<string, string>> = {
  1: {
    // `id` ends the compound index so that a page of a list can start right after a row, also among equal times.
    articles: 'id, &docNo, *urlKeys, *tags, *keywords, [state+savedAt+id]',
    bodies: 'articleId',
    versions: '[articleId+n]',
    texts: '++docNo',
    pictures: 'hash',
    pictureUses: '[articleId+url], hash',
    jobs: 'id, [kind+dueAt]',
    kv: 'key',
  },
  2: {
    siteRules: 'site',
  },
  3: {
    // `listed` (see listing.ts) takes the place of the indexes of tags and keywords, which could not sort by date.
    articles: 'id, &docNo, *urlKeys, *listed, [state+savedAt+id]',
    deleted: 'id',
  },
  4: {
    // The index of texts (see lib/search/index): derived from the rest, built after the upgrade.
    ftsDelta: 'docNo',
    ftsBlk: '[seg+n]',
    ftsSeg: '++seg',
    ftsLen: 'page',
    ftsCol: 'page',
    ftsNote: 'docNo, &articleId',
    ftsMeta: 'key',
  },
  5: {
    termPrefs: 'key',
  },
};

export const SCHEMA_VERSION = Math.max(...Object.keys(SCHEMAS).map(Number));
