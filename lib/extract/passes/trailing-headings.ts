import { wholeRun } from '../lines.ts';
import type { Pass } from '../pass.ts';

/** A heading with nothing below it announced something that is gone. */
export const trailingHeadings: Pass = (body, { lines }) => {
  const all = lines();
  const last = all.findLastIndex((line) => !line.block.closest('h1, h2, h3, h4, h5, h6'));
  if (last === -1) return [];
  return wholeRun(all.slice(last + 1), all, body).map((nodes) => ({
    nodes,
    reason: 'A heading with nothing below it.',
  }));
};
