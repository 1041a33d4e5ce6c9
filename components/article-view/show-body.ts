import { followAnchor } from './follow-anchor';
import { holdPictures } from './hold-pictures';
import { prepareBody } from './prepare-body';
import { reachOverflow } from './reach-overflow';
import { showPictures, type PictureSource } from './show-pictures';

/** Moves an article's body into the page and sets it up there. What it started ends with `signal`. */
export function showBody(
  place: HTMLElement,
  body: HTMLElement,
  pictureSource: PictureSource,
  { signal }: { signal: AbortSignal },
): void {
  const pictures = holdPictures(body);
  prepareBody(body);
  place.replaceChildren(body);
  showPictures(pictures, pictureSource, { signal });
  reachOverflow(body, { signal });
  place.addEventListener('click', (event) => followAnchor(event, place), { signal });
}
