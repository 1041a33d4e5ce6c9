import { showPicture, type PictureSource, type Shown } from '../../components/article-view/show-pictures';
import { t } from '../../components/i18n';
import { textOfCode } from '../../components/text-of-code';
import type { Pictures } from './storage';

type Door = {
  watch: (onPictures: (pictures: Pictures) => void) => () => void;
  /** Asks for a picture once more. */
  retry: (address: string) => void;
};

/**
 * Pictures of one saved article as `blob:` addresses: nothing is ever loaded from the web here.
 * What becomes of one later than the article is shown is put in its place; all addresses are given back when `signal` ends.
 */
export function storedPictures(
  { watch, retry }: Door,
  body: ParentNode,
  { signal }: { signal: AbortSignal },
): PictureSource {
  const addresses = new Map<string, string>();
  let arrived = () => {};
  const first = new Promise<void>((done) => (arrived = done));
  let known: Pictures = new Map();

  const shownAt = (address: string): Shown => addresses.get(address) ?? whyMissing(known.get(address), address, retry);

  const stop = watch((pictures) => {
    const before = known;
    known = pictures;
    for (const [address, picture] of pictures) {
      if (picture instanceof Blob && !addresses.has(address)) addresses.set(address, URL.createObjectURL(picture));
    }
    for (const picture of Array.from(body.querySelectorAll<HTMLImageElement>('img[hidden]'))) {
      const address = picture.dataset.src ?? '';
      if (pictures.get(address) !== before.get(address)) showAgain(picture, shownAt(address));
    }
    arrived();
  });
  signal.addEventListener('abort', () => {
    stop();
    for (const url of addresses.values()) URL.revokeObjectURL(url);
  });

  return (address) => {
    if (address.startsWith('data:image/')) return address;
    return first.then(() => shownAt(address));
  };
}

function whyMissing(code: Blob | string | null | undefined, address: string, retry: Door['retry']): Shown {
  if (code === null) return { missing: t('library_picture_waiting') };
  const missing = typeof code === 'string' ? textOfCode(`picture_${code}`) : null;
  return missing === null ? null : { missing: withRetry(missing, () => retry(address)) };
}

/** The reason and the way to try again. */
function withRetry(reason: string, onRetry: () => void): Node {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button article-picture-again';
  button.append(t('article_picture_again'));
  button.addEventListener('click', onRetry);
  const both = document.createDocumentFragment();
  both.append(reason, button);
  return both;
}

/** In the place of its placeholder, if that is shown already. */
function showAgain(picture: HTMLImageElement, shown: Shown): void {
  const box = picture.nextElementSibling;
  if (!box?.classList.contains('article-picture-missing')) return;
  box.remove();
  picture.hidden = false;
  showPicture(picture, shown);
}
