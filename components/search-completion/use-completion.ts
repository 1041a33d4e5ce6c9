import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { KnownValue, ValueField } from '../../lib/library/known-values';
import { completionAt, type Unfinished } from '../../lib/search/query/completion-at';
import { withWritten } from '../../lib/search/query/edit-query';
import { type Completion, completions } from './completions';

export type CompletionOptions = {
  inputRef: RefObject<HTMLInputElement | null>;
  /** What is searched for now: it may be changed by other means than typing. */
  typed: string;
  valuesOf: (field: ValueField, beginning: string) => Promise<readonly KnownValue[]>;
  onSearch: (typed: string) => void;
};

/** `active`: the one that the arrow keys stand on; -1 while they stand in the box. */
type Shown = { all: readonly Completion[]; active: number };

const LIBRARY_FIELDS: readonly string[] = ['tag', 'keyword', 'source', 'site'] satisfies ValueField[];

/** Who types on is not waiting for what goes on from one letter less. */
const PAUSE_MS = 60;

const unfinishedIn = ({ value, selectionStart, selectionEnd }: HTMLInputElement): Unfinished | null =>
  selectionStart === null || selectionStart !== selectionEnd ? null : completionAt(value, selectionStart);

/**
 * Completions of a search box, beginning with none chosen: as long as nobody goes down to them, every key does what it does
 * without them. Listens to the box itself, before it hears its own keys.
 */
export function useCompletion({ inputRef, typed, valuesOf, onSearch }: CompletionOptions) {
  const shown = useSignal<Shown | null>(null);
  const turn = useRef(0);
  const looked = useRef('');
  const close = () => {
    turn.current++;
    shown.value = null;
  };

  const take = ({ written, whole }: Completion) => {
    const box = inputRef.current;
    const at = box && unfinishedIn(box);
    if (!at) return close();
    const done = withWritten(box.value, at, written, whole);
    // Before it comes back as what is searched for: the caret would go to the end.
    box.value = done.typed;
    box.setSelectionRange(done.caret, done.caret);
    close();
    onSearch(done.typed);
    void look();
  };

  const look = async () => {
    const box = inputRef.current;
    const at = box && unfinishedIn(box);
    if (!at) return close();
    const now = ++turn.current;
    looked.current = box.value;
    let known: readonly KnownValue[] = [];
    if (at.kind === 'value' && LIBRARY_FIELDS.includes(at.field)) {
      if (shown.value) shown.value = { ...shown.value, active: -1 };
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      if (now !== turn.current) return;
      // A library that does not open says so elsewhere.
      known = await valuesOf(at.field as ValueField, at.beginning).catch(() => []);
      if (now !== turn.current) return;
    }
    const all = completions(at, known, new Date());
    shown.value = all.length > 0 ? { all, active: -1 } : null;
  };

  const pressed = (event: KeyboardEvent) => {
    if (!shown.value || event.isComposing) return;
    const { all, active } = shown.value;
    const chosen = all[active];
    const places = all.length + 1;
    if (event.key === 'ArrowDown') shown.value = { all, active: ((active + 2) % places) - 1 };
    else if (event.key === 'ArrowUp') shown.value = { all, active: ((active + places) % places) - 1 };
    else if (event.key === 'Escape') close();
    else if (chosen && (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey))) take(chosen);
    else {
      if (event.key === 'Enter') close();
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  const latest = useRef({ look, pressed });
  latest.current = { look, pressed };
  useEffect(() => {
    const box = inputRef.current;
    if (!box) return;
    const listening = new AbortController();
    const { signal } = listening;
    const lookAgain = () => void latest.current.look();
    box.addEventListener('input', (event) => (event as InputEvent).isComposing || lookAgain(), { signal });
    box.addEventListener('compositionstart', close, { signal });
    box.addEventListener('compositionend', lookAgain, { signal });
    box.addEventListener('click', lookAgain, { signal });
    box.addEventListener('blur', close, { signal });
    box.addEventListener('keydown', (event) => latest.current.pressed(event), { capture: true, signal });
    const moved = ({ key }: KeyboardEvent) => /^(?:ArrowLeft|ArrowRight|Home|End)$/.test(key) && lookAgain();
    box.addEventListener('keyup', moved, { signal });
    return () => listening.abort();
  }, []);

  // By a button, not by typing.
  useEffect(() => {
    if (typed !== looked.current) close();
  }, [typed]);

  return { shown, take };
}
