import { t } from '../i18n';
import type { HeldPicture } from './hold-pictures';

/** An address to load, or why there is none; `null` when nobody knows why. */
type Shown = string | { missing: string } | null;

/** Where a picture is read from: its own address, or a `blob:` of the stored bytes. */
export type PictureSource = (address: string) => Shown | Promise<Shown>;

/** A picture that overflows the column by this much gains from the margins. */
const WIDER_THAN_COLUMN = 1.25;

function placeholderOf(picture: HTMLImageElement, reason: string): HTMLElement {
  const box = picture.ownerDocument.createElement('span');
  box.className = 'article-picture-missing';
  box.append(reason);
  if (picture.alt) {
    const alt = picture.ownerDocument.createElement('span');
    alt.className = 'article-picture-alt';
    alt.append(picture.alt);
    box.append(alt);
  }
  return box;
}

function markMissing(picture: HTMLImageElement, reason = t('article_picture_missing')): void {
  if (picture.hidden) return;
  picture.hidden = true;
  picture.after(placeholderOf(picture, reason));
}

/** Lets a large picture that stands alone use the margins of a wide window. */
function widen(picture: HTMLImageElement): void {
  const line = picture.closest('figure, .article-picture-line');
  const column = line?.clientWidth ?? Infinity;
  if (line && line.querySelectorAll('img').length === 1 && picture.naturalWidth >= column * WIDER_THAN_COLUMN) {
    line.classList.add('article-wide');
  }
}

/**
 * Gives each held picture its `src`, eagerly; it must stand in the page already. A picture that fails turns into a quiet
 * placeholder with its text. Ends with `signal`.
 */
export function showPictures(
  held: readonly HeldPicture[],
  source: PictureSource,
  { signal }: { signal: AbortSignal },
): void {
  const show = (picture: HTMLImageElement, shown: Shown) => {
    if (signal.aborted) return;
    if (typeof shown === 'string' && shown) picture.setAttribute('src', shown);
    else markMissing(picture, typeof shown === 'object' ? shown?.missing : undefined);
  };
  for (const { picture, address } of held) {
    picture.addEventListener('error', () => markMissing(picture), { signal });
    picture.addEventListener(
      'load',
      () => {
        picture.classList.add('article-picture-shown');
        widen(picture);
      },
      { signal },
    );
    const url = source(address);
    // An address that is known at once is set at once: it belongs to the first paint.
    if (url instanceof Promise)
      void url.then(
        (late) => show(picture, late),
        () => show(picture, null),
      );
    else show(picture, url);
  }
}
