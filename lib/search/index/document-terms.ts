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

/** Shows all terms of a document, with repeats, field by field. Answers its length, quantised. */
export function showTerms(
  { url, title, text, source, byline, keywords, lang }: IndexedFields,
  show: (terms: readonly string[], weight: number) => void,
): number {
  const showField = (field: string, weight: number): number => {
    const terms = tokenise(fold(field));
    show(terms, weight);
    return terms.length;
  };
  const length =
    showField(text, WEIGHTS.text) +
    showField(title, WEIGHTS.title) +
    showField(keywords.join('\n'), WEIGHTS.keywords) +
    showField(source ?? '', WEIGHTS.source) +
    showField(byline ?? '', WEIGHTS.byline);
  show([...siteTerms(url), ...sourceTerms(source ?? ''), ...langTerm(lang)], 1);
  return quantiseLength(length);
}

function count(frequencies: Map<string, number>, terms: readonly string[], weight: number): void {
  for (const term of terms) frequencies.set(term, (frequencies.get(term) ?? 0) + weight);
}

/** Takes about a millisecond for a usual article; to be called before a transaction opens where that can be done. */
export function documentTerms(fields: IndexedFields): DocumentTerms {
  const frequencies = new Map<string, number>();
  const length = showTerms(fields, (terms, weight) => count(frequencies, terms, weight));
  return { terms: encodeDocument(frequencies), length };
}

/** A note weighs more than the text that it is about. */
const NOTE_WEIGHT = 2;

export function noteTerms(note: string): DocumentTerms {
  const frequencies = new Map<string, number>();
  const terms = tokenise(fold(note));
  count(frequencies, terms, NOTE_WEIGHT);
  return { terms: encodeDocument(frequencies), length: quantiseLength(terms.length) };
}
