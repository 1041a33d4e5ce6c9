/** A stretch of text that stands by itself on the page: a paragraph, a div, a line between two <br>. */
export type TextBlock = {
  text: string;
  /** Characters of `text` that are link text. */
  linked: number;
  /** The block element that holds the text. */
  element: Element;
};

const SHOW_TEXT = 4;
// Plain text: asked of every element, and cheaper than a pattern or a set while nothing has been compiled.
const INLINE = ' a abbr b code del em font i ins label mark q rt ruby s small span strong sub sup time u ';
const SILENT = ' button iframe noscript option script style textarea ';
/** Nesting of inline elements beyond this is no text that anyone wrote. */
const MAX_DEPTH = 30;
/** A text node of this many characters is part of a paragraph … */
const LONG = 60;
/** … and so much text in paragraphs, in characters of a spaced script, is enough to judge by. */
const ENOUGH = 3600;
/** After so many blocks with nothing of an article in them, text nodes too short for a paragraph are passed over … */
const FRUITLESS = 31;
const SHORT_CJK = 30;
const SHORT = 90;
/** … except those that a headline may stand in. */
const SHORTEST_HEADLINE = 8;

/**
 * Reads text nodes in document order, from after `start` (from its beginning when it is `root`), and joins them into
 * blocks. Reads until there is enough, and at most `nodes` text nodes, whatever the page holds; no style, no layout.
 * `title`: of the page, where a line that repeats it is still wanted.
 */
export function textBlocks(
  root: Element,
  start: Element,
  { nodes, title }: { nodes: number; title: string },
): TextBlock[] {
  const walker = root.ownerDocument.createTreeWalker(root, SHOW_TEXT);
  let last: Node = start;
  if (start !== root) while (last.lastChild) last = last.lastChild;
  walker.currentNode = last;
  const blocks: TextBlock[] = [];
  let open: TextBlock | undefined;
  const least = title ? SHORTEST_HEADLINE : SHORT_CJK;
  let missing = ENOUGH;
  /** Number of the block that was last worth reading. */
  let fruit = 0;
  for (let seen = 0; seen < nodes && missing > 0; seen++) {
    const node = walker.nextNode() as Text | null;
    if (!node) break;
    const fruitless = blocks.length - fruit > FRUITLESS;
    if (fruitless && node.length < least) continue;
    const text = node.data.trim();
    if (!text) continue;
    const isTitle = title.includes(text.slice(0, 8));
    if (fruitless && !isTitle && text.length < (text > '\u2e80' ? SHORT_CJK : SHORT)) continue;
    let top: Node = node;
    let element = node.parentElement;
    let name = element?.localName;
    let linked = 0;
    for (let depth = 0; element && depth < MAX_DEPTH && INLINE.includes(` ${name} `); depth++) {
      if (name === 'a') linked = text.length;
      top = element;
      element = element.parentElement;
      name = element?.localName;
    }
    if (!element || SILENT.includes(` ${name} `)) continue;
    // A CJK character weighs as much as three of a spaced script, see readingUnits.
    const isLong = text.length > LONG;
    if (!linked && isLong) missing -= text.length * (text > '\u2e80' ? 3 : 1);
    if (!linked && (isLong || isTitle)) fruit = blocks.length;
    if (open?.element === element && top.previousSibling?.nodeName !== 'BR') {
      open.text += text;
      open.linked += linked;
    } else {
      blocks.push((open = { text, linked, element }));
    }
  }
  return blocks;
}
