import { describe } from 'vitest';
import { at, type Case, type State, testMerges } from './two-sides';

const worded = (keywords: string[], stamps: Record<string, string>): State => ({ keywords, stamps });
const tagged = (tags: string[], stamps: Record<string, string>): State => ({ tags, stamps });

describe('tags and keywords of an article that library and backup both have', () => {
  const cases: Case[] = [
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
      it: 'got a keyword on each side',
      mine: worded(['x', 'a'], { 'keyword:x': at(2) }),
      theirs: worded(['y', 'a'], { 'keyword:y': at(2) }),
      kind: 'both',
      row: { keywords: ['y', 'x', 'a'] },
    },
    {
      it: 'got two keywords there: both stand as they stand there, whichever was given first',
      mine: worded(['a'], {}),
      theirs: worded(['x', 'y', 'a'], { 'keyword:y': at(2), 'keyword:x': at(3) }),
      kind: 'newerThere',
      row: { keywords: ['x', 'y', 'a'] },
    },
    {
      it: 'got a keyword there and lost the one before it',
      mine: worded(['b', 'a'], {}),
      theirs: worded(['a', 'x'], { 'keyword:x': at(2), 'keyword:b': at(3) }),
      kind: 'newerThere',
      row: { keywords: ['a', 'x'] },
    },
    {
      it: 'lost a keyword there, and another here',
      mine: worded(['b', 'c'], { 'keyword:a': at(2) }),
      theirs: worded(['a', 'c'], { 'keyword:b': at(3) }),
      kind: 'both',
      row: { keywords: ['c'] },
    },
    {
      it: 'got back there, at its place, a keyword that it had lost here',
      mine: worded(['a', 'c'], { 'keyword:b': at(2) }),
      theirs: worded(['a', 'b', 'c'], { 'keyword:b': at(3) }),
      kind: 'newerThere',
      row: { keywords: ['a', 'b', 'c'] },
    },
    {
      it: 'lost a keyword here later than it got it there',
      mine: worded(['a'], { 'keyword:x': at(3) }),
      theirs: worded(['x', 'a'], { 'keyword:x': at(2) }),
      kind: 'newerHere',
      row: { keywords: ['a'] },
    },
    {
      it: 'has a keyword renamed there: the new name stands where the old one stood',
      mine: worded(['a', 'b', 'c'], {}),
      theirs: worded(['a', 'x', 'c'], { 'keyword:b': at(2), 'keyword:x': at(2) }),
      kind: 'newerThere',
      row: { keywords: ['a', 'x', 'c'] },
    },
    {
      it: 'has one keyword in two spellings: it stays one keyword',
      mine: worded(['AI', 'a'], { 'keyword:AI': at(2) }),
      theirs: worded(['ＡＩ', 'a'], { 'keyword:ＡＩ': at(3) }),
      kind: 'both',
      row: { keywords: ['AI', 'a'] },
    },
    {
      it: 'lost a keyword there that is spelled otherwise here',
      mine: worded(['AI', 'a'], {}),
      theirs: worded(['a'], { 'keyword:ai': at(2) }),
      kind: 'newerThere',
      row: { keywords: ['a'] },
    },
    {
      it: 'lost a keyword there that was given here in other capitals: that one is another decision',
      mine: worded(['AI', 'a'], { 'keyword:AI': at(3) }),
      theirs: worded(['a'], { 'keyword:ai': at(2) }),
      kind: 'both',
      row: { keywords: ['AI', 'a'] },
    },
    {
      it: 'has a keyword in other capitals there',
      mine: worded(['x', 'openai'], {}),
      theirs: worded(['x', 'OpenAI'], { 'keyword:openai': at(2), 'keyword:OpenAI': at(2) }),
      kind: 'newerThere',
      row: { keywords: ['x', 'OpenAI'] },
    },
    {
      it: 'was saved again there after keywords were edited here: both stays',
      mine: worded(['x', 'a'], { 'keyword:x': at(3), 'keyword:b': at(3) }),
      theirs: { ...worded(['b', 'c'], { content: at(2) }), text: 'second', savedAt: 2 },
      kind: 'both',
      row: { contentHash: 'second', keywords: ['x', 'c'] },
      versions: ['first'],
    },
    {
      it: 'was saved again there, and a keyword edited later here than there',
      mine: worded(['a'], { 'keyword:x': at(5) }),
      theirs: { ...worded(['x', 'a'], { content: at(4), 'keyword:x': at(3) }), text: 'second', savedAt: 2 },
      kind: 'both',
      row: { keywords: ['a'] },
      versions: ['first'],
    },
    {
      it: 'was saved again here, and a keyword edited there',
      mine: { ...worded(['a', 'b'], { content: at(4) }), text: 'second', savedAt: 2, earlier: ['first'] },
      theirs: worded(['x', 'a'], { 'keyword:x': at(5), 'keyword:b': at(5) }),
      kind: 'both',
      row: { contentHash: 'second', keywords: ['x', 'a'] },
    },
  ];

  testMerges(cases);
});
