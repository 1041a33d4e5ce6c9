/** What a document is and when, in columns: filters look here before anything is ranked. */
import type { ArticleRow } from '../../article';
import { editedKeywords } from '../labels';
import type { ColumnRow, LengthRow } from '../search-db';

/** Documents of one row of a column. A save rewrites one row: some 2 kB of lengths and 7 kB of dates. */
export const PAGE = 1024;

export const pageOf = (docNo: number): number => Math.floor(docNo / PAGE);

/** Bits of a document's flags. */
export const FLAG = {
  archive: 1,
  trash: 2,
  favourite: 4,
  unread: 8,
  note: 16,
  picture: 32,
  /** The user changed its keywords: its postings may hold words that it has no more. */
  edited: 64,
  isNote: 128,
};

function flagsOf({ state, favourite, openedAt, note, leadImage, stamps }: ArticleRow): number {
  return (
    (state === 'archive' ? FLAG.archive : 0) |
    (state === 'trash' ? FLAG.trash : 0) |
    (favourite ? FLAG.favourite : 0) |
    (openedAt === undefined ? FLAG.unread : 0) |
    (note === '' ? 0 : FLAG.note) |
    (leadImage === null ? 0 : FLAG.picture) |
    (editedKeywords({ stamps }).length === 0 ? 0 : FLAG.edited)
  );
}

const DAY_MS = 86_400_000;

/** Days since 1970 of a calendar day, wherever it is. */
export const dayOf = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day) / DAY_MS;

/** The day of a date as it was printed: 0 if there is none, or one that no article has. */
function publishedDay(publishedAt: string | null): number {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/u.exec(publishedAt ?? '') ?? [];
  const days = year === undefined ? 0 : dayOf(Number(year), Number(month), Number(day));
  return days > 0 && days < 65_536 ? days : 0;
}

/** Never 0, by which one sees that there are no columns. */
const savedSecond = (savedAt: number): number => Math.min(Math.max(1, Math.floor(savedAt / 1000)), 0xffff_ffff);

const minutesOf = (minutes: number): number => Math.min(minutes, 255);

export const emptyLengths = (page: number): LengthRow => ({
  page,
  lengths: new Uint8Array(PAGE),
  flags: new Uint8Array(PAGE),
  sum: 0,
});

export const emptyColumns = (page: number): ColumnRow => ({
  page,
  saved: new Uint32Array(PAGE),
  published: new Uint16Array(PAGE),
  minutes: new Uint8Array(PAGE),
  sum: 0,
});

/** Writes an article's flags and dates into its place on its pages. */
export function fillColumns(row: ArticleRow, { flags }: LengthRow, { saved, published, minutes }: ColumnRow): void {
  const at = row.docNo % PAGE;
  flags[at] = flagsOf(row);
  saved[at] = savedSecond(row.savedAt);
  published[at] = publishedDay(row.publishedAt);
  minutes[at] = minutesOf(row.minutes);
}
