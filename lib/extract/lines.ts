/** The article as its reader sees it: a list of lines, each one block or one part of a block between line breaks. */

import { countUnits } from '../cjk.ts';

export type Line = {
  /** White space collapsed, full-width indents cut. */
  text: string;
  /** Length in units of reading; beyond a long paragraph its characters, since no rule asks how long exactly. */
  units: number;
  /** Nodes that make up the line, in order; never a picture. */
  nodes: ChildNode[];
  /** The nearest block element around it. */
  block: Element;
  /** The table row it stands in, if any. */
  row: Element | null;
  /** Share of its characters that are links, 0–1. */
  linkShare: number;
  /** What stands directly before it. */
  after: 'start' | 'line' | 'picture';
};

const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'.split(
    ' ',
  ),
);
const MEDIA = new Set('IMG PICTURE VIDEO AUDIO IFRAME EMBED OBJECT CANVAS'.split(' '));
/** Formulas are shown, but say nothing as a row of letters. */
const SILENT = new Set('SCRIPT STYLE NOSCRIPT TEMPLATE RP RT math'.split(' '));

const LONG = 2000;
const unitsOf = (text: string): number => (text.length > LONG ? text.length : countUnits(text));

/** Of each article the lines that were measured: most are read several times. */
const measured = new WeakMap<Element, Map<string, number>>();

const isBlock = (element: Element): boolean => BLOCKS.has(element.tagName);
const isMedia = (element: Element): boolean => MEDIA.has(element.tagName.toUpperCase()) && !isFormula(element);

/** TeX as the text for those who do not see the picture. */
const TEX = /\\[a-z]{2,}|[_^]\{|\w\^\w|^\$.+\$$/i;

/** A picture of a formula is part of its line. */
export const isFormula = (element: Element): boolean =>
  element.tagName === 'IMG' && TEX.test(element.getAttribute('alt') ?? '');

/** White space does not count: menus are full of it. */
export const solidLength = (node: Node): number => (node.textContent ?? '').replace(/\s+/gu, '').length;

/** Solid characters outside of links. */
export const plainLength = (element: Element): number =>
  Array.from(element.querySelectorAll('a')).reduce((length, link) => length - solidLength(link), solidLength(element));

/** A line of prose, in units of reading, without and with a mark that ends a sentence; these say where a story stands. */
const PROSE_UNITS = 45;
const SENTENCE_UNITS = 20;
const MOSTLY_LINK = 0.4;
export const SENTENCE_END = /[。!?!?.…।۔؟]['"”’」』)]*$/u;

export function isProse({ text, units, linkShare }: Line): boolean {
  return linkShare <= MOSTLY_LINK && (units >= PROSE_UNITS || (units >= SENTENCE_UNITS && SENTENCE_END.test(text)));
}

/** Edges include the no-break and the ideographic space, which Chinese pages use as indent. */
export function tidy(text: string): string {
  return text.replace(/[\s\u00a0\u3000\u200b\ufeff]+/gu, ' ').trim();
}

/** Inline elements that hold a block, a break or a picture, and so belong to more than one line. */
function splitInlines(root: Element): Set<Element> {
  const split = new Set<Element>();
  for (const element of Array.from(root.querySelectorAll('*'))) {
    if (element.tagName !== 'BR' && !isBlock(element) && !isMedia(element)) continue;
    let above = element.parentElement;
    while (above && above !== root && !split.has(above)) {
      split.add(above);
      above = above.parentElement;
    }
  }
  return split;
}

/** Text of an inline element as it is read: no scripts, no ruby readings, no formulas. */
function inlineText(element: Element): string {
  if (SILENT.has(element.tagName)) return '';
  if (!element.querySelector('script, style, noscript, template, rp, rt, math')) return element.textContent ?? '';
  return Array.from(element.childNodes, (node) =>
    node.nodeType === 3 ? (node.textContent ?? '') : node.nodeType === 1 ? inlineText(node as Element) : '',
  ).join('');
}

function linkLength(element: Element, length: number): number {
  if (element.tagName === 'A' || element.closest('a')) return length;
  if (!element.firstElementChild) return 0;
  let sum = 0;
  for (const link of Array.from(element.querySelectorAll('a'))) sum += (link.textContent ?? '').length;
  return Math.min(sum, length);
}

/** Reads all lines of `root` in one walk. */
export function readLines(root: Element): Line[] {
  const known = measured.get(root) ?? new Map<string, number>();
  measured.set(root, known);
  const split = splitInlines(root);
  const lines: Line[] = [];
  let nodes: ChildNode[] = [];
  let raw = '';
  let linked = 0;
  let after: Line['after'] = 'start';

  const flush = (block: Element, row: Element | null): void => {
    const text = block.tagName === 'PRE' ? raw.trim() : tidy(raw);
    if (text) {
      const units = known.get(text) ?? unitsOf(text);
      known.set(text, units);
      lines.push({ text, units, nodes, block, row, linkShare: Math.min(1, linked / raw.length), after });
      after = 'line';
    }
    nodes = [];
    raw = '';
    linked = 0;
  };
  const add = (node: ChildNode, text: string, links: number): void => {
    nodes.push(node);
    raw += text;
    linked += links;
  };
  const walk = (parent: Element, block: Element, row: Element | null, inLink: boolean): void => {
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === 3) {
        const text = node.textContent ?? '';
        add(node, text, inLink ? text.length : 0);
      }
      if (node.nodeType !== 1) continue;
      const element = node as Element & ChildNode;
      if (element.tagName === 'BR' || element.tagName === 'HR') flush(block, row);
      else if (isMedia(element)) {
        flush(block, row);
        after = 'picture';
      } else if (isBlock(element)) {
        flush(block, row);
        const inner = element.tagName === 'TR' ? element : row;
        walk(element, element, inner, inLink);
        flush(element, inner);
      } else if (split.has(element)) walk(element, block, row, inLink || element.tagName === 'A');
      else {
        const text = inlineText(element);
        add(element, text, inLink ? text.length : linkLength(element, text.length));
      }
    }
  };
  walk(root, root, null, false);
  flush(root, null);
  return lines;
}

const blank = (node: ChildNode): boolean =>
  node.nodeType === 3 ? tidy(node.textContent ?? '') === '' : node.nodeName === 'WBR' || node.nodeName === 'BR';

const CELLS = new Set(['TD', 'TH', 'TR', 'TBODY', 'THEAD', 'CAPTION']);

/** The line's block with the wrappers that hold nothing else; only its nodes if the block holds more, or is a table's cell. */
export function wholeLine(line: Line, root: Element): ChildNode[] {
  const own = new Set<ChildNode>(line.nodes);
  const { block } = line;
  const alone = block !== root && Array.from(block.childNodes).every((node) => own.has(node) || blank(node));
  if (!alone || CELLS.has(block.tagName)) return line.nodes;
  return [climb(block, root)];
}

/** Looks outward from `element` and stops at the first thing that shows. */
function standsAlone(element: Element): boolean {
  for (let node = element.previousSibling; node; node = node.previousSibling) if (!blank(node)) return false;
  for (let node = element.nextSibling; node; node = node.nextSibling) if (!blank(node)) return false;
  return true;
}

/** `element` or the outermost element around it that shows nothing else. */
export function climb(element: Element, root: Element): Element & ChildNode {
  let top = element;
  for (let above = top.parentElement; above && above !== root; above = above.parentElement) {
    if (CELLS.has(above.tagName) || !standsAlone(top)) break;
    top = above;
  }
  return top;
}

function ancestorCounts(lines: readonly Line[], root: Element): Map<Element, number> {
  const counts = new Map<Element, number>();
  for (const { block } of lines) {
    for (let at: Element | null = block; at && at !== root; at = at.parentElement)
      counts.set(at, (counts.get(at) ?? 0) + 1);
  }
  return counts;
}

/**
 * The largest blocks that hold lines of `run` and no others of `all`, with the pictures between them: a list goes as one
 * part. Lines that share a block with others go by themselves.
 */
export function wholeRun(run: readonly Line[], all: readonly Line[], root: Element): ChildNode[][] {
  const inRun = ancestorCounts(run, root);
  const inAll = ancestorCounts(all, root);
  const parts = new Map<ChildNode, ChildNode[]>();
  for (const line of run) {
    let top: Element | null = null;
    for (let at: Element | null = line.block; at && at !== root; at = at.parentElement) {
      if (inRun.get(at) !== inAll.get(at)) break;
      if (!CELLS.has(at.tagName)) top = at;
    }
    const nodes = top ? [top as Element & ChildNode] : line.nodes;
    if (nodes[0]) parts.set(nodes[0], nodes);
  }
  return Array.from(parts.values());
}
