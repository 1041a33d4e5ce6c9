/** One article against a query: the truth that the index only makes quick. */
import type { ArticleRow } from '../article';
import { countTerm, findTerm } from './find-term';
import { fold } from './fold';
import { dayOf } from './index/columns';
import { tagKey } from './labels';
import type { Clause, FieldFilter, Literal, Term } from './query/query';
import { findRuns } from './tokenise';

/** An article folded once for all terms, with what does not stand in its row. */
export type Candidate = {
  row: ArticleRow;
  /** Title, keywords, source and byline, note, text. */
  fields: { folded: string; weight: number }[];
  hasVersions: boolean;
};

/** How many times over a hit in each field counts. */
const WEIGHTS = { title: 5, labels: 7, source: 3, note: 2, text: 1 };

export function candidate(row: ArticleRow, text: string, hasVersions = false): Candidate {
  const { title, keywords, source, byline, note } = row;
  const fields = [
    { folded: fold(title), weight: WEIGHTS.title },
    { folded: fold(keywords.join('\n')), weight: WEIGHTS.labels },
    { folded: fold([source ?? '', byline ?? ''].join('\n')), weight: WEIGHTS.source },
    { folded: fold(note), weight: WEIGHTS.note },
    { folded: fold(text), weight: WEIGHTS.text },
  ];
  return { row, fields, hasVersions };
}

const hasTerm = ({ row, fields }: Candidate, term: Term): boolean =>
  fields.some(({ folded }) => findTerm(folded, term) !== null) || isTag(row, term);

/** A tag is found by its whole name. */
function isTag({ tags }: ArticleRow, { parts: [only, another] }: Term): boolean {
  return only !== undefined && !another && tags.some((tag) => tagKey(tag) === tagKey(only.text));
}

/** Weighted number of times that a term stands in an article; repeats past some twenty say nothing new. */
export const frequency = ({ row, fields }: Candidate, term: Term): number =>
  fields.reduce(
    (sum, { folded, weight }) => sum + weight * countTerm(folded, term, 20),
    isTag(row, term) ? WEIGHTS.labels : 0,
  );

/** The day of a moment where the reader is, as the column of publication days counts. */
export function localDay(moment: number): number {
  const date = new Date(moment);
  return dayOf(date.getFullYear(), date.getMonth() + 1, date.getDate());
}

const within = (value: number, from = -Infinity, to = Infinity): boolean => value >= from && value < to;

function publishedWithin(publishedAt: string | null, from?: number, to?: number): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/u.exec(publishedAt ?? '') ?? [];
  if (year === undefined) return false;
  const published = dayOf(Number(year), Number(month), Number(day));
  return within(published, from === undefined ? from : localDay(from), to === undefined ? to : localDay(to));
}

const is: Record<Extract<FieldFilter, { field: 'is' }>['what'], (row: ArticleRow) => boolean> = {
  inbox: ({ state }) => state === 'inbox',
  archived: ({ state }) => state === 'archive',
  trash: ({ state }) => state === 'trash',
  unread: ({ openedAt }) => openedAt === undefined,
  read: ({ openedAt }) => openedAt !== undefined,
  favourite: ({ favourite }) => favourite === 1,
};

/** Hosts without the part of their names that every site has. */
function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : '';
}

const isPartOf = (host: string, wanted: string): boolean => host === wanted || host.endsWith(`.${wanted}`);

/** A name may be typed in part: its first words, or any stretch of Chinese. */
export const sourceTerm = (text: string): Term => ({
  parts: findRuns(text).map(({ text, cjk }) => ({ text, cjk })),
  prefix: true,
});

const languageOf = (lang: string): string => lang.toLowerCase().split(/[-_]/u)[0] ?? '';

/** Names of tags and keywords are compared folded: nobody types capitals. */
const names = (all: readonly string[], wanted: string): boolean => all.some((one) => fold(one) === fold(wanted));

function passes({ row, hasVersions }: Candidate, filter: FieldFilter): boolean {
  switch (filter.field) {
    case 'site':
      return isPartOf(hostOf(row.url), filter.host);
    case 'source':
      return findTerm(fold(row.source ?? ''), sourceTerm(filter.text)) !== null;
    case 'tag':
      return names(row.tags, filter.name);
    case 'keyword':
      return names(row.keywords, filter.name);
    case 'lang':
      return languageOf(row.lang) === filter.lang;
    case 'is':
      return is[filter.what](row);
    case 'has':
      return { picture: row.leadImage !== null, note: row.note !== '', version: hasVersions }[filter.what];
    case 'published':
      return publishedWithin(row.publishedAt, filter.from, filter.to);
    case 'saved':
      return within(row.savedAt, filter.from, filter.to);
    case 'minutes':
      return row.minutes >= (filter.min ?? 0) && row.minutes <= (filter.max ?? Infinity);
  }
}

const meets = (article: Candidate, literal: Literal): boolean =>
  (literal.kind === 'term' ? hasTerm(article, literal.term) : passes(article, literal.filter)) !== literal.not;

export const matches = (article: Candidate, clauses: readonly Clause[]): boolean =>
  clauses.every(({ any }) => any.some((literal) => meets(article, literal)));
