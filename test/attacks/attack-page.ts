/** Runs in a real page: sends every attack through the gates and shows what comes out where the page's own code could run. */
import { MADE_TREES } from './made-trees.ts';
import { tryGates, tryTree } from './try-gates.ts';
import { vectors } from './vectors.ts';

/** Faults by attack, and what ran. Nothing may be in either. */
export type Report = { tried: number; faults: Record<string, string[]>; ran: string[] };

/** For errors of pictures, and for what starts by itself. */
const SETTLE_MS = 1500;

const ran: string[] = [];
const faults: Record<string, string[]> = {};
window.alert = (what) => void ran.push(String(what));

// As in a page's clone: a document without a window, in which no custom element is known.
const inert = document.implementation.createHTMLDocument('');
const trees = Object.entries(MADE_TREES).map(([name, make]) => {
  const holder = inert.createElement('div');
  holder.append(make(inert).cloneNode(true));
  return { name, holder };
});
class Evil extends HTMLParagraphElement {
  constructor() {
    super();
    alert('a custom element was made');
  }
  connectedCallback(): void {
    alert('a custom element was shown');
  }
}
customElements.define('x-evil', Evil, { extends: 'p' });

const view = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'closed' });

function show(name: string, attempt: () => { faults: string[]; cleaned: HTMLElement[] }): void {
  try {
    const trial = attempt();
    if (trial.faults.length) faults[name] = trial.faults;
    view.append(...trial.cleaned);
  } catch (error) {
    faults[name] = [String(error)];
  }
}

const attacks = vectors(location.origin);
for (const [number, markup] of attacks.entries()) show(`${number} ${markup}`, () => tryGates(window, markup));
for (const { name, holder } of trees) show(name, () => tryTree(window, holder));

setTimeout(() => {
  const report: Report = { tried: attacks.length + trees.length, faults, ran };
  Object.assign(window, { report });
}, SETTLE_MS);
