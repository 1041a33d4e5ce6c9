/** How a term is written: in the middle of a sentence, where a capital belongs to the word and not to the grammar. */
import { isMidSentence, type Occurrence } from './candidates';
import type { Clause } from './clauses';

/** Key of a word → its commonest form in the middle of a sentence. */
export type Spelling = ReadonlyMap<string, string>;

function commonest(forms: ReadonlyMap<string, number>): string | undefined {
  let best: string | undefined;
  let most = 0;
  for (const [form, count] of forms) if (count > most) [best, most] = [form, count];
  return best;
}

function add(forms: Map<string, number>, form: string): void {
  forms.set(form, (forms.get(form) ?? 0) + 1);
}

/** Only the words in `keys`: the few that are to be shown. */
export function spelling(clauses: readonly Clause[], keys: ReadonlySet<string>): Spelling {
  const seen = new Map<string, Map<string, number>>();
  for (const clause of clauses) {
    for (const [from, { key, form }] of clause.words.entries()) {
      if (!keys.has(key) || !isMidSentence({ clause, from, to: from })) continue;
      const forms = seen.get(key) ?? new Map<string, number>();
      add(forms, form);
      seen.set(key, forms);
    }
  }
  return new Map([...seen].map(([key, forms]) => [key, commonest(forms) ?? key]));
}

/** A headline in capitals: HURRICANE, but not NATO. */
const SHOUTED = /^\p{Lu}{6,}$/u;

function joined({ clause, from, to }: Occurrence, write: (key: string, form: string) => string): string {
  return clause.words
    .slice(from, to + 1)
    .map(({ key, form, spaced }, i) => (i && spaced ? ' ' : '') + write(key, form))
    .join('');
}

/** The form to show: the commonest in mid-sentence, else as it stands, without the capitals of a headline. */
export function written(occurrences: readonly Occurrence[], known: Spelling): string {
  const forms = new Map<string, number>();
  for (const at of occurrences)
    if (isMidSentence(at))
      add(
        forms,
        joined(at, (_, form) => form),
      );
  const [first] = occurrences;
  const unsure = (key: string, form: string): string =>
    known.get(key) ?? (SHOUTED.test(form) ? form.charAt(0) + form.slice(1).toLowerCase() : form);
  return (commonest(forms) ?? (first ? joined(first, unsure) : '')).normalize('NFKC');
}

/** A term that sites declare in lower case, as the article spells it: brooklyn bridge, Brooklyn Bridge. */
export function spelledIn(text: string, term: string): string {
  const lower = text.toLowerCase();
  // Lower case may be longer (İ): then places in one are none in the other.
  const at = term === term.toLowerCase() && lower.length === text.length ? lower.indexOf(term) : -1;
  return at < 0 ? term : text.slice(at, at + term.length);
}
