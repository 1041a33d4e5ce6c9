/** The least that a reader can do: Readability on a clone, its markup in a modal dialog in a shadow root. Bundled by `reader-click.ts`. */
import { Readability } from '@mozilla/readability';

const article = new Readability(document.cloneNode(true) as Document).parse();
const host = document.createElement('div');
const dialog = document.createElement('dialog');
const title = document.createElement('h1');
const body = document.createElement('div');
title.textContent = article?.title ?? '';
body.innerHTML = article?.content ?? '';
dialog.style.cssText = 'width: 100vw; height: 100vh; max-width: none; max-height: none; margin: 0; overflow: auto';
dialog.append(title, body);
host.attachShadow({ mode: 'closed' }).append(dialog);
document.documentElement.append(host);
dialog.showModal();
