/** Sends markup through both gates as the product does: page → `keepAllowed` → stored → `displayFragment`, again and again. */
import { keepAllowed } from '../../lib/extract/keep-allowed.ts';
import { displayFragment } from '../../lib/extract/sanitize.ts';
import { faultsOf, shapeOf } from './faults-of.ts';

type Browser = Window & typeof globalThis;
/** What is wrong, and the cleaned trees, to be shown in a real page. */
type Trial = { faults: string[]; cleaned: HTMLElement[] };

const inert = ({ document }: Browser): HTMLElement =>
  document.implementation.createHTMLDocument('').createElement('div');

/** As the library shows it, with the pictures' addresses where they wait. */
function shown(window: Browser, markup: string): HTMLElement {
  const element = inert(window);
  element.append(displayFragment(window, window.document, markup));
  for (const picture of Array.from(element.querySelectorAll('img'))) {
    const address = picture.getAttribute('data-src') ?? '';
    picture.removeAttribute('data-src');
    if (address) picture.setAttribute('src', address);
  }
  return element;
}

function compare(change: string, before: Element, after: Element): string[] {
  return shapeOf(before) === shapeOf(after) ? [] : [`${change}: ${before.innerHTML} → ${after.innerHTML}`];
}

function named(gate: string, faults: string[]): string[] {
  return faults.map((fault) => `${gate}: ${fault}`);
}

/** A tree of a page's clone, in a document without a window: kept, stored, shown, stored, shown. All three must be the same. */
export function tryTree(window: Browser, tree: HTMLElement): Trial {
  keepAllowed(tree);
  const once = shown(window, tree.innerHTML);
  const twice = shown(window, once.innerHTML);
  const faults = [
    ...named('page', faultsOf(tree)),
    ...named('library', faultsOf(once)),
    ...compare('changes when shown', tree, once),
    ...compare('changes when shown again', once, twice),
  ];
  return { faults, cleaned: [tree, once] };
}

/** Markup of others that never was in a page. A parser may move its blocks and links about once, then it stays as it is. */
function tryImport(window: Browser, markup: string): Trial {
  const once = shown(window, markup);
  const twice = shown(window, once.innerHTML);
  const thrice = shown(window, twice.innerHTML);
  const faults = [
    ...named('import', [...faultsOf(once), ...faultsOf(twice)]),
    ...compare('import changes', twice, thrice),
  ];
  return { faults, cleaned: [once] };
}

export function tryGates(window: Browser, markup: string): Trial {
  const tree = inert(window);
  tree.innerHTML = markup;
  const page = tryTree(window, tree);
  const library = tryImport(window, markup);
  return { faults: [...page.faults, ...library.faults], cleaned: [...page.cleaned, ...library.cleaned] };
}
