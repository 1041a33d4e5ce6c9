/**
 * The noun that all parts share: an article as it was read from a page (`Extracted`),
 * and as it stands in the library (`ArticleRow`, `ArticleBody`).
 */

/** ULID made at the first save; never changed. */
export type ArticleId = string;

/** The header fields whose origin is kept, so that the provenance card can say where each was read. */
export type ProvenanceField =
  | 'title'
  | 'byline'
  | 'editor'
  | 'source'
  | 'publishedAt'
  | 'updatedAt'
  | 'lang'
  | 'canonicalUrl'
  | 'leadImage'
  | 'keywords';

/** Field → where its value was read, for example `h1`, `json-ld`, `meta article:published_time`, `line near headline`. */
export type Provenance = Partial<Record<ProvenanceField, string>>;

/** One entry of the receipt: a block that a pass took out of the article. */
export type RemovedPart = {
  /** Name of the pass, equal to its file name, for example `repeated-summary`. */
  pass: string;
  /** Why, in English, for logs and corpus runs; the reader shows a translated text chosen by `pass`. */
  reason: string;
  text: string;
  /** Sanitised markup of the block, so that it can be looked at and put back. */
  html: string;
  /**
   * Where it stood: path of element-child indexes in the clean article.
   * The last number is the index at which to insert; put back in reverse order of the receipt.
   */
  at: number[];
  /** The user put it back: it stands in the article again, under `data-put-back` with its number in the receipt. */
  putBack?: true;
};

/** What extraction returns: clean article plus everything its header told. Plain data, fit for a message. */
export type Extracted = {
  /** Address of the page, as the browser shows it. */
  url: string;
  canonicalUrl: string | null;
  title: string;
  byline: string | null;
  editor: string | null;
  /** 来源 of a Chinese page, else the site's name. */
  source: string | null;
  /** ISO 8601: `2022-09-08`, `2022-09-08T08:53:26` (zone unknown) or with a zone. */
  publishedAt: string | null;
  updatedAt: string | null;
  /** BCP 47, for example `zh-CN`; empty when unknown. */
  lang: string;
  dir: 'ltr' | 'rtl';
  leadImage: string | null;
  /** First sentences of the body, at most 200 characters. */
  excerpt: string;
  /** The page's own keywords exactly as read; filtering is the work of `lib/keywords`. */
  declaredKeywords: string[];
  /** Sanitised markup of the article body; picture addresses are absolute and stand in `src`. */
  html: string;
  /** Plain body text, one block a line. */
  text: string;
  /** Absolute addresses of the pictures in the body, reading order, each once. */
  images: string[];
  /** Reading minutes, at least 1. */
  minutes: number;
  removed: RemovedPart[];
  provenance: Provenance;
  /** Number of the first further page that belongs to the article and could not be had. */
  lackingPage?: number;
};

/** `declared` by the page, `found` in the text, or added by the `user`. */
export type KeywordOrigin = 'declared' | 'found' | 'user';

export type Keyword = {
  term: string;
  origin: KeywordOrigin;
  /** 0 to 1, comparable within one article only. */
  weight: number;
  /** Where it was read or found: `meta`, `json-ld`, `line`, `title`, `text`. */
  where: string;
};

export type ArticleState = 'inbox' | 'archive' | 'trash';

/** Hybrid logical clock, sortable as text: `<milliseconds, 15 digits>-<counter, 4>-<device>`. */
export type Stamp = string;

/** Place in an article: index of the block (paragraph, heading, item, figure) in reading order and the part of it scrolled by. */
export type ReadingPosition = { block: number; within: number; /** 0–1 of the whole. */ fraction: number };

/** One entry of the index of lists: articles under a label, by state, by date. */
export type Listing = [
  label: 'unread' | 'favourite' | `tag:${string}` | `keyword:${string}` | `own:${string}`,
  state: ArticleState,
  savedAt: number,
];

/** All that a list row needs; small, since lists load thousands of them. */
export type ArticleRow = {
  id: ArticleId;
  url: string;
  /** Every normalised address it is known by; see `lib/dedupe`. */
  urlKeys: string[];
  title: string;
  byline: string | null;
  source: string | null;
  lang: string;
  dir: 'ltr' | 'rtl';
  publishedAt: string | null;
  /** Milliseconds since 1970. */
  savedAt: number;
  minutes: number;
  state: ArticleState;
  /** Where it was before the trash, if not in the inbox. Says nothing about an article that is not in the trash. */
  trashedFrom?: 'archive';
  /** Milliseconds of the first opening; absent while unread. */
  openedAt?: number;
  favourite: 0 | 1;
  tags: string[];
  /** Those that the article has now: of the save, and of the user. */
  keywords: string[];
  note: string;
  position?: ReadingPosition;
  leadImage: string | null;
  excerpt: string;
  docNo: number;
  contentHash: string;
  fingerprint: string;
  /**
   * One stamp per user-editable field (`state`, `favourite`, `note`, `position`, `tag:<name>`, `keyword:<name>` …),
   * and `content` for all that a save brings.
   */
  stamps: Record<string, Stamp>;
  /** The last saves and what each did, so that a save that is sent again counts once and gets the same answer. */
  saves: { saveId: string; status: 'created' | 'updated' | 'unchanged' }[];
  /** Derived from the rest by the library at every write; nobody else sets it or reads it. */
  listed?: Listing[];
};

/** The heavy part of a saved article, read only when it is opened. */
export type ArticleBody = {
  articleId: ArticleId;
  html: string;
  removed: RemovedPart[];
  provenance: Provenance;
  /** What the save brought; what the user did to keywords stands in the row. */
  keywords: Keyword[];
  canonicalUrl: string | null;
  editor: string | null;
  updatedAt: string | null;
  declaredKeywords: string[];
  images: string[];
};
