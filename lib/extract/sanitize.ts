/**
 * The only file that turns a string into DOM, and the gate that every article passes:
 * on the way out of a page, into the library, and on display.
 */
import createDOMPurify, { type Config, type DOMPurify, type WindowLike } from 'dompurify';
import { ALLOWED_ATTRIBUTES, ALLOWED_TAGS, PLAIN_ATTRIBUTES } from './allow-list.ts';

/** The two makers of Trusted Types that DOMPurify wants; a real `TrustedTypePolicy` fits as well. */
export type HtmlPolicy = {
  createHTML: (html: string) => { toString: () => string };
  createScriptURL: (url: string) => { toString: () => string };
};

/**
 * For content scripts. Given any policy object, DOMPurify does not try to create its own,
 * which a page with `trusted-types 'none'` would report. Our own pages, where Trusted Types are enforced, pass a real one.
 */
const PASS_THROUGH: HtmlPolicy = { createHTML: (html) => html, createScriptURL: (url) => url };

const PICTURE_ADDRESS = /^(?:https?:\/\/|data:image\/)/i;
const LINK_ADDRESS = /^(?:https?:\/\/|mailto:|#)/i;
/** Keeps the article's own anchors apart from the names of the page that shows it. */
const ANCHOR_PREFIX = 'q-';

function options(policy: HtmlPolicy): Config {
  return {
    ALLOWED_TAGS,
    ALLOWED_ATTR: ALLOWED_ATTRIBUTES,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    ALLOWED_URI_REGEXP: LINK_ADDRESS,
    ADD_URI_SAFE_ATTR: PLAIN_ATTRIBUTES,
    // A plain object serves as a policy at run time; the type knows only the browser's class.
    TRUSTED_TYPES_POLICY: policy as unknown as NonNullable<Config['TRUSTED_TYPES_POLICY']>,
  };
}

function cleanPicture(picture: Element): void {
  const address = picture.getAttribute('src') ?? '';
  if (!PICTURE_ADDRESS.test(address)) picture.remove();
}

function cleanLink(link: Element): void {
  const address = link.getAttribute('href') ?? '';
  for (const name of ['rel', 'target']) link.removeAttribute(name);
  if (!address) return;
  if (address.startsWith('#')) {
    const anchor = address.slice(1).replace(/^q-/, '');
    link.setAttribute('href', `#${ANCHOR_PREFIX}${anchor}`);
    return;
  }
  link.setAttribute('rel', 'noopener noreferrer');
  link.setAttribute('target', '_blank');
}

function nameAnchor(element: Element): void {
  const id = element.getAttribute('id');
  if (id !== null && !id.startsWith(ANCHOR_PREFIX)) element.setAttribute('id', ANCHOR_PREFIX + id);
}

/** One per window: DOMPurify takes its constructors from the window it is given. */
function purifierOf(window: WindowLike): DOMPurify {
  const purifier = createDOMPurify(window);
  purifier.addHook('afterSanitizeAttributes', (element) => {
    if (element.localName === 'a') cleanLink(element);
    if (element.localName === 'img') cleanPicture(element);
    nameAnchor(element);
  });
  return purifier;
}

/**
 * Cleans `element` and all below it in place; nodes that may stay keep their identity.
 * The element must live in a document without a browsing context, so that nothing in it has run or loaded.
 */
export function sanitizeElement(window: WindowLike, element: Element, policy: HtmlPolicy = PASS_THROUGH): void {
  purifierOf(window).sanitize(element, { ...options(policy), IN_PLACE: true });
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
  const fragment = purifierOf(window).sanitize(html, { ...options(policy), RETURN_DOM_FRAGMENT: true });
  for (const picture of Array.from(fragment.querySelectorAll('img'))) {
    picture.setAttribute('data-src', picture.getAttribute('src') ?? '');
    picture.removeAttribute('src');
  }
  return document.importNode(fragment, true);
}
