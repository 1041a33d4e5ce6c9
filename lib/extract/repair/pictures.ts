import type { Repair } from '../repair.ts';
import { fromSourceSet, isPlaceholder, pictureAddress } from './picture-address.ts';

const NOSCRIPT_PICTURE = /<img\b[^>]*>/gi;
const ATTRIBUTE = /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g;
const ENTITIES: Record<string, string> = { '&amp;': '&', '&quot;': '"', '&#39;': "'", '&lt;': '<', '&gt;': '>' };

const attributesOf = (element: Element): [string, string][] =>
  element
    .getAttributeNames()
    .filter((name) => !name.startsWith('on'))
    .map((name) => [name, element.getAttribute(name) ?? '']);

function settle(picture: Element, isStandIn: boolean): void {
  const address = pictureAddress(attributesOf(picture), isStandIn);
  if (address) picture.setAttribute('src', address);
  picture.removeAttribute('srcset');
  picture.removeAttribute('sizes');
}

/** `<picture>` becomes its `<img>`, which takes a source's address if it has none of its own. */
function settleChoice(choice: Element): void {
  const picture = choice.querySelector('img') ?? choice.ownerDocument.createElement('img');
  if (isPlaceholder(picture.getAttribute('src') ?? '')) {
    const sets = Array.from(choice.querySelectorAll('source'), (source) =>
      fromSourceSet(source.getAttribute('srcset') ?? source.getAttribute('data-srcset') ?? ''),
    );
    const address = sets.find((set) => set !== null);
    if (address) picture.setAttribute('src', address);
  }
  choice.replaceWith(picture);
}

/** In a page with scripts the content of `noscript` is text; read by hand, since no string is parsed here. */
function picturesIn(noscript: Element): Attributes[] {
  const parsed = Array.from(noscript.querySelectorAll('img'), (img) => Object.fromEntries(attributesOf(img)));
  if (parsed.length || noscript.firstElementChild) return parsed;
  return Array.from((noscript.textContent ?? '').matchAll(NOSCRIPT_PICTURE), ([tag]) =>
    Object.fromEntries(
      Array.from(tag.matchAll(ATTRIBUTE), ([, name = '', a, b, c]) => [
        name.toLowerCase(),
        (a ?? b ?? c ?? '').replace(/&(?:amp|quot|#39|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity),
      ]),
    ),
  );
}

type Attributes = Record<string, string>;

function pictureIn(node: Element | null): Element | null {
  if (!node) return null;
  return node.localName === 'img' ? node : node.querySelector('img');
}

/** The picture that a `noscript` repeats stands beside it: it gives its address to the placeholder, or is dropped as a twin. */
function settleNoscript(noscript: Element): void {
  const found = picturesIn(noscript);
  noscript.replaceChildren();
  for (const attributes of found) {
    const address = pictureAddress(Object.entries(attributes));
    if (!address || Number(attributes['width'] ?? 9) <= 1) continue;
    const twin =
      pictureIn(noscript.previousElementSibling) ??
      pictureIn(noscript.nextElementSibling) ??
      pictureIn(noscript.parentElement);
    if (twin && !isPlaceholder(twin.getAttribute('src') ?? '')) continue;
    const picture = twin ?? noscript.ownerDocument.createElement('img');
    picture.setAttribute('src', address);
    if (attributes['alt']) picture.setAttribute('alt', attributes['alt']);
    if (!twin) noscript.before(picture);
  }
  noscript.remove();
}

/** Every picture gets its real address into `src`; what only a placeholder is left of goes. */
export const pictures: Repair = (doc) => {
  const all = Array.from(doc.querySelectorAll('img'), (picture) => ({
    picture,
    own: picture.getAttribute('src') ?? '',
  }));
  const uses = new Map<string, number>();
  for (const { own } of all) uses.set(own, (uses.get(own) ?? 0) + 1);
  for (const { picture, own } of all) settle(picture, (uses.get(own) ?? 0) > 1);
  for (const choice of Array.from(doc.querySelectorAll('picture'))) settleChoice(choice);
  for (const noscript of Array.from(doc.querySelectorAll('noscript'))) settleNoscript(noscript);
  for (const picture of Array.from(doc.querySelectorAll('img'))) {
    if (isPlaceholder(picture.getAttribute('src') ?? '')) picture.remove();
  }
};
