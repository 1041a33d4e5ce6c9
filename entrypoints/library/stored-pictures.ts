import type { PictureSource } from '../../components/article-view/show-pictures';

type Pictures = Map<string, Blob | string | null>;

/**
 * Pictures of one saved article as `blob:` addresses: nothing is ever loaded from the web here.
 * One that arrives later than the article is put in its place; all addresses are given back when `signal` ends.
 */
export function storedPictures(
  watch: (onPictures: (pictures: Pictures) => void) => () => void,
  body: ParentNode,
  { signal }: { signal: AbortSignal },
): PictureSource {
  const addresses = new Map<string, string>();
  const first = Promise.withResolvers<void>();

  const stop = watch((pictures) => {
    for (const [address, picture] of pictures) {
      if (!(picture instanceof Blob) || addresses.has(address)) continue;
      addresses.set(address, URL.createObjectURL(picture));
      showLate(body, address, addresses.get(address) ?? '');
    }
    first.resolve();
  });
  signal.addEventListener('abort', () => {
    stop();
    for (const url of addresses.values()) URL.revokeObjectURL(url);
  });

  return (address) =>
    address.startsWith('data:image/') ? address : first.promise.then(() => addresses.get(address) ?? null);
}

/** A picture whose placeholder is already shown. */
function showLate(body: ParentNode, address: string, url: string): void {
  for (const picture of Array.from(body.querySelectorAll<HTMLImageElement>('img[hidden]'))) {
    if (picture.dataset.src !== address) continue;
    if (picture.nextElementSibling?.classList.contains('article-picture-missing')) picture.nextElementSibling.remove();
    picture.hidden = false;
    picture.src = url;
  }
}
