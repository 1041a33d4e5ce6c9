/** Pages for the life of the detector, made as text: a site of one document, and pages that never rest. */

const SENTENCE =
  'The ferry crew waited for the tide, counted the passengers twice, and wrote to the harbour master what they had seen beyond the point. ';

/** Markup of a story that the detector takes for one, and of a list that it does not. */
export const storyMarkup = (title: string): string =>
  `<article><h1>${title}</h1><p>By Ann Reed, 18 November 2026</p>${`<p>${SENTENCE.repeat(3)}</p>`.repeat(8)}</article>`;

export const listMarkup = (count = 30): string =>
  `<ul>${Array.from({ length: count }, (_, n) => `<li><a href="/to/${n}">Ferry crews, part ${n}</a> Read more</li>`).join('')}</ul>`;

export const STORY_TITLE = 'Ferry crews learn to read the kelp beyond the point';

export const documentOf = (title: string, body: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${body}</body></html>`;

export const storyDocument = (head = '', body = ''): string =>
  documentOf(`${STORY_TITLE} | The Coast Ledger`, storyMarkup(STORY_TITLE) + body, head);

/** How a single-page site may move on. */
export type Way = 'pushState' | 'replaceState' | 'hash' | 'intercept';

/** What `move` of the page is told: the way, the address, what to show (a title of a story, or a list), and when. */
export type Move = { way: Way; to: string; title?: string; emptyFor?: number; waitFor?: number };

const APP = `
const app = document.querySelector('#app');
const rest = (ms) => new Promise((done) => setTimeout(done, ms));
globalThis.show = (title) => {
  document.title = (title ?? 'All news') + ' | The Coast Ledger';
  app.innerHTML = title ? document.querySelector('#story').innerHTML.replaceAll('TITLE', title) : document.querySelector('#list').innerHTML;
};
const draw = async ({ title, emptyFor = 0, waitFor = 0 }) => {
  await rest(waitFor);
  if (emptyFor) { document.title = 'Loading'; app.innerHTML = '<i>Loading</i>'; await rest(emptyFor); }
  show(title);
};
let coming = null;
navigation.addEventListener('navigate', (event) => {
  if (coming?.way === 'intercept') { const move = coming; event.intercept({ handler: () => draw(move) }); }
});
addEventListener('popstate', () => show(history.state?.title));
globalThis.move = async (wanted) => {
  const { way, to, title } = coming = wanted;
  if (way === 'intercept') return void (await navigation.navigate(to).finished);
  if (way === 'hash') location.hash = to;
  else history[way]({ title }, '', to);
  await draw(wanted);
};
const [, first] = /story=([^&]+)/.exec(location.search) ?? [];
show(first && decodeURIComponent(first));
`;

/** One document for all addresses: a list, or a story named in `?story=`. Moves on by `move({ way, to, … })`. */
export const appDocument = (): string =>
  documentOf(
    'The Coast Ledger',
    `<template id="story">${storyMarkup('TITLE')}</template><template id="list">${listMarkup()}</template><nav>${listMarkup(6)}</nav><div id="app"></div><script>${APP}</script>`,
  );

/** A list that grows whenever its end comes near, and scrolls itself on. */
export const endlessDocument = (): string =>
  documentOf(
    'All news | The Coast Ledger',
    `${listMarkup(60)}<script>
setInterval(() => {
  const more = document.querySelector('ul').cloneNode(true);
  document.body.append(more);
  scrollTo(0, document.body.scrollHeight);
  history.replaceState(null, '', '?screen=' + document.querySelectorAll('ul').length);
}, 400);
</script>`,
  );

/** Changes text, attributes and elements a thousand times a second, by messages, which no timer slows down. */
export const restlessDocument = (body: string, title: string): string =>
  documentOf(
    title,
    `${body}<div id="ticker"></div><script>
window.changes = 0;
const ticker = document.querySelector('#ticker');
const { port1, port2 } = new MessageChannel();
const started = performance.now();
port1.onmessage = () => {
  for (const due = performance.now() - started; window.changes < due; window.changes++) {
    ticker.className = 'c' + window.changes;
    ticker.replaceChildren(...Array.from({ length: window.changes % 40 }, () => document.createElement('b')));
  }
  port2.postMessage(0);
};
port2.postMessage(0);
</script>`,
  );
