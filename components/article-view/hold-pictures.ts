/** A picture that waits for its address. */
export type HeldPicture = { picture: HTMLImageElement; address: string };

/**
 * Takes the address off every picture, before the nodes enter a page; it waits in `data-src`, where Markdown finds it too.
 * A strict page blocks and reports pictures that arrive with an address, with `srcset` or with lazy loading;
 * it lets those through whose `src` our own script sets after insertion.
 */
export function holdPictures(body: ParentNode): HeldPicture[] {
  return Array.from(body.querySelectorAll('img'), (picture) => {
    const address = picture.getAttribute('data-src') ?? picture.getAttribute('src') ?? '';
    picture.setAttribute('data-src', address);
    for (const name of ['src', 'srcset', 'sizes', 'loading']) picture.removeAttribute(name);
    return { picture, address };
  });
}
