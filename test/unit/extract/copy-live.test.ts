import { describe, expect, it } from 'vitest';
import { extract } from '../../../lib/extract/extract.ts';
import { documentOf, URL_OF_PAGE } from './article.ts';

const now = new Date('2026-11-23T08:00:00Z');
const TITLE = 'The lock keeper hands over the key';
const LINES = [
  'For thirty-one years the lock at the lower mill was opened by the same hand, in frost and in flood, and on Monday that hand passed the iron key to a younger one.',
  'The new keeper is a boat builder, who says that she has been late for the lock more often than anybody else on the river, and knows what it is to wait.',
  'The old keeper will stay in the house above the weir, where he means to count the boats from his window and to say nothing at all when a gate is opened too fast.',
  'Nobody on the river believes the last part of it, least of all the crew of the gravel barge, who gave him a brass horn so that he can complain from a distance.',
];
const paragraphs = LINES.map((line) => `<p>${line}</p>`).join('');
const page = (body: string): Document =>
  documentOf(
    `<!doctype html><html lang="en"><head><title>${TITLE}</title></head><body><h1>${TITLE}</h1>${body}</body></html>`,
  );

function shadowIn(document: Document, selector: string, html: string): ShadowRoot {
  const root = document.querySelector(selector)?.attachShadow({ mode: 'open' });
  if (!root) throw new Error(`no ${selector}`);
  root.innerHTML = html;
  return root;
}

const read = (document: Document) => extract(document, { url: URL_OF_PAGE, now })?.article;

describe('open shadow roots', () => {
  it('hold the story, one inside the other', () => {
    const document = page('<river-story></river-story>');
    const outer = shadowIn(
      document,
      'river-story',
      '<style>p{color:red}</style><main><river-text></river-text></main>',
    );
    const inner = outer.querySelector('river-text')?.attachShadow({ mode: 'open' });
    if (inner) inner.innerHTML = paragraphs;
    expect(read(document)?.text.split('\n')).toEqual(LINES);
  });

  it('show what the page puts into their slots, by name, and their own content in empty ones', () => {
    const document = page(
      `<river-story><p slot="end">${LINES[3]}</p>${LINES.slice(0, 2)
        .map((line) => `<p>${line}</p>`)
        .join('')}</river-story>`,
    );
    shadowIn(
      document,
      'river-story',
      `<article><slot></slot><slot name="more"><p>${LINES[2]}</p></slot><slot name="end"></slot></article>`,
    );
    expect(read(document)?.text.split('\n')).toEqual(LINES);
  });

  it('without content of their own leave the element as it is', () => {
    const document = page(`<river-story>${paragraphs}</river-story>`);
    shadowIn(document, 'river-story', '<style>p{color:red}</style>');
    expect(read(document)?.text.split('\n')).toEqual(LINES);
  });

  it('stay untouched in the page', () => {
    const document = page('<river-story></river-story>');
    const root = shadowIn(document, 'river-story', paragraphs);
    read(document);
    expect([root.innerHTML, document.querySelector('river-story')?.innerHTML]).toEqual([paragraphs, '']);
  });
});

describe('frames of the same origin', () => {
  function framed(around: string, inside: string): Document {
    const document = page(`${around}<iframe></iframe>`);
    const inner = document.querySelector('iframe')?.contentDocument;
    if (inner) inner.body.innerHTML = inside;
    return document;
  }

  it('give the article when they say more than the page around them', () => {
    expect(read(framed('<p>Home · News · River</p>', `<div>${paragraphs}<img src="lock.jpg"></div>`))).toMatchObject({
      text: LINES.join('\n'),
    });
  });

  it('give nothing when the page says more', () => {
    const document = framed(
      paragraphs + paragraphs,
      `<div>${'<p>Another story of another river, told beside this one.</p>'.repeat(8)}</div>`,
    );
    expect(read(document)?.text).not.toContain('Another story');
  });
});
