import { isProse, plainLength, readLines, solidLength } from './lines.ts';

/** No article of the measuring corpus without prose and pictures has more than a fiftieth of its text in links. */
const MOST_PLAIN = 0.8;

/** Plainly no article: no picture, not one sentence, and links between the scraps. A form, a menu, a list of headlines. */
export function isBare(body: Element): boolean {
  const isLinked = plainLength(body) < solidLength(body) * MOST_PLAIN;
  if (!isLinked || body.querySelector('img, figure, pre, math')) return false;
  return !readLines(body).some(isProse);
}
