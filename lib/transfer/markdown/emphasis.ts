/**
 * Emphasis that survives Chinese. `**“引文”**说` is no emphasis in CommonMark: a delimiter between a letter and a
 * punctuation mark does not close (https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run). Since the
 * neighbours are known only when the line is whole, inline text first carries private marks, which are resolved here;
 * where the rule forbids asterisks, the HTML tag stands instead, which Markdown allows.
 */
const KINDS = {
  strong: { open: '\uE000', close: '\uE001', mark: '**', tag: 'strong' },
  em: { open: '\uE002', close: '\uE003', mark: '*', tag: 'em' },
  del: { open: '\uE004', close: '\uE005', mark: '~~', tag: 'del' },
} as const;

type Kind = keyof typeof KINDS;

const MARKS = /[\uE000-\uE005]/g;
const OPENERS = new Map(Object.values(KINDS).map((kind) => [kind.open as string, kind]));
const SPACE = /^\s?$/u;
/** A mark of ours will be an asterisk or the end of a tag: punctuation both. */
const PUNCTUATION = /^[\p{P}\p{S}\uE000-\uE005]$/u;

export function withoutMarks(text: string): string {
  return text.replace(MARKS, '');
}

/** White space at the edges goes outside, where emphasis allows it. Nothing to emphasise: just the text. */
export function emphasise(kind: Kind, text: string): string {
  const { open, close } = KINDS[kind];
  const [, before = '', inner = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
  if (!withoutMarks(inner)) return text;
  // Emphasis within the same emphasis says nothing more.
  return `${before}${open}${inner.replaceAll(open, '').replaceAll(close, '')}${close}${after}`;
}

/** May a delimiter stand between `outside` and `inside`? Empty strings are the edges of the line. */
function flanks(inside: string, outside: string): boolean {
  if (SPACE.test(inside)) return false;
  return !PUNCTUATION.test(inside) || SPACE.test(outside) || PUNCTUATION.test(outside);
}

/** Turns the marks of a whole line into `**`, `*` and `~~`, or into tags. */
export function resolveEmphasis(line: string): string {
  const characters = Array.from(line);
  const open: { kind: (typeof KINDS)[Kind]; at: number }[] = [];
  const out = [...characters];
  characters.forEach((character, at) => {
    const kind = OPENERS.get(character);
    if (kind) open.push({ kind, at });
    if (!open.length || character !== open.at(-1)?.kind.close) return;
    const pair = open.pop();
    if (!pair) return;
    const good =
      flanks(characters[pair.at + 1] ?? '', characters[pair.at - 1] ?? '') &&
      flanks(characters[at - 1] ?? '', characters[at + 1] ?? '');
    const { mark, tag } = pair.kind;
    out[pair.at] = good ? mark : `<${tag}>`;
    out[at] = good ? mark : `</${tag}>`;
  });
  return out.join('');
}
