/**
 * Takes the address off a picture before it enters a page; it waits in `data-src`, where Markdown finds it too.
 * A strict page blocks and reports pictures that arrive with an address, with `srcset` or with lazy loading;
 * it lets those through whose `src` our own script sets after insertion.
 */
function holdAddress(picture: HTMLImageElement): void {
  picture.dataset.src ??= picture.getAttribute('src') ?? '';
  for (const name of ['src', 'srcset', 'sizes', 'loading']) picture.removeAttribute(name);
}

/** A paragraph that holds nothing but a picture is set like a figure; one inside a sentence stays in its line. */
function markPictureLine(picture: HTMLImageElement): void {
  // A figure too, or the line of each picture in one would be the whole article, read again and again.
  const line = picture.closest('p, div, section, figure');
  if (line && !line.closest('figure') && line.textContent.trim() === '') line.classList.add('article-picture-line');
}

/** Authors of Chinese pages indent by typed spaces, some in every paragraph, some in none; the typesetting is ours. */
function dropTypedIndent(paragraph: Element): void {
  const first = paragraph.firstChild;
  if (first?.nodeType === 3) first.nodeValue = first.nodeValue?.replace(/^[\s\u3000]+/u, '') ?? '';
}

/** Makes an article's body ready to enter a page: pictures wait for `showPictures`, and typesetting finds what it needs. */
export function prepareBody(body: Element, title: string): void {
  for (const picture of Array.from(body.querySelectorAll('img'))) {
    holdAddress(picture);
    markPictureLine(picture);
    // A picture that is described by the headline is not described at all.
    if (picture.alt.replace(/\s+/gu, ' ').trim() === title.trim()) picture.alt = '';
  }
  for (const paragraph of Array.from(body.querySelectorAll('p'))) dropTypedIndent(paragraph);
}
