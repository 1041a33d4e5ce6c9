import type { PictureSource } from '../../components/article-view/show-pictures';
import { t } from '../../components/i18n';
import { textOfCode } from '../../components/text-of-code';
import type { Pictures } from './storage';

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
  const first = Promise.withResolvers<Pictures>();

  const stop = watch((pictures) => {
    for (const [address, picture] of pictures) {
      if (!(picture instanceof Blob) || addresses.has(address)) continue;
      const url = URL.createObjectURL(picture);
      addresses.set(address, url);
      showLate(body, address, url);
    }
    first.resolve(pictures);
  });
  signal.addEventListener('abort', () => {
    stop();
    for (const url of addresses.values()) URL.revokeObjectURL(url);
  });

  return (address) => {
    if (address.startsWith('data:image/')) return address;
    return first.promise.then((pictures) => addresses.get(address) ?? whyMissing(pictures.get(address)));
  };
}

function whyMissing(code: Blob | string | null | undefined): { missing: string } | null {
  if (code === null) return { missing: t('library_picture_waiting') };
  const missing = typeof code === 'string' ? textOfCode(`picture_${code}`) : null;
  return missing === null ? null : { missing };
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
