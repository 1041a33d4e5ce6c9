/** A run of inline text inside a line: one text node. */
export type Part = { text: string; start: number; element: Element; link: boolean };

/** What a reader sees as one line: the text between two block boundaries or `<br>`s. */
export type Line = { text: string; parts: Part[]; block: Element; index: number };

const INLINE = new Set(
  'A ABBR ACRONYM B BDI BDO BIG CITE CODE DFN EM FONT I INS DEL KBD LABEL MARK Q RB RP RT RUBY S SAMP SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR'.split(
    ' ',
  ),
);
const SKIPPED = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE BUTTON SVG MATH SELECT TEXTAREA IFRAME OBJECT VIDEO AUDIO CANVAS HEAD'.split(' '),
);
const MAX_NODES = 40_000;
/** Longer lines are prose; their beginning is enough here. */
const MAX_LINE = 600;

/** One walk over the page in document order, without layout. */
export function readLines(root: Element): Line[] {
  const lines: Line[] = [];
  let open: { line: Line; fresh: boolean } | null = null;
  let node: Node | null = root.firstChild;
  for (let seen = 0; node && seen < MAX_NODES; seen++) {
    let next: Node | null = null;
    if (node.nodeType === 3) {
      const solid = (node.nodeValue ?? '').trim();
      const element = node.parentElement;
      if (solid && element) {
        const block = blockOf(element, root);
        if (!open || open.fresh || open.line.block !== block) {
          open = { line: { text: '', parts: [], block, index: lines.length }, fresh: false };
          lines.push(open.line);
        }
        append(open.line, node.nodeValue ?? '', element);
      } else if (open && open.line.text && node.nodeValue) open.line.text = `${open.line.text.trimEnd()} `;
    } else if (node.nodeType === 1) {
      const element = node as Element;
      const name = element.nodeName.toUpperCase();
      if (open && (name === 'BR' || name === 'HR' || !INLINE.has(name))) open.fresh = true;
      if (!SKIPPED.has(name) && !isHidden(element)) next = element.firstChild;
    }
    while (!next && node && node !== root) {
      next = node.nextSibling;
      if (!next) {
        node = node.parentNode;
        if (node === root) break;
      }
    }
    node = next;
  }
  for (const line of lines) line.text = line.text.trimEnd();
  return lines;
}

/** The text of an element as it is read: without scripts, buttons and hidden parts. */
export function visibleText(element: Element): string {
  return readLines(element)
    .map((line) => line.text)
    .join(' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

function append(line: Line, raw: string, element: Element): void {
  const text = raw.replace(/[\s\u00a0]+/gu, ' ');
  const spaced = line.text === '' || line.text.endsWith(' ') ? text.trimStart() : text;
  if (line.text.length > MAX_LINE || !spaced) return;
  const start = line.text.length + (spaced.length - spaced.trimStart().length);
  line.parts.push({ text: spaced.trim(), start, element, link: element.closest('a') !== null });
  line.text += spaced;
}

function blockOf(element: Element, root: Element): Element {
  let block = element;
  while (block !== root && INLINE.has(block.nodeName.toUpperCase()) && block.parentElement) block = block.parentElement;
  return block;
}

function isHidden(element: Element): boolean {
  if (element.hasAttribute('hidden')) return true;
  const style = element.getAttribute('style');
  return style !== null && /display\s*:\s*none/i.test(style);
}
