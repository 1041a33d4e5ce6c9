import { fold } from './fold';
import type { Term } from './query/query';
import { findRuns, type Run } from './tokenise';

export type { Term } from './query/query';

/** A query is typed by a person: what is longer was pasted by mistake. */
const MAX_LENGTH = 1000;
const MAX_TERMS = 32;

const QUOTES = /[“”„‟〝〞＂]/gu;

/** Joins the pieces of one word: `gpt-4`, `don't`, `u.s.`, `at&t`. */
const WITHIN_A_WORD = /^[-'’._/&@+·]$/u;

function plainTerms(text: string): Run[][] {
  const terms: Run[][] = [];
  let end = -1;
  for (const { index, ...run } of findRuns(text)) {
    const last = terms.at(-1);
    const joined = !run.cjk && last?.at(-1)?.cjk === false && WITHIN_A_WORD.test(text.slice(end, index));
    if (joined) last?.push(run);
    else terms.push([run]);
    end = index + run.text.length;
  }
  return terms;
}

/** Text between quotation marks, Chinese ones too, is one term; a mark that isn't closed holds until the end. */
export function parseQuery(query: string): Term[] {
  const folded = fold(query.slice(0, MAX_LENGTH).replace(QUOTES, '"')).trimEnd();
  const terms = folded.split('"').flatMap((text, i) => {
    const quoted = i % 2 === 1;
    const found = quoted ? [findRuns(text).map(({ text, cjk }) => ({ text, cjk }))] : plainTerms(text);
    return found.filter((parts) => parts.length > 0).map((parts) => ({ parts, prefix: false, quoted }));
  });
  const last = terms.at(-1);
  const word = last?.parts.at(-1);
  const typing = last && word && !last.quoted && !word.cjk && folded.endsWith(word.text) ? last : undefined;
  const distinct = new Map(terms.map((term) => [JSON.stringify([term.parts, term === typing]), term]));
  return [...distinct.values()].slice(0, MAX_TERMS).map((term) => ({ parts: term.parts, prefix: term === typing }));
}
