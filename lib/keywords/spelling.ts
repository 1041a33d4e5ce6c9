/** How a term is written: in the middle of a sentence, where a capital belongs to the word and not to the grammar. */
import type { Candidate } from './candidates';
import type { Clause } from './clauses';

/** Key of a word → its commonest form in the middle of a sentence. */
export type Spelling = ReadonlyMap<string, string>;

export function spelling(clauses: readonly Clause[]): Spelling {
  const seen = new Map<string, Map<string, number>>();
  for (const { words, opens, title } of clauses) {
    if (title) continue;
    for (const [i, { key, form }] of words.entries()) {
      if (opens && i === 0) continue;
      const forms = seen.get(key) ?? new Map<string, number>();
      forms.set(form, (forms.get(form) ?? 0) + 1);
      seen.set(key, forms);
    }
  }
  return new Map([...seen].map(([key, forms]) => [key, commonest(forms)]));
}

function commonest(forms: ReadonlyMap<string, number>): string {
  let best = '';
  for (const [form, count] of forms) if (!best || count > (forms.get(best) ?? 0)) best = form;
  return best;
}

const SHOUTED = /^\p{Lu}{5,}$/u;

/** The form to show. Words known only from a headline lose capitals that the headline gave to all of them. */
export function written({ forms }: Candidate, known: Spelling): string {
  const best = commonest(forms);
  const sure = (forms.get(best) ?? 0) >= 1;
  const text = sure
    ? best
    : best.replace(/[\p{L}\p{N}\p{M}'’.&-]+/gu, (word) => {
        const form = known.get(
          word
            .normalize('NFKC')
            .toLowerCase()
            .replace(/\u2019/gu, "'"),
        );
        if (form) return form;
        return SHOUTED.test(word) ? word.charAt(0) + word.slice(1).toLowerCase() : word;
      });
  return text.normalize('NFKC').replace(/\s+/gu, ' ');
}
