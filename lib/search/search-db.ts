/** What searching needs of the library's database: the texts, and the stores of the index. */
import type { Dexie, Table } from 'dexie';
import type { ArticleId, ArticleRow } from '../article';

/** The plain text of an article as it stands now. `docNo` is never given out twice: a changed text gets a new one. */
export type TextRow = { docNo: number; articleId: ArticleId; text: string };

/* `sum` is of the bytes of its row: see index/sound.ts. */

/** What a save adds to the index: one block (see index/block.ts) with the terms of one document. */
export type DeltaRow = { docNo: number; terms: Uint8Array; sum: number };

/** One block of a segment, at most some 24 KiB. */
export type BlockRow = { seg: number; n: number; bytes: Uint8Array; sum: number };

/** Many documents' terms in order, in numbered blocks. Never changed once it is live. */
export type SegmentRow = {
  seg: number;
  /** Segments of one level are merged into one of the next; see index/merge.ts. */
  level: number;
  /** 0 while its blocks are being written: a segment that no one finished is thrown away. */
  live: 0 | 1;
  docs: number;
  /** The document before its first one: postings count from here. */
  base: number;
  /** The first term of each block: length as a varint, then its bytes. */
  directory: Uint8Array;
  /** How many blocks there are. */
  blocks: number;
  sum: number;
};

/** Of each document of a page of 1,024: how long it is (0: there is none), and what state it is in. */
export type LengthRow = { page: number; lengths: Uint8Array; flags: Uint8Array; sum: number };

/** Of each document of a page: when it was saved, seconds since 1970; day of publication, since 1970; reading minutes. */
export type ColumnRow = {
  page: number;
  saved: Uint32Array;
  published: Uint16Array;
  minutes: Uint8Array;
  sum: number;
};

/** The number under which the index has the note to an article. */
export type NoteRow = { docNo: number; articleId: ArticleId };

/** How many there are: documents with a length, notes among them; rows of `ftsDelta`; segments that are live. */
export type IndexCounts = { documents: number; deltas: number; segments: number };

/**
 * `generation` changes with everything else; `version` says how the rest is to be read; `counts` tell what is lost;
 * `doubted`: a search could not be answered, and no one has looked over the index since; `unreadable`: articles whose
 * rows or texts could not be read when the index was made.
 */
export type IndexMetaRow =
  | { key: 'generation'; value: number }
  | { key: 'version'; value: string }
  | { key: 'counts'; value: IndexCounts }
  | { key: 'doubted'; value: true }
  | { key: 'unreadable'; value: number };

export type IndexDb = Dexie & {
  ftsDelta: Table<DeltaRow, number>;
  ftsBlk: Table<BlockRow, [number, number]>;
  ftsSeg: Table<SegmentRow, number, Omit<SegmentRow, 'seg'>>;
  ftsLen: Table<LengthRow, number>;
  ftsCol: Table<ColumnRow, number>;
  ftsNote: Table<NoteRow, number>;
  ftsMeta: Table<IndexMetaRow, string>;
};

export type SearchDb = IndexDb & {
  articles: Table<ArticleRow, ArticleId>;
  texts: Table<TextRow, number, Omit<TextRow, 'docNo'>>;
};
