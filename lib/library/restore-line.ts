/** Lines of a backup, checked before anything of them is believed. Markup is not looked at here: it is sanitised when it is shown. */
import * as v from 'valibot';
import type { ArticleBody, Keyword, RemovedPart } from '../article';
import type { ArticleLine, BackupLine, PictureOfFile } from './backup';
import { keywordKey } from '../search/labels';
import type { DeletedRow, SiteRuleRow, TermPrefRow, VersionRow } from './schema';

/** Every field of a type must be named, so that a field that the library gains cannot be forgotten here. */
type Fields<T> = { [K in keyof Required<T>]: v.GenericSchema<unknown, T[K]> };

const text = v.string();
const texts = v.array(text);
const orNull = v.nullable(text);
const time = v.pipe(v.number(), v.finite());
const id = v.pipe(text, v.regex(/^[0-9A-Z]{26}$/));
const hash = v.pipe(text, v.regex(/^[0-9a-f]{64}$/));
const webAddress = v.pipe(text, v.regex(/^https?:\/\//i));
const stamp = v.pipe(text, v.regex(/^\d{15}-\d{4}-\w{1,40}$/));
const stamps = v.record(text, stamp);

const rowFields: Fields<ArticleLine['row']> = {
  id,
  url: webAddress,
  urlKeys: v.pipe(texts, v.minLength(1)),
  title: text,
  byline: orNull,
  source: orNull,
  lang: text,
  dir: v.picklist(['ltr', 'rtl']),
  publishedAt: orNull,
  savedAt: time,
  minutes: time,
  state: v.picklist(['inbox', 'archive', 'trash']),
  trashedFrom: v.optional(v.literal('archive')),
  openedAt: v.optional(time),
  favourite: v.picklist([0, 1]),
  tags: texts,
  keywords: texts,
  note: text,
  position: v.optional(v.object({ block: time, within: time, fraction: time })),
  leadImage: orNull,
  excerpt: text,
  contentHash: hash,
  fingerprint: text,
  stamps,
  saves: v.array(v.object({ saveId: text, status: v.picklist(['created', 'updated', 'unchanged']) })),
};

const removedFields: Fields<RemovedPart> = {
  pass: text,
  reason: text,
  text,
  html: text,
  at: v.array(v.number()),
  putBack: v.optional(v.literal(true)),
};

const keywordFields: Fields<Keyword> = {
  term: text,
  origin: v.picklist(['declared', 'found', 'user']),
  weight: v.number(),
  where: text,
};

const bodyFields: Fields<ArticleBody> = {
  articleId: id,
  html: text,
  removed: v.array(v.object(removedFields)),
  provenance: v.record(text, text),
  keywords: v.array(v.object(keywordFields)),
  canonicalUrl: orNull,
  editor: orNull,
  updatedAt: orNull,
  declaredKeywords: texts,
  images: texts,
};

const versionFields: Fields<Omit<VersionRow, 'articleId'>> = {
  n: v.pipe(v.number(), v.integer()),
  savedAt: time,
  title: text,
  byline: orNull,
  source: orNull,
  publishedAt: orNull,
  contentHash: hash,
  text,
  body: v.object(bodyFields),
};

const pictureFields: Fields<PictureOfFile> = {
  url: text,
  hash: v.optional(hash),
  type: v.optional(v.pipe(text, v.regex(/^(image\/[\w.+-]+)?$/))),
  failed: v.optional(text),
};

const lineFields: Fields<Omit<ArticleLine, 'deleted'>> = {
  row: v.object(rowFields),
  body: v.nullable(v.object(bodyFields)),
  text,
  versions: v.array(v.object(versionFields)),
  pictures: v.array(v.object(pictureFields)),
};

const deletedFields: Fields<DeletedRow> = { id, urlKeys: texts, stamp };

const line = v.variant('deleted', [
  v.object({ deleted: v.literal(false), ...lineFields }),
  v.object({ deleted: v.literal(true), ...deletedFields }),
]);

const siteRuleFields: Fields<SiteRuleRow> = {
  site: text,
  block: v.optional(text),
  detectionOff: v.optional(v.literal(true)),
  openByItself: v.optional(v.literal(true)),
  stamps,
};

/** Terms of a page are shorter; what is longer is none. */
const term = v.pipe(text, v.minLength(1), v.maxLength(1000));

const termPrefFields: Fields<TermPrefRow> = {
  key: text,
  term,
  removed: v.optional(v.literal(true)),
  as: v.optional(term),
  stamps,
};

/** A line as the library understands it, or `null`. */
export function readLine(value: unknown): BackupLine | null {
  const parsed = v.safeParse(line, value);
  if (!parsed.success) return null;
  const read = parsed.output;
  // One id for all parts: a line cannot speak for another article.
  if (
    !read.deleted &&
    [read.body, ...read.versions.map(({ body }) => body)].some((b) => b && b.articleId !== read.row.id)
  )
    return null;
  return read;
}

export function readSiteRule(value: unknown): SiteRuleRow | null {
  const parsed = v.safeParse(v.object(siteRuleFields), value);
  return parsed.success ? parsed.output : null;
}

export function readTermPref(value: unknown): TermPrefRow | null {
  const parsed = v.safeParse(v.object(termPrefFields), value);
  // A key is made of its term: another one would never be found.
  return parsed.success && parsed.output.key === keywordKey(parsed.output.term) ? parsed.output : null;
}
