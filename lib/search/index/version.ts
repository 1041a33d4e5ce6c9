/**
 * Changes whenever the rows of the index, or the terms in them, are made in another way. An index that another version
 * wrote is built anew; until then every text is read at each query.
 */
const FORMAT = 1;
/** What `tokenise`, `fold` and document-terms.ts make of a text. Labels of own-keywords.ts are made so, too: list rows anew then. */
const TOKENS = 1;

export const INDEX_VERSION = `${FORMAT}.${TOKENS}`;
