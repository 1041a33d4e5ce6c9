/** A long article whose every paragraph carries an attack. The page's script puts them in, so that none swallows the next. */
import { vectors } from './vectors.ts';

const SENTENCE =
  'The ferry crew tied up at the old pier before dawn, counted the crates twice, and wrote down which of them the sea had opened.';

export const paragraphs = (origin: string): number => vectors(origin).length;
/** Stands in the text before the attack of that number. */
export const mark = (number: number): string => `Crate ${number} was heavy.`;

const paragraph = (number: number) => `<p>${mark(number)} ${SENTENCE} <span data-n="${number}"></span> ${SENTENCE}</p>`;

/** What only a script can do; see `made-trees.ts`. Each says so by `alert` when its code runs. */
const SCRIPT = `
window.ran = [];
window.seen = [];
window.alert = (what) => void ran.push(String(what));
document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => seen.push(violatedDirective + ' ' + blockedURI));
customElements.define('x-evil', class extends HTMLParagraphElement {
  constructor() { super(); alert('made'); }
  connectedCallback() { alert('shown'); }
}, { extends: 'p' });
const spans = [...document.querySelectorAll('[data-n]')];
const body = document.querySelector('article');
for (const mode of ['open', 'closed']) {
  const block = document.createElement('section');
  block.innerHTML = '<p>${SENTENCE} ${SENTENCE}</p>';
  block.attachShadow({ mode, clonable: true }).innerHTML = '<slot></slot><b>from the shadow</b><img src=x onerror=alert("shadow")>';
  body.append(block);
}
const quiet = document.createElement('p', { is: 'x-evil' });
quiet.append('Crate none was light. ${SENTENCE} ${SENTENCE}');
body.append(quiet);
// Last: some hide what the document is asked for.
for (const span of spans) span.innerHTML = attacks[span.dataset.n];
`;

export function hostileArticle(origin: string): string {
  // This name would hide our view from the test, which looks for it in the page's own world.
  const attacks = vectors(origin).map((attack) => (attack.includes('name=documentElement') ? '' : attack));
  const data = JSON.stringify(attacks).replaceAll('<', '\\u003c');
  const picture = `<figure><img src="${origin}/pictures/tide-clock.jpg" alt="The clock" width="880" height="550"></figure>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>What the sea opened in the night</title></head><body>
<article><h1>What the sea opened in the night</h1>${picture}
${attacks.map((_, number) => paragraph(number)).join('\n')}
</article><script>const attacks = ${data};${SCRIPT}</script></body></html>`;
}
