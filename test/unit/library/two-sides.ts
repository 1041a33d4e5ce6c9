/** One article as a library and a backup have it. */
import { expect, it } from 'vitest';
import type { ArticleBody, ArticleRow } from '../../../lib/article';
import type { ArticleLine } from '../../../lib/library/backup';
import { type Held, mergeArticle } from '../../../lib/library/restore-merge';

const ID = '01HZZZZZZZZZZZZZZZZZZZZZZZ';
/** A stamp of another machine is as good as one of ours: only its time counts. */
export const at = (hour: number): string =>
  `${String(1_800_000_000_000 + hour * 3_600_000)}-0000-dev`.padStart(24, '0');

export const bodyOf = (text: string): ArticleBody => ({
  articleId: ID,
  html: `<p>${text}</p>`,
  removed: [],
  provenance: {},
  keywords: [],
  canonicalUrl: null,
  editor: null,
  updatedAt: null,
  declaredKeywords: [],
  images: [],
});

export type State = Partial<ArticleRow> & { text?: string; earlier?: string[] };

/** The article at one o'clock, as both sides saved it, and what happened to it on one side. */
const rowOf = ({ text = 'first', stamps, ...change }: State): ArticleRow => ({
  id: ID,
  url: 'https://news.example.com/a',
  urlKeys: ['news.example.com/a'],
  title: 'Title',
  byline: null,
  source: null,
  lang: 'en',
  dir: 'ltr',
  publishedAt: null,
  savedAt: 1,
  minutes: 1,
  state: 'inbox',
  favourite: 0,
  tags: [],
  keywords: [],
  note: '',
  leadImage: null,
  excerpt: text,
  docNo: 7,
  contentHash: text,
  fingerprint: '',
  saves: [],
  ...change,
  stamps: { content: at(1), state: at(1), ...stamps },
});

const versionsOf = ({ earlier = [] }: State) =>
  earlier.map((text, i) => ({
    articleId: ID,
    n: i + 1,
    savedAt: i,
    title: 'Title',
    byline: null,
    source: null,
    publishedAt: null,
    contentHash: text,
    text,
    body: bodyOf(text),
  }));

export function held(state: State): Held {
  const { text = 'first' } = state;
  return { row: rowOf(state), body: bodyOf(text), text, versions: versionsOf(state) };
}

export function lineOf(state: State): ArticleLine {
  const { docNo: _, ...row } = rowOf(state);
  const versions = versionsOf(state);
  const { text = 'first' } = state;
  return { deleted: false, row, body: bodyOf(text), text, versions, pictures: [] };
}

/** What the sides have, and what comes of them. */
export type Case = {
  it: string;
  mine: State;
  theirs: State;
  kind: string;
  row: Partial<ArticleRow>;
  versions?: string[];
};

/** Each case, and that the same line merged once more brings nothing. */
export function testMerges(cases: readonly Case[]): void {
  for (const { it: name, mine, theirs, kind, row, versions = [] } of cases) {
    it(name, () => {
      const merged = mergeArticle(held(mine), lineOf(theirs));
      expect(merged).toMatchObject({ kind, row });
      expect(merged.row.stamps).not.toHaveProperty('colour');
      expect(merged.versions.map(({ text }) => text)).toEqual(versions);
      expect(merged.text).toBe(merged.row.contentHash === rowOf(mine).contentHash ? undefined : merged.row.contentHash);
    });

    it(`${name}, and merged again it changes nothing`, () => {
      const first = mergeArticle(held(mine), lineOf(theirs));
      const all = [
        ...versionsOf(mine),
        ...first.versions.map((version, i) => ({ ...version, articleId: ID, n: 9 + i })),
      ];
      const after: Held = { row: first.row, body: first.body ?? bodyOf('x'), text: first.text ?? 'x', versions: all };
      const second = mergeArticle(after, lineOf(theirs));
      expect(['same', 'newerHere']).toContain(second.kind);
      expect(second).toMatchObject({ row: first.row, versions: [] });
      expect(second.body).toBeUndefined();
    });
  }
}
