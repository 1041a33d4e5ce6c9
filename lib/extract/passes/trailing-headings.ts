import { wholeRun } from '../lines.ts';
import type { Pass } from '../pass.ts';

const HEADING = 'h1, h2, h3, h4, h5, h6';
const FOLLOWING = 4; // Node.DOCUMENT_POSITION_FOLLOWING

/** A heading with nothing below it announced something that is gone. One above pictures has something below it. */
export const trailingHeadings: Pass = (body, { lines }) => {
  const all = lines();
  const last = all.findLastIndex((line) => !line.block.closest(HEADING));
  if (last === -1) return [];
  const shown = Array.from(body.querySelectorAll('img, figure, math')).findLast((node) => !node.closest(HEADING));
  const dangling = all
    .slice(last + 1)
    .filter((line) => !shown || !(line.block.compareDocumentPosition(shown) & FOLLOWING));
  return wholeRun(dangling, all, body).map((nodes) => ({ nodes, reason: 'A heading with nothing below it.' }));
};
