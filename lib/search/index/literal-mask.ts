/** One condition → the documents that may meet it. */
import type { ArticleRow } from '../../article';
import { keywordLabel, tagLabel } from '../labels';
import { localDay, sourceTerm } from '../matches';
import { isOwn, ownLabel } from '../own-keywords';
import type { FieldFilter, Literal, Term } from '../query/query';
import type { NoteRow } from '../search-db';
import { IndexDamagedError, utf8 } from './bytes';
import { FLAG } from './columns';
import { flagTest, isEdited, passes } from './flag-test';
import { asSource, langTerm, siteTerm } from './field-terms';
import { isCertain, keysOf } from './keys-of';
import { emptyMatch, type Match, matchKeys } from './match-keys';
import type { Key, Snapshot } from './reader';
import { readableRows } from './readable-rows';
import { answerIfReadable, answerOf } from './request';
import { readOfIndex } from './sound';

/** `certain`: the documents are the ones that meet it, else some of them do not. */
export type LiteralMatch = Match & { certain: boolean };

function filled(size: number, holds: (doc: number) => boolean): Uint8Array {
  const mask = new Uint8Array(size);
  for (let doc = 0; doc < size; doc++) if (holds(doc)) mask[doc] = 1;
  return mask;
}

const exactKeys = (terms: readonly string[]): Key[] => terms.map((term) => ({ bytes: utf8(term), prefix: false }));

async function underTerms({ state, find }: Snapshot, terms: readonly string[]): Promise<Match> {
  return matchKeys(state, await find(exactKeys(terms)));
}

async function underSource({ state, find }: Snapshot, text: string): Promise<Uint8Array> {
  const keys = keysOf(sourceTerm(text)).map(({ bytes, prefix }) => ({ bytes: asSource(bytes), prefix }));
  return keys.length === 0 ? emptyMatch(state.lengths.length).mask : matchKeys(state, await find(keys)).mask;
}

type Under = { prefix?: boolean | undefined; test?: (row: ArticleRow) => boolean; name?: string };

/** Rows must be read for their numbers: once, for as long as nothing changes. `name` tells one `test` from others. */
const underLabel = (
  snapshot: Snapshot,
  label: string,
  { prefix, test = () => true, name = '' }: Under = {},
): Promise<Uint32Array> =>
  snapshot.remember(`${label}\n${name}`, async () => {
    const index = snapshot.transaction.objectStore('articles').index('listed');
    const range = IDBKeyRange.bound([label], prefix ? [`${label}\uffff`] : [label, []]);
    const { rows } = await readableRows<ArticleRow>(index, range);
    return Uint32Array.from(new Set(rows.filter(test).map(({ docNo }) => docNo)));
  });

function maskOf({ state }: Snapshot, docs: Iterable<number>): Uint8Array {
  const mask = new Uint8Array(state.lengths.length);
  for (const doc of docs) mask[doc] = 1;
  return mask;
}

async function rowsById({ transaction }: Snapshot, ids: Iterable<string>): Promise<ArticleRow[]> {
  const store = transaction.objectStore('articles');
  const rows: (ArticleRow | undefined)[] = await Promise.all(Array.from(ids, (id) => answerIfReadable(store.get(id))));
  return rows.filter((row) => row !== undefined);
}

async function withVersions(snapshot: Snapshot): Promise<Uint8Array> {
  const keys = await answerOf(snapshot.transaction.objectStore('versions').getAllKeys());
  const ids = new Set((keys as [string, number][]).map(([id]) => id));
  const rows = await rowsById(snapshot, ids);
  return maskOf(
    snapshot,
    rows.map(({ docNo }) => docNo),
  );
}

const between = (value: number, from = 0, to = Infinity): boolean => value >= from && value < to;

async function filterMask(snapshot: Snapshot, filter: FieldFilter): Promise<{ mask: Uint8Array; certain: boolean }> {
  const { flags } = snapshot.state;
  const sure = (mask: Uint8Array) => ({ mask, certain: true });
  const test = flagTest(filter);
  if (test) return sure(filled(flags.length, (doc) => passes(flags[doc] ?? 0, test)));
  switch (filter.field) {
    case 'site':
      return sure((await underTerms(snapshot, [siteTerm(filter.host)])).mask);
    case 'lang':
      return sure((await underTerms(snapshot, langTerm(filter.lang))).mask);
    case 'source':
      return { mask: await underSource(snapshot, filter.text), certain: false };
    case 'tag':
      return sure(maskOf(snapshot, await underLabel(snapshot, tagLabel(filter.name))));
    case 'keyword':
      return sure(maskOf(snapshot, await underLabel(snapshot, keywordLabel(filter.name))));
    case 'published': {
      const { published } = await snapshot.columns();
      const from = filter.from === undefined ? undefined : localDay(filter.from);
      const to = filter.to === undefined ? undefined : localDay(filter.to);
      return sure(
        filled(published.length, (doc) => (published[doc] ?? 0) > 0 && between(published[doc] ?? 0, from, to)),
      );
    }
    case 'saved': {
      const { saved } = await snapshot.columns();
      const [from, to] = [filter.from, filter.to].map((moment) => moment && Math.ceil(moment / 1000));
      return sure(filled(saved.length, (doc) => between(saved[doc] ?? 0, from, to)));
    }
    case 'minutes': {
      const { minutes } = await snapshot.columns();
      const { min = 0, max = Infinity } = filter;
      return sure(filled(minutes.length, (doc) => (minutes[doc] ?? 0) >= min && (minutes[doc] ?? 0) <= max));
    }
    case 'is':
    case 'has':
      // All others of these are tests of flags.
      return sure(await withVersions(snapshot));
  }
}

/** A note is a document of its own: what it matches, its article matches. */
async function liftNotes(snapshot: Snapshot, match: Match): Promise<Match> {
  const { transaction, state } = snapshot;
  if (!state.notes) return match;
  const notes: number[] = [];
  for (let doc = 0; doc < match.mask.length; doc++) {
    if (match.mask[doc] !== 1 || ((state.flags[doc] ?? 0) & FLAG.isNote) === 0) continue;
    notes.push(doc);
    match.mask[doc] = 0;
  }
  if (notes.length === 0) return match;
  const store = transaction.objectStore('ftsNote');
  const found: (NoteRow | undefined)[] = await Promise.all(notes.map((doc) => readOfIndex(store.get(doc))));
  if (found.includes(undefined)) throw new IndexDamagedError('It is lost to which article a note belongs.');
  const scoreOf = new Map(found.flatMap((row, i) => (row ? [[row.articleId, match.score[notes[i] ?? 0] ?? 0]] : [])));
  for (const { id, docNo } of await rowsById(snapshot, scoreOf.keys())) {
    match.mask[docNo] = 1;
    match.score[docNo] = (match.score[docNo] ?? 0) + (scoreOf.get(id) ?? 0);
  }
  return match;
}

/** A tag that is just the word counts as much as a rare word in the text. Keywords of a page are among its article's terms. */
const TAG_SCORE = 8;

function addLabelled(match: Match, docs: Uint32Array): Match {
  for (const doc of docs) {
    match.mask[doc] = 1;
    match.score[doc] = (match.score[doc] ?? 0) + TAG_SCORE;
  }
  return match;
}

/** `loose` asks only for most of the keys of a term. */
async function termMatch(snapshot: Snapshot, term: Term, loose: boolean): Promise<LiteralMatch> {
  const keys = keysOf(term);
  if (keys.length === 0) return { ...emptyMatch(snapshot.state.lengths.length), certain: true };
  const need = loose ? Math.ceil(keys.length * ENOUGH) : keys.length;
  const [only, another] = term.parts;
  const [first] = keys;
  const [found, tagged, own] = await Promise.all([
    snapshot.find(keys),
    only && !another ? underLabel(snapshot, tagLabel(only.text)) : new Uint32Array(),
    // All articles to which the user gave a keyword with the term stand under its first word.
    underLabel(snapshot, ownLabel(new TextDecoder().decode(first?.bytes)), {
      prefix: first?.prefix,
      test: (row) => isOwn(row, term),
      name: JSON.stringify(term),
    }),
  ]);
  const match = await liftNotes(snapshot, matchKeys(snapshot.state, found, need));
  return { ...addLabelled(addLabelled(match, tagged), own), certain: loose || isCertain(term) };
}

/** Of the bigrams of a run that nothing holds as a whole. */
const ENOUGH = 0.6;

/** Documents that may meet a condition, and how well. */
export async function matchLiteral(snapshot: Snapshot, literal: Literal, loose: boolean): Promise<LiteralMatch> {
  const size = snapshot.state.lengths.length;
  const { mask, score, certain } =
    literal.kind === 'term'
      ? await termMatch(snapshot, literal.term, loose && !literal.not)
      : { ...(await filterMask(snapshot, literal.filter)), score: new Float32Array(size) };
  if (!literal.not) return { mask, score, certain };
  const { flags } = snapshot.state;
  const isOpen = (doc: number): boolean => !certain || (literal.kind === 'term' && isEdited(flags, doc));
  // Of an uncertain condition nothing can be excluded yet.
  const others = filled(size, (doc) => mask[doc] !== 1 || isOpen(doc));
  return { mask: others, score: new Float32Array(size), certain };
}
