import type { Run } from '../tokenise';

/** Words to look for: a word, a CJK run, or a quoted sequence of them. */
export type Term = {
  /** Folded words and CJK runs that follow each other with nothing but punctuation or spaces between. */
  parts: Run[];
  /** The last part may be the beginning of a word: it may still be typed. */
  prefix: boolean;
};

/** What an article must be, apart from the words in it. */
export type FieldFilter =
  /** The host itself or a part of it from the right: `news.cn` holds for `www.news.cn`. */
  | { field: 'site'; host: string }
  /** Folded; stands in the name of the source. */
  | { field: 'source'; text: string }
  | { field: 'tag' | 'keyword'; name: string }
  /** The first part of a language tag in lower case: `zh`, `en`. */
  | { field: 'lang'; lang: string }
  | { field: 'is'; what: 'inbox' | 'archived' | 'trash' | 'unread' | 'read' | 'favourite' }
  | { field: 'has'; what: 'picture' | 'note' | 'version' }
  /** Milliseconds since 1970, half-open: `from` belongs to it, `to` does not. */
  | { field: 'published' | 'saved'; from?: number; to?: number }
  /** Both ends belong to it. */
  | { field: 'minutes'; min?: number; max?: number };

/** One condition, and where it stands in what was typed. */
export type Literal = { not: boolean; start: number; end: number } & (
  | { kind: 'term'; term: Term }
  | { kind: 'filter'; filter: FieldFilter }
);

/** Met when any of its conditions is. */
export type Clause = { any: Literal[] };

/** What could not be understood: the message `search_problem_<code>` explains it. */
export type ProblemCode =
  | 'long'
  | 'many'
  | 'brackets'
  | 'unknown'
  | 'empty'
  | 'site'
  | 'lang'
  | 'is'
  | 'has'
  | 'date'
  | 'minutes';

/** Where it stands in what was typed. */
export type Problem = { start: number; end: number; code: ProblemCode };

/** Met when all clauses are: `a (b or c) -d`. A problem never empties the page: what is left still holds. */
export type Query = { clauses: Clause[]; problems: Problem[] };
