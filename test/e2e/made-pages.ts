/** Pages too big or too strange to be kept as files. */

const SENTENCE =
  'The harbour master counted the boats twice, wrote the number in the book, and went to ask the ferry crew what they had seen beyond the point. ';
const paragraph = (n: number) => `<p>${n}. ${SENTENCE.repeat(3)}</p>`;
const page = (title: string, body: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`;

/** An article among data that no reader wants: comments, scripts and hidden markup up to the wanted size in bytes. */
export function heavyPage(bytes: number): string {
  const article = Array.from({ length: 40 }, (_, n) => paragraph(n)).join('\n');
  const ballast = `<script type="application/json">${JSON.stringify({ rows: 'x'.repeat(1000) })}</script>`;
  const filler = ballast.repeat(Math.ceil(bytes / ballast.length));
  return page('A heavy page', `<article><h1>A heavy page with a light story</h1>${article}</article>${filler}`);
}

/** An article of that many elements. */
export function wideArticle(elements: number): string {
  const line = `<p><b>Boat</b> <i>came</i> in with the <em>tide</em>, and the harbour master wrote its name down.</p>`;
  return page(
    'A wide page',
    `<article><h1>Every boat that came in this year</h1>${line.repeat(Math.ceil(elements / 4))}</article>`,
  );
}

/** An article that many elements deep. */
export function deepPage(depth: number): string {
  const story = Array.from({ length: 12 }, (_, n) => paragraph(n)).join('');
  return page(
    'A deep page',
    `${'<div>'.repeat(depth)}<article><h1>The story at the bottom of the well</h1>${story}</article>${'</div>'.repeat(depth)}`,
  );
}

export function manyPictures(count: number): string {
  const figures = Array.from(
    { length: count },
    (_, n) => `<figure><img src="/none/${n}.jpg" alt="" loading="lazy"></figure>${paragraph(n)}`,
  );
  return page('Every picture', `<article><h1>Every picture of the harbour</h1>${figures.join('\n')}</article>`);
}

export function manyParagraphs(count: number): string {
  const story = Array.from({ length: count }, (_, n) => paragraph(n)).join('\n');
  return page('The long log', `<article><h1>The long log of the harbour</h1>${story}</article>`);
}

/** Deeper than any parser builds; shown, no browser could lay it out. */
export function deepByScript(depth: number): string {
  const story = Array.from({ length: 12 }, (_, n) => paragraph(n)).join('');
  const script = `let inner = document.querySelector('#well');
for (let level = 0; level < ${depth}; level++) inner = inner.appendChild(document.createElement(level % 2 ? 'div' : 'span'));
inner.textContent = 'The bottom of the well.';`;
  return page(
    'A well',
    `<article><h1>The well that a script dug</h1>${story}<div id="well" style="display: none"></div></article><script>${script}</script>`,
  );
}

/** What a content script could stumble over, if it shared the page's world. */
const OVERRIDES = `
window.calls = [];
const told = (owner, name) => {
  const { value } = Object.getOwnPropertyDescriptor(owner, name);
  owner[name] = function (...given) { calls.push(name); return value.apply(this, given); };
};
class Note extends HTMLElement {
  constructor() { super(); calls.push('made x-note'); }
  connectedCallback() { calls.push('shown x-note'); }
}
class Line extends HTMLParagraphElement {
  constructor() { super(); calls.push('made p'); }
  connectedCallback() { calls.push('shown p'); }
}
customElements.define('x-note', Note);
customElements.define('x-line', Line, { extends: 'p' });
for (const name of ['cloneNode', 'appendChild', 'insertBefore', 'removeChild']) told(Node.prototype, name);
for (const name of ['querySelectorAll', 'getAttribute', 'setAttribute', 'closest', 'attachShadow', 'append', 'replaceWith']) told(Element.prototype, name);
for (const name of ['createElement', 'createTreeWalker', 'importNode']) told(Document.prototype, name);
told(JSON, 'parse');
told(Array, 'from');
for (const name of ['currentSrc', 'naturalWidth'])
  Object.defineProperty(HTMLImageElement.prototype, name, { get() { calls.push(name); return 'javascript:alert(1)'; } });
`;

export function overriddenPage(): string {
  const story = Array.from({ length: 12 }, (_, n) => paragraph(n)).join('');
  const own = `<x-note><p>A note that a custom element holds, long enough to be part of the story and not a label of it.</p></x-note><p is="x-line">${SENTENCE.repeat(2)}</p>`;
  const picture = '<figure><img src="/pictures/tide-clock.jpg" alt="" width="880" height="550"></figure>';
  return page(
    'An overridden page',
    `<article><h1>The page that replaced its browser</h1>${picture}${story}${own}</article><script>${OVERRIDES}</script>`,
  );
}
