import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { ADDRESSES } from '../../attacks/addresses.ts';
import { CLOBBERS } from '../../attacks/clobbers.ts';
import { faultsOf } from '../../attacks/faults-of.ts';
import { LOADS } from '../../attacks/loads.ts';
import { MADE_TREES } from '../../attacks/made-trees.ts';
import { MUTATIONS } from '../../attacks/mutations.ts';
import { SCRIPTS } from '../../attacks/scripts.ts';
import { tryGates, tryTree } from '../../attacks/try-gates.ts';

/** jsdom grows slow with each document that a window has made. */
const PER_WINDOW = 8;

const windowOf = () =>
  new JSDOM('<!doctype html>', { url: 'http://a.example/' }).window as unknown as Window & typeof globalThis;

function faultsAmong(attacks: readonly string[]): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  let window = windowOf();
  for (const [number, attack] of attacks.entries()) {
    if (number % PER_WINDOW === 0) window = windowOf();
    const markup = attack.replaceAll('RUN', 'alert(1)').replaceAll('TRAP', 'http://a.example/trap');
    const { faults } = tryGates(window, markup);
    if (faults.length) found[attack] = faults;
  }
  return found;
}

/** The same in real browsers, where it can be seen that nothing runs: `test/e2e/stories/attacks.test.ts`. */
describe('both gates', () => {
  it.each([
    ['what runs by itself', SCRIPTS],
    ['addresses that run', ADDRESSES],
    ['what loads by itself', LOADS],
    ['what changes when it is parsed again', MUTATIONS],
    ['names that hide what is read', CLOBBERS],
  ])('stop %s, and a second time changes nothing', { timeout: 120_000 }, (_, attacks) => {
    expect(faultsAmong(attacks)).toEqual({});
  });

  // jsdom has no shadow roots that clone, and such depths overflow it.
  const here = Object.entries(MADE_TREES).filter(([name]) => !/clones|heading|levels/.test(name));
  it.each(here)('stop what only a script can make: %s', { timeout: 120_000 }, (_, make) => {
    const window = windowOf();
    const holder = window.document.implementation.createHTMLDocument('').createElement('div');
    holder.append(make(holder.ownerDocument));
    expect(tryTree(window, holder).faults).toEqual([]);
  });
});

describe('the judge of these tests', () => {
  it.each([
    ['a script', '<script></script>'],
    ['a handler', '<p onclick="a()">x</p>'],
    ['a foreign language', '<svg></svg>'],
    ['a link that opens with its opener', '<a href="https://a.example/">x</a>'],
    ['a script address', '<a href="javascript:a()" rel="noopener noreferrer" target="_blank">x</a>'],
    ['a picture of another scheme', '<img src="blob:x">'],
    ['a name of the page', '<p id="location">x</p>'],
    ['a custom element', '<p is="x-a">x</p>'],
    ['a comment', '<p>x<!-- y --></p>'],
  ])('finds %s', (_, markup) => {
    const holder = windowOf().document.createElement('div');
    holder.innerHTML = markup;
    expect(faultsOf(holder)).not.toEqual([]);
  });
});
