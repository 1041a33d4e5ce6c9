import { t } from '../i18n';

/** An address to load, or why there is none; `null` when nobody knows why. */
export type Shown = string | { missing: string | Node } | null;

/** Where a picture is read from: its own address, or a `blob:` of the stored bytes. */
export type PictureSource = (address: string) => Shown | Promise<Shown>;

/** A picture that overflows the column by this much gains from the margins. */
const WIDER_THAN_COLUMN = 1.25;

function markMissing(picture: HTMLImageElement, reason: string | Node = t('article_picture_missing')): void {
  if (picture.hidden) return;
  picture.hidden = true;
  const page = picture.ownerDocument;
  const box = page.createElement('span');
  box.className = 'article-picture-missing';
  const description = page.createElement('b');
  description.append(picture.alt);
  box.append(reason, description);
  picture.after(box);
}

/** Lets a large picture that stands alone use the margins of a wide window. */
function settle(picture: HTMLImageElement): void {
  picture.classList.add('article-picture-shown');
  const line = picture.closest('figure, .article-picture-line');
  const column = line?.clientWidth ?? Infinity;
  if (line && line.querySelectorAll('img').length === 1 && picture.naturalWidth >= column * WIDER_THAN_COLUMN) {
    line.classList.add('article-wide');
  }
}

/** Shows a picture, or why there is none; also later, when more is known than at first. */
export function showPicture(picture: HTMLImageElement, shown: Shown): void {
  if (typeof shown === 'string' && shown) picture.setAttribute('src', shown);
  else markMissing(picture, typeof shown === 'object' ? shown?.missing : undefined);
}

/**
 * Gives each picture the `src` that waits in its `data-src`, eagerly; it must stand in the page already. One that fails
 * turns into a quiet placeholder with its text. Ends with `signal`.
 */
export function showPictures(body: ParentNode, source: PictureSource, { signal }: { signal: AbortSignal }): void {
  const show = async (picture: HTMLImageElement) => {
    picture.addEventListener('error', () => markMissing(picture), { signal });
    picture.addEventListener('load', () => settle(picture), { signal });
    const found = source(picture.dataset.src ?? '');
    // An address that is known at once is set at once: it belongs to the first paint.
    const shown = found instanceof Promise ? await found.catch(() => null) : found;
    if (!signal.aborted) showPicture(picture, shown);
  };
  for (const picture of Array.from(body.querySelectorAll('img'))) void show(picture);
}
