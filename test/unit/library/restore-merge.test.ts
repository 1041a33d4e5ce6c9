import { describe, expect, it } from 'vitest';
import type { ArticleBody, ArticleRow } from '../../../lib/article';
import type { ArticleLine } from '../../../lib/library/backup';
import { type Held, mergeArticle } from '../../../lib/library/restore-merge';

const ID = '01HZZZZZZZZZZZZZZZZZZZZZZZ';
/** A stamp of another machine is as good as one of ours: only its time counts. */
const at = (hour: number): string => `${String(1_800_000_000_000 + hour * 3_600_000)}-0000-dev`.padStart(24, '0');

const bodyOf = (text: string): ArticleBody => ({
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

type State = Partial<ArticleRow> & { text?: string; earlier?: string[] };

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

function held(state: State): Held {
  const { text = 'first' } = state;
  return { row: rowOf(state), body: bodyOf(text), text, versions: versionsOf(state) };
}

function lineOf(state: State): ArticleLine {
  const { docNo: _, ...row } = rowOf(state);
  const versions = versionsOf(state);
  const { text = 'first' } = state;
  return { deleted: false, row, body: bodyOf(text), text, versions, pictures: [] };
}

const read = (hour: number): State => ({ openedAt: hour, stamps: { openedAt: at(hour) } });
const tagged = (tags: string[], stamps: Record<string, string>): State => ({ tags, stamps });

describe('an article that library and backup both have', () => {
  const cases: {
    it: string;
    mine: State;
    theirs: State;
    kind: string;
    row: Partial<ArticleRow>;
    versions?: string[];
  }[] = [
    { it: 'is the same', mine: {}, theirs: {}, kind: 'same', row: { stamps: { content: at(1), state: at(1) } } },
    {
      it: 'was archived there later',
      mine: {},
      theirs: { state: 'archive', stamps: { state: at(2) } },
      kind: 'newerThere',
      row: { state: 'archive', stamps: { content: at(1), state: at(2) } },
    },
    {
      it: 'was archived here later: the inbox of the file is older',
      mine: { state: 'archive', stamps: { state: at(2) } },
      theirs: {},
      kind: 'newerHere',
      row: { state: 'archive' },
    },
    {
      it: 'was put in the trash here and got a note there: each side keeps what it did last',
      mine: { state: 'trash', stamps: { state: at(3) } },
      theirs: { note: 'read again', stamps: { note: at(2) } },
      kind: 'both',
      row: { state: 'trash', note: 'read again' },
    },
    { it: 'was read there', mine: {}, theirs: read(2), kind: 'newerThere', row: { openedAt: 2 } },
    {
      it: 'was marked unread there after it had been read here',
      mine: read(2),
      theirs: { stamps: { openedAt: at(3) } },
      kind: 'newerThere',
      row: { stamps: { content: at(1), state: at(1), openedAt: at(3) } },
    },
    {
      it: 'went from the archive to the trash there: put back, it is archived again',
      mine: {},
      theirs: { state: 'trash', trashedFrom: 'archive', stamps: { state: at(2) } },
      kind: 'newerThere',
      row: { state: 'trash', trashedFrom: 'archive' },
    },
    {
      it: 'has two notes: the later one stays',
      mine: { note: 'mine', stamps: { note: at(3) } },
      theirs: { note: 'theirs', stamps: { note: at(2) } },
      kind: 'newerHere',
      row: { note: 'mine' },
    },
    {
      it: 'got a tag on each side',
      mine: tagged(['a'], { 'tag:a': at(2) }),
      theirs: tagged(['b'], { 'tag:b': at(2) }),
      kind: 'both',
      row: { tags: ['a', 'b'] },
    },
    {
      it: 'lost a tag there later than it got it here',
      mine: tagged(['a'], { 'tag:a': at(2) }),
      theirs: tagged([], { 'tag:a': at(3) }),
      kind: 'newerThere',
      row: { tags: [] },
    },
    {
      it: 'lost a tag here later than it got it there',
      mine: tagged([], { 'tag:a': at(3) }),
      theirs: tagged(['a'], { 'tag:a': at(2) }),
      kind: 'newerHere',
      row: { tags: [] },
    },
    {
      it: 'has one tag in two spellings: it stays one tag',
      mine: tagged(['AI'], { 'tag:AI': at(2) }),
      theirs: tagged(['ai'], { 'tag:ai': at(3) }),
      kind: 'both',
      row: { tags: ['AI'] },
    },
    {
      it: 'was saved again there with another text: ours becomes a version',
      mine: {},
      theirs: { text: 'second', savedAt: 2, stamps: { content: at(2) } },
      kind: 'both',
      row: { contentHash: 'second', savedAt: 2 },
      versions: ['first'],
    },
    {
      it: 'was saved again there and its version is our text: there is no conflict',
      mine: {},
      theirs: { text: 'second', earlier: ['first'], stamps: { content: at(2) } },
      kind: 'newerThere',
      row: { contentHash: 'second' },
      versions: ['first'],
    },
    {
      it: 'was saved again here, and we know their text',
      mine: { text: 'second', earlier: ['first'], stamps: { content: at(2) } },
      theirs: {},
      kind: 'newerHere',
      row: { contentHash: 'second' },
    },
    {
      it: 'has an older text there that we never had: it becomes a version',
      mine: { text: 'second', stamps: { content: at(2) } },
      theirs: {},
      kind: 'both',
      row: { contentHash: 'second' },
      versions: ['first'],
    },
    {
      it: 'has an earlier version there that we lack',
      mine: { text: 'third', earlier: ['second'], stamps: { content: at(3) } },
      theirs: { text: 'second', earlier: ['first'], stamps: { content: at(2) } },
      kind: 'both',
      row: { contentHash: 'third' },
      versions: ['first'],
    },
    {
      it: 'was saved unchanged there later',
      mine: {},
      theirs: { savedAt: 9, stamps: { content: at(2) } },
      kind: 'newerThere',
      row: { savedAt: 9 },
    },
    {
      it: 'is known there by one more address',
      mine: {},
      theirs: { urlKeys: ['news.example.com/a', 'news.example.com/b'] },
      kind: 'newerThere',
      row: { urlKeys: ['news.example.com/a', 'news.example.com/b'] },
    },
    {
      it: 'carries a stamp of a build to come: nothing is taken that is not understood',
      mine: {},
      theirs: { stamps: { colour: at(9) } },
      kind: 'same',
      row: { stamps: { content: at(1), state: at(1) } },
    },
  ];

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

  it('gets back a body that was lost here', () => {
    const merged = mergeArticle({ ...held({}), body: undefined, text: undefined }, lineOf({}));
    expect(merged).toMatchObject({ kind: 'newerThere', body: bodyOf('first'), text: 'first' });
  });

  it('gets back a text that was lost here, and keeps its body', () => {
    const merged = mergeArticle({ ...held({}), text: undefined }, lineOf({}));
    expect(merged).toMatchObject({ kind: 'newerThere', text: 'first' });
    expect(merged.body).toBeUndefined();
  });

  it('takes nothing but the time from an unchanged save, as saving does', () => {
    const theirs = lineOf({ savedAt: 9, keywords: ['other'], stamps: { content: at(2) } });
    expect(mergeArticle(held({ keywords: ['mine'] }), theirs).row).toMatchObject({ savedAt: 9, keywords: ['mine'] });
  });

  it('keeps the keywords that the user added, whoever brings the text', () => {
    const mine = held({});
    const own = { term: 'own', origin: 'user' as const, weight: 1, where: 'text' };
    const merged = mergeArticle(
      { ...mine, body: { ...bodyOf('first'), keywords: [own] } },
      lineOf({ text: 'second', stamps: { content: at(2) } }),
    );
    expect(merged.body?.keywords).toEqual([own]);
    expect(merged.row.keywords).toEqual(['own']);
  });
});
