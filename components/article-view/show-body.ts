import { followAnchor } from './follow-anchor';
import { prepareBody } from './prepare-body';
import { reachOverflow } from './reach-overflow';
import { showPictures, type PictureSource } from './show-pictures';

type Shown = { title: string; body: HTMLElement; pictureSource: PictureSource };

type Life = { signal: AbortSignal };

/** Sets up an article's body, or a part of one, around its way into the page. What it started ends with `signal`. */
export function settleBody({ title, body, pictureSource }: Shown, insert: () => void, { signal }: Life): void {
  prepareBody(body, title);
  insert();
  showPictures(body, pictureSource, { signal });
  reachOverflow(body, { signal });
}

/** Moves an article's body into its place in the page. */
export function showBody(place: HTMLElement, shown: Shown, { signal }: Life): void {
  settleBody(shown, () => place.replaceChildren(shown.body), { signal });
  place.addEventListener('click', (event) => followAnchor(event, place), { signal });
}
