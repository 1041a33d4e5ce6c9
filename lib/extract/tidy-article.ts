/** Puts Readability's article into the plain form that passes, sanitiser and reader expect. */
import { countUnits } from '../cjk.ts';

/** Asks the parser once: a picture in a `data:` address may be megabytes long. */
function absolute(written: string, base: string): string {
  try {
    return new URL(written, base).href;
  } catch {
    return written;
  }
}

/**
 * Addresses become absolute, but links that lead to a place in this same article `#place`. What only runs a script is no link.
 */
function settleAddresses(body: Element, url: string): void {
  const page = url.replace(/#.*$/s, '');
  const base = body.baseURI;
  for (const element of Array.from(body.querySelectorAll('a[href], img[src]'))) {
    const name = element.localName === 'a' ? 'href' : 'src';
    const written = element.getAttribute(name)?.trim() ?? '';
    const address = absolute(written, base);
    if (/^javascript:/i.test(address)) element.replaceWith(...element.childNodes);
    else if (written.startsWith('#')) element.setAttribute(name, written);
    else element.setAttribute(name, address.startsWith(`${page}#`) ? address.slice(page.length) : address);
  }
}

/** An `id` stays only where a link of the article leads to it. */
function keepUsedIds(body: Element): void {
  const used = new Set(
    Array.from(body.querySelectorAll('a[href^="#"]'), (link) => (link.getAttribute('href') ?? '').slice(1)),
  );
  for (const element of Array.from(body.querySelectorAll('[id]'))) {
    if (!used.has(element.id)) element.removeAttribute('id');
  }
}

function fillCards(body: Element): void {
  for (const card of Array.from(body.querySelectorAll('figure[data-embed]'))) {
    const link = card.ownerDocument.createElement('a');
    link.setAttribute('href', card.getAttribute('data-href') ?? '');
    link.textContent = card.getAttribute('title') ?? '';
    card.replaceChildren(link);
    card.removeAttribute('title');
  }
}

const INDENT = /^[\s\u00a0]*(?:\u3000{2}|\u00a0{2,4}|\u2003{2})/u;
const SENTENCE_END = /[。!?!?.…:]["”’」』)]*\s*$/u;
const PARAGRAPH_UNITS = 20;

/** Text between the break and the one before it. */
function textBefore(node: ChildNode): string {
  let text = '';
  for (let before = node.previousSibling; before && before.nodeName !== 'BR'; before = before.previousSibling) {
    text = (before.textContent ?? '') + text;
  }
  return text;
}

/** Many Chinese pages write a story as one `<p>` with a break and an indent, or a full sentence, before each paragraph. */
function splitAtBreaks(body: Element): void {
  for (const line of Array.from(body.querySelectorAll('p > br'))) {
    const paragraph = line.parentElement;
    if (!paragraph || paragraph.localName !== 'p') continue;
    const said = textBefore(line);
    const full = SENTENCE_END.test(said) && countUnits(said) >= PARAGRAPH_UNITS;
    if (!full && !INDENT.test(line.nextSibling?.textContent ?? '')) continue;
    const head = paragraph.cloneNode(false) as Element;
    while (paragraph.firstChild && paragraph.firstChild !== line) head.append(paragraph.firstChild);
    line.remove();
    paragraph.before(head);
  }
}

const EDGE_SPACE = /^[\s\u00a0\u3000\u2003]+/u;

/** Indents typed as characters; the reader sets its own. */
function trimIndents(body: Element): void {
  for (const block of Array.from(body.querySelectorAll('p, li, h2, h3, h4, h5, h6, figcaption, blockquote, div'))) {
    const first = block.firstChild;
    const text = first?.nodeType === 3 ? first : first?.nodeType === 1 ? first.firstChild : null;
    if (text?.nodeType === 3 && EDGE_SPACE.test(text.nodeValue ?? '') && !block.closest('pre')) {
      text.nodeValue = (text.nodeValue ?? '').replace(EDGE_SPACE, '');
    }
  }
}

/** Sizes are for pictures; a table is as wide as its reader's page. */
function dropSizes(body: Element): void {
  for (const element of Array.from(body.querySelectorAll(':is(table, td, th, col, hr, pre):is([width], [height])'))) {
    element.removeAttribute('width');
    element.removeAttribute('height');
  }
}

export function tidyArticle(body: Element, { url }: { url: string }): void {
  settleAddresses(body, url);
  dropSizes(body);
  keepUsedIds(body);
  fillCards(body);
  splitAtBreaks(body);
  trimIndents(body);
}
