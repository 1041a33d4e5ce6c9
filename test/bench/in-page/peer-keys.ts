import { fold } from '../../../lib/search/fold.ts';
import type { Term } from '../../../lib/search/query/query.ts';
import { tokenise } from '../../../lib/search/tokenise.ts';

/** The same terms as in our index: bigrams of CJK runs, words of all else. */
export const tokensOf = (text: string): string[] => tokenise(fold(text));

/** A term that must be there, or of which a longer one may be. */
export type PeerKey = { token: string; prefix: boolean };

/** What each term of a query asks of the index, in order. A single CJK character is the beginning of bigrams. */
export const peerKeys = ({ parts, prefix }: Term): PeerKey[] =>
  parts.flatMap(({ text, cjk }, i) => {
    const tokens = tokenise(text);
    if (!cjk) return tokens.map((token) => ({ token, prefix: prefix && i === parts.length - 1 }));
    const bigrams = tokens.length > 1 ? tokens.slice(0, -1) : tokens;
    return bigrams.map((token) => ({ token, prefix: tokens.length === 1 }));
  });

const ASKED = '\u0002';

/** A query for an engine that has but one tokeniser, for texts and queries alike. */
export const asAsked = (terms: readonly Term[]): string =>
  ASKED + terms.flatMap((term) => peerKeys(term).map(({ token }) => token)).join(' ');

export const tokensOfAny = (text: string): string[] =>
  text.startsWith(ASKED) ? text.slice(ASKED.length).split(' ') : tokensOf(text);
