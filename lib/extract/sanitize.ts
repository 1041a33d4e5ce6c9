/**
 * The only file that turns a string into DOM: stored and imported markup, for display in our own pages.
 * In a page nothing is parsed; there `keep-allowed.ts` is the gate.
 */
import createDOMPurify, { type Config, type DOMPurify, type WindowLike } from 'dompurify';
import { ALLOWED_ATTRIBUTES, DROPPED_TAGS, FORMULA_TAGS, HTML_TAGS, PLAIN_ATTRIBUTES } from './allow-list.ts';
import { finishElement, LINK_ADDRESS } from './keep-allowed.ts';
import { silenceMarkup } from './paging/silence-markup.ts';
import { PUT_BACK } from './put-back.ts';

/** The two makers of Trusted Types that DOMPurify wants; a real `TrustedTypePolicy` fits as well. */
export type HtmlPolicy = {
  createHTML: (html: string) => { toString: () => string };
  createScriptURL: (url: string) => { toString: () => string };
};

/** Where Trusted Types are not enforced. Given any policy object, DOMPurify does not try to create its own. */
const PASS_THROUGH: HtmlPolicy = { createHTML: (html) => html, createScriptURL: (url) => url };

function options(policy: HtmlPolicy): Config {
  return {
    ALLOWED_TAGS: [...HTML_TAGS, ...FORMULA_TAGS, '#text'],
    FORBID_CONTENTS: DROPPED_TAGS,
    ALLOWED_ATTR: [...ALLOWED_ATTRIBUTES, PUT_BACK],
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    ALLOWED_URI_REGEXP: LINK_ADDRESS,
    ADD_URI_SAFE_ATTR: [...PLAIN_ATTRIBUTES, PUT_BACK],
    // A plain object serves as a policy at run time; the type knows only the browser's class.
    TRUSTED_TYPES_POLICY: policy as unknown as NonNullable<Config['TRUSTED_TYPES_POLICY']>,
  };
}

/** One per window: DOMPurify takes its constructors from the window it is given. */
function purifierOf(window: WindowLike): DOMPurify {
  const purifier = createDOMPurify(window);
  purifier.addHook('afterSanitizeAttributes', finishElement);
  return purifier;
}

/**
 * Stored or imported markup as a fragment of `document`, sanitised once more. Pictures come without `src`: their address
 * waits in `data-src`, so that nothing loads until the caller decides from where (page, stored Blob) it is shown.
 */
export function displayFragment(
  window: WindowLike,
  document: Document,
  html: string,
  policy: HtmlPolicy = PASS_THROUGH,
): DocumentFragment {
  const body = storedBody(window, html, policy);
  for (const picture of Array.from(body.querySelectorAll('img'))) {
    picture.setAttribute('data-src', picture.getAttribute('src') ?? '');
    picture.removeAttribute('src');
  }
  const fragment = document.createDocumentFragment();
  for (const node of Array.from(body.childNodes)) fragment.append(document.importNode(node, true));
  return fragment;
}

/** Stored markup as an inert body, sanitised once more, to be changed and stored again. Nothing in it loads. */
export function storedBody(window: WindowLike, html: string, policy: HtmlPolicy = PASS_THROUGH): HTMLElement {
  // Markup that begins with a frameset has no body, and DOMPurify then nothing to return.
  const body = purifierOf(window).sanitize(`<wbr>${html}`, { ...options(policy), RETURN_DOM: true }) as HTMLElement;
  body.firstChild?.remove();
  return body;
}

/** A page that came as text, as a document in which nothing loads or runs. Without what a strict page would report. */
export function inertPage({ DOMParser }: Pick<typeof globalThis, 'DOMParser'>, html: string): Document {
  return new DOMParser().parseFromString(silenceMarkup(html), 'text/html');
}
