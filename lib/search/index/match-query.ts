/** A whole query → its documents, before any is read. */
import type { Clause, Literal } from '../query/query';
import { FLAG } from './columns';
import { clauseTest, isEdited, passes } from './flag-test';
import { type LiteralMatch, matchLiteral } from './literal-mask';
import { emptyMatch, type Match } from './match-keys';
import type { Snapshot } from './reader';

/** Documents in ascending order and, in step, their scores. */
export type Candidates = {
  docs: Uint32Array;
  scores: Float32Array;
  /** It meets the query. Otherwise its text must be looked at. */
  isCertain: (doc: number) => boolean;
};

/** Any of the conditions. */
async function matchClause(
  { state }: Snapshot,
  { any }: Clause,
  match: (literal: Literal) => Promise<LiteralMatch>,
): Promise<LiteralMatch> {
  const matches = await Promise.all(any.map(match));
  const [only, another] = matches;
  if (only && !another) return only;
  const either = emptyMatch(state.lengths.length);
  for (const { mask, score } of matches)
    for (let doc = 0; doc < mask.length; doc++) {
      if (mask[doc] !== 1) continue;
      either.mask[doc] = 1;
      either.score[doc] = Math.max(either.score[doc] ?? 0, score[doc] ?? 0);
    }
  return { ...either, certain: matches.every(({ certain }) => certain) };
}

function narrow(all: Match, { mask, score }: Match): void {
  for (let doc = 0; doc < all.mask.length; doc++) {
    if (all.mask[doc] !== 1) continue;
    if (mask[doc] === 1) all.score[doc] = (all.score[doc] ?? 0) + (score[doc] ?? 0);
    else all.mask[doc] = 0;
  }
}

/** All blocks are asked for at once; then the masks are laid over each other. */
export async function matchQuery(snapshot: Snapshot, clauses: readonly Clause[], loose = false): Promise<Candidates> {
  const { lengths, flags } = snapshot.state;
  const tests = clauses.map(clauseTest);
  // Brackets spread a condition over several clauses.
  const known = new Map<Literal, Promise<LiteralMatch>>();
  const match = (literal: Literal): Promise<LiteralMatch> => {
    const found = known.get(literal) ?? matchLiteral(snapshot, literal, loose);
    known.set(literal, found);
    return found;
  };
  const matches = await Promise.all(
    clauses.filter((_, i) => !tests[i]).map((clause) => matchClause(snapshot, clause, match)),
  );
  const [first, ...others] = matches;
  const all = first ?? { mask: new Uint8Array(lengths.length).fill(1), score: new Float32Array(lengths.length) };
  for (const other of others) narrow(all, other);
  const test = { set: 0, clear: FLAG.isNote };
  for (const one of tests) {
    test.set |= one?.set ?? 0;
    test.clear |= one?.clear ?? 0;
  }
  const docs: number[] = [];
  // What must stand and must not passes nothing.
  if ((test.set & test.clear) === 0)
    for (let doc = 0; doc < lengths.length; doc++)
      if (all.mask[doc] === 1 && lengths[doc] !== 0 && passes(flags[doc] ?? 0, test)) docs.push(doc);
  const certain = matches.every((match) => match.certain);
  const asksForWords = !loose && clauses.some(({ any }) => any.some(({ kind }) => kind === 'term'));
  return {
    docs: Uint32Array.from(docs),
    scores: Float32Array.from(docs, (doc) => all.score[doc] ?? 0),
    isCertain: (doc) => certain && !(asksForWords && isEdited(flags, doc)),
  };
}
