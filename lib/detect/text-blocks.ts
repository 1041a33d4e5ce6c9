import { measureText, type TextMeasure } from './text-measure';

/** A stretch of text that stands by itself on the page: a paragraph, a div, a line between two <br>. */
export type TextBlock = TextMeasure & {
  text: string;
  /** Part of `units` that is link text. */
  linkUnits: number;
  /** The block element that holds the text. */
  element: Element;
};

export type WalkLimits = { nodes: number; blocks: number };

const SHOW_TEXT = 4;
const INLINE = new Set(
  'a,abbr,b,bdi,bdo,big,cite,code,data,del,dfn,em,font,i,ins,kbd,label,mark,q,rp,rt,ruby,s,samp,small,span,strike,strong,sub,sup,time,tt,u,var,wbr'.split(
    ',',
  ),
);
const SILENT = new Set('script,style,noscript,template,textarea,option,button,svg,iframe,object,select'.split(','));
/** Enough text of a block to judge it; longer text changes no verdict. */
const TEXT_CAP = 1500;

const isBreak = (node: Node | null) => node?.nodeName === 'BR' || node?.nodeName === 'br';

/**
 * Reads text nodes in document order, from after `start` (or from its beginning when it is `root`), and joins them
 * into blocks. Bounded by `limits`, whatever the page holds; reads no style and no layout.
 */
export function textBlocks(root: Element, start: Element, limits: WalkLimits): TextBlock[] {
  const walker = root.ownerDocument.createTreeWalker(root, SHOW_TEXT);
  let last: Node = start;
  if (start !== root) while (last.lastChild) last = last.lastChild;
  walker.currentNode = last;
  const blocks: TextBlock[] = [];
  let open: TextBlock | null = null;
  const close = () => {
    if (!open) return;
    Object.assign(open, measureText(open.text));
    if (open.units > 0) blocks.push(open);
    open = null;
  };
  for (let seen = 0; seen < limits.nodes && blocks.length < limits.blocks; seen++) {
    const node = walker.nextNode();
    if (!node) break;
    let top: Node = node;
    let element = node.parentElement;
    let linked = false;
    while (element && element !== root && INLINE.has(element.localName)) {
      if (element.localName === 'a') linked = true;
      top = element;
      element = element.parentElement;
    }
    if (!element || SILENT.has(element.localName)) continue;
    if (open && (open.element !== element || isBreak(top.previousSibling))) close();
    const data = (node as Text).data;
    if (!/\S/.test(data)) continue;
    open ??= { text: '', units: 0, stops: 0, commas: 0, linkUnits: 0, element };
    if (open.text.length < TEXT_CAP) open.text += data;
    if (linked) open.linkUnits += measureText(data).units;
  }
  close();
  return blocks;
}
