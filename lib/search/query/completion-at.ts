import type { FieldName } from './field-names';
import { lex, type Place } from './lex';

/** What is being typed at a place, and where it stands. */
export type Unfinished = Place & { beginning: string } & (
    | { kind: 'word' }
    /** `name` as it is typed, without its colon. */
    | { kind: 'value'; field: FieldName; name: string }
  );

/** A name with its colon, and the spaces after it. */
const NAME = /^([^:：]*)[:：]\s*/u;

/** Of what was pasted nothing is completed. */
const MAX_LENGTH = 1000;

/** The word or the value of a filter that ends at `caret`; null where none does, or where one goes on after it. */
export function completionAt(typed: string, caret: number): Unfinished | null {
  if (caret > MAX_LENGTH || !/^[\s)）]?$/u.test(typed.charAt(caret))) return null;
  const last = lex(typed.slice(0, caret)).at(-1);
  if (!last || last.end !== caret) return null;
  const { start, end } = last;
  if (last.kind === 'words') return { kind: 'word', beginning: last.text, start, end };
  if (last.kind !== 'filter' || !last.open) return null;
  const [before = '', name = ''] = NAME.exec(last.typed) ?? [];
  return { kind: 'value', field: last.field, name, beginning: last.value, start: start + before.length, end };
}
