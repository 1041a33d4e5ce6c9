/** An article, or a note, as the index sees it: its terms with weights, and its length. */
import { fold } from '../fold';
import { tokenise } from '../tokenise';
import { encodeDocument } from './encode-document';
import { siteTerms, sourceTerms, langTerm } from './field-terms';
import { quantiseLength } from './lengths';

/** All of it must be known when the text is written: what changes later without a new text is found otherwise. */
export type IndexedFields = {
  url: string;
  title: string;
  text: string;
  source: string | null;
  byline: string | null;
  keywords: readonly string[];
  lang: string;
};

/** `terms` is one block whose postings name document 0; `length` a quantised number of terms. */
export type DocumentTerms = { terms: Uint8Array<ArrayBuffer>; length: number };

/** How many times over a hit in a field counts, above a hit in the text. */
const WEIGHTS = { title: 5, keywords: 7, source: 3, byline: 3, text: 1 };

function count(frequencies: Map<string, number>, terms: readonly string[], weight: number): number {
  for (const term of terms) frequencies.set(term, (frequencies.get(term) ?? 0) + weight);
  return terms.length;
}

/** Takes about a millisecond for a usual article; to be called before a transaction opens where that can be done. */
export function documentTerms(fields: IndexedFields): DocumentTerms {
  const { url, title, text, source, byline, keywords, lang } = fields;
  const frequencies = new Map<string, number>();
  const length =
    count(frequencies, tokenise(fold(text)), WEIGHTS.text) +
    count(frequencies, tokenise(fold(title)), WEIGHTS.title) +
    count(frequencies, tokenise(fold(keywords.join('\n'))), WEIGHTS.keywords) +
    count(frequencies, tokenise(fold(source ?? '')), WEIGHTS.source) +
    count(frequencies, tokenise(fold(byline ?? '')), WEIGHTS.byline);
  count(frequencies, [...siteTerms(url), ...sourceTerms(source ?? ''), ...langTerm(lang)], 1);
  return { terms: encodeDocument(frequencies), length: quantiseLength(length) };
}

/** A note weighs more than the text that it is about. */
const NOTE_WEIGHT = 2;

export function noteTerms(note: string): DocumentTerms {
  const frequencies = new Map<string, number>();
  const length = count(frequencies, tokenise(fold(note)), NOTE_WEIGHT);
  return { terms: encodeDocument(frequencies), length: quantiseLength(length) };
}
