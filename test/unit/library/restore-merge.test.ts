import { describe, expect, it } from 'vitest';
import { mergeArticle } from '../../../lib/library/restore-merge';
import { at, bodyOf, type Case, held, lineOf, type State, testMerges } from './two-sides';

const read = (hour: number): State => ({ openedAt: hour, stamps: { openedAt: at(hour) } });

describe('an article that library and backup both have', () => {
  const cases: Case[] = [
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

  testMerges(cases);

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
});
