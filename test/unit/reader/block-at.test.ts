// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { blockAt, narrower, wider } from '../../../entrypoints/reader-tools.content/block-at';

const SENTENCE = 'The ferry was late again and nobody on the quay could say why it had not come. ';
const paragraphs = (count: number, length: number) => `<p>${SENTENCE.repeat(length)}</p>`.repeat(count);
const find = (selector: string) => document.querySelector(selector) ?? document.body;

describe('pointing at a page means', () => {
  beforeEach(() => {
    document.body.innerHTML = `
      <main><div id="page">
        <div id="story">${paragraphs(4, 3)}<p id="last">One <b>word</b>.</p></div>
        <div id="brief"><div class="lines"><p>The lock opens at six.</p><p>It shuts at ten at night.</p>
          <p id="third">The key weighs two kilograms.</p></div></div>
        <div id="other">${paragraphs(9, 6)}</div>
        <div id="one">${paragraphs(1, 20)}</div>
      </div></main>`;
  });

  it.each([
    ['the article around a word', '#last b', 'story'],
    ['the article around a paragraph that is long in itself', '#other p', 'other'],
    ['a brief, not the page with its other columns', '#third', 'brief'],
    ['the block of the only paragraph', '#one p', 'one'],
  ])('%s', (_, pointed, block) => {
    const { id, className } = blockAt(find(pointed));
    expect(id || className).toBe(block);
  });
});

it('makes a block wider up to the body, and narrower towards the pointer', () => {
  document.body.innerHTML = '<div id="a"><div id="b"><p id="c">x</p></div></div>';
  expect(wider(find('#b'))?.id).toBe('a');
  expect(wider(find('#a'))).toBeNull();
  expect(narrower(find('#a'), find('#c'))?.id).toBe('b');
  expect(narrower(find('#b'), find('#c'))?.id).toBe('c');
  expect(narrower(find('#c'), find('#c'))).toBeNull();
});
