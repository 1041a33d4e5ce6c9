/** A stretch of text that stands by itself on the page: a paragraph, a div, a line between two <br>. */
export type TextBlock = {
  text: string;
  /** Characters of `text` that are link text. */
  linked: number;
  /** The block element that holds the text. */
  element: Element;
};

const SHOW_TEXT = 4;
const INLINE = /^(?:a|abbr|b|code|del|em|font|i|ins|label|mark|q|rt|ruby|s|small|span|strong|sub|sup|time|u)$/;
const SILENT = /^(?:button|iframe|noscript|option|script|style|textarea)$/;
/** Nesting of inline elements beyond this is no text that anyone wrote. */
const MAX_DEPTH = 30;
/** A text node of this many characters is part of a paragraph … */
const LONG = 60;
/** … and so much text in paragraphs, in characters of a spaced script, is enough to judge by. */
const ENOUGH = 3600;

/**
 * Reads text nodes in document order, from after `start` (from its beginning when it is `root`), and joins them into
 * blocks. Reads until there is enough, and at most `nodes` text nodes, whatever the page holds; no style, no layout.
 */
export function textBlocks(root: Element, start: Element, nodes: number): TextBlock[] {
  const walker = root.ownerDocument.createTreeWalker(root, SHOW_TEXT);
  let last: Node = start;
  if (start !== root) while (last.lastChild) last = last.lastChild;
  walker.currentNode = last;
  const blocks: TextBlock[] = [];
  let missing = ENOUGH;
  for (let seen = 0; seen < nodes && missing > 0; seen++) {
    const node = walker.nextNode();
    if (!node) break;
    const text = (node as Text).data.trim();
    if (!text) continue;
    let top: Node = node;
    let element = node.parentElement;
    let linked = 0;
    for (let depth = 0; element && depth < MAX_DEPTH && INLINE.test(element.localName); depth++) {
      if (element.localName === 'a') linked = text.length;
      top = element;
      element = element.parentElement;
    }
    if (!element || SILENT.test(element.localName)) continue;
    // A CJK character weighs as much as three of a spaced script, see readingUnits.
    if (!linked && text.length > LONG) missing -= text.length * (text > '\u2e80' ? 3 : 1);
    const open = blocks.at(-1);
    if (open?.element === element && top.previousSibling?.nodeName !== 'BR') {
      open.text += text;
      open.linked += linked;
    } else {
      blocks.push({ text, linked, element });
    }
  }
  return blocks;
}
