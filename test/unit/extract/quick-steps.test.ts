import Readability from '@mozilla/readability/Readability.js';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { extract } from '../../../lib/extract/extract';
import { QUICK_STEPS } from '../../../lib/extract/quick-steps';

type Steps = typeof QUICK_STEPS & { REGEXPS: Record<string, RegExp> };

const own = new Readability(new JSDOM('<p>').window.document, { charThreshold: 500 }) as unknown as Steps;
const quick = { REGEXPS: own.REGEXPS, ...QUICK_STEPS };

const first = (markup: string): Element => {
  const element = new JSDOM(markup).window.document.body.firstElementChild;
  if (!element) throw new Error(markup);
  return element;
};

describe('the quick steps answer as Readability’s own', () => {
  it.each([
    '<p>Text</p>',
    '<p hidden>Text</p>',
    '<p aria-hidden="true">Text</p>',
    '<p aria-hidden="false">Text</p>',
    '<img aria-hidden="true" class="wiki-fallback-image">',
    '<svg aria-hidden="true" class="icon"></svg>',
    '<math class="x"></math>',
  ])('whether it can be seen: %s', (markup) => {
    expect(quick._isProbablyVisible(first(markup))).toBe(Boolean(own._isProbablyVisible(first(markup))));
  });

  it.each([
    '<p class="byline">By Ann Example</p>',
    '<p class="byline"> </p>',
    '<a rel="author">Ann Example</a>',
    '<span itemprop="author">Ann Example</span>',
    `<div class="byline">${'A long story. '.repeat(20)}</div>`,
    '<p class="intro">By Ann Example</p>',
  ])('whether it is a byline: %s', (markup) => {
    const element = first(markup);
    const marks = `${element.className} ${element.id}`;
    expect(quick._isValidByline(element, marks)).toBe(Boolean(own._isValidByline(element, marks)));
  });

  it.each([
    '<div></div>',
    '<div> \u00a0\u3000\ufeff\n</div>',
    '<div><!-- note --></div>',
    '<div><p> <b>a</b></p></div>',
    '<div><p> </p></div>',
    '<div><br><hr></div>',
    '<div><br><p><br></p></div>',
    '<div><img src="/a.jpg"></div>',
    '<div><style>p {}</style></div>',
  ])('whether a block is empty: %s', (markup) => {
    expect(quick._isElementWithoutContent(first(markup))).toBe(Boolean(own._isElementWithoutContent(first(markup))));
  });
});

describe('another tag for a block', () => {
  const retagged = (steps: Steps): Element => {
    const block = first(
      '<div class="story" id="a" data-b=\'"\' lang="en" onclick="x()">One <b>two</b><!-- three --></div>',
    );
    return steps._setNodeTag(Object.assign(block, { readability: { contentScore: 3 } }), 'P');
  };

  it('keeps all but its handlers', () => {
    const expected = retagged(own);
    expected.removeAttribute('onclick');
    expect(retagged(quick).outerHTML).toBe(expected.outerHTML);
    expect(retagged(quick)).toHaveProperty('readability.contentScore', 3);
  });
});

describe('a second try', () => {
  it('finds what the first took out, in a page made anew', () => {
    const story = 'The ferry was late again on Monday, and nobody at the pier could say why. '.repeat(12);
    const markup = `<title>The ferry</title><h1>The ferry</h1><div class="comment"><p>${story}<!-- cut -->${story}</p></div>`;
    const { document } = new JSDOM(`<body>${markup}`).window;
    const found = extract(document, { url: 'https://news.example/ferry', now: new Date('2026-11-23') });
    expect(found?.article.text).toContain(story.trim());
    expect(document.body.querySelector('.comment')).not.toBeNull();
  });
});
