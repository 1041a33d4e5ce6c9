import { followAnchor } from './follow-anchor';
import { prepareBody } from './prepare-body';
import { reachOverflow } from './reach-overflow';
import { showPictures, type PictureSource } from './show-pictures';

type Shown = { title: string; body: HTMLElement; pictureSource: PictureSource };

/** Moves an article's body into the page and sets it up there. What it started ends with `signal`. */
export function showBody(
  place: HTMLElement,
  { title, body, pictureSource }: Shown,
  { signal }: { signal: AbortSignal },
): void {
  prepareBody(body, title);
  place.replaceChildren(body);
  showPictures(body, pictureSource, { signal });
  reachOverflow(body, { signal });
  place.addEventListener('click', (event) => followAnchor(event, place), { signal });
}
