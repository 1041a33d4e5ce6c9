/** Conditions that the flags of a document answer by themselves. */
import type { Clause, FieldFilter } from '../query/query';
import { FLAG } from './columns';

/** Bits that must stand in a document's flags, and bits that must not. */
export type FlagTest = { set: number; clear: number };

const IS: Record<Extract<FieldFilter, { field: 'is' }>['what'], FlagTest> = {
  inbox: { set: 0, clear: FLAG.archive | FLAG.trash },
  archived: { set: FLAG.archive, clear: 0 },
  trash: { set: FLAG.trash, clear: 0 },
  unread: { set: FLAG.unread, clear: 0 },
  read: { set: 0, clear: FLAG.unread },
  favourite: { set: FLAG.favourite, clear: 0 },
};

/** Null for a condition about something else. */
export function flagTest(filter: FieldFilter): FlagTest | null {
  if (filter.field === 'is') return IS[filter.what];
  if (filter.field === 'has' && filter.what !== 'version') return { set: FLAG[filter.what], clear: 0 };
  return null;
}

export const passes = (flags: number, { set, clear }: FlagTest): boolean => (flags & (set | clear)) === set;

/** Its postings alone do not tell which words it has. */
export const isEdited = (flags: Uint8Array, doc: number): boolean => ((flags[doc] ?? 0) & FLAG.edited) !== 0;

const isOneBit = (bits: number): boolean => (bits & (bits - 1)) === 0;

/** A whole clause as one test; null where it is more than that. */
export function clauseTest({ any: [only, another] }: Clause): FlagTest | null {
  const test = only?.kind === 'filter' && !another ? flagTest(only.filter) : null;
  if (!test || !only?.not) return test;
  return isOneBit(test.set | test.clear) ? { set: test.clear, clear: test.set } : null;
}
