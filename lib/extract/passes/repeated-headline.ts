import { wholeLine } from '../lines.ts';
import type { Pass } from '../pass.ts';
import { headlineMatcher } from './title-match.ts';

/** The view shows the headline once, above the article. Lines under a picture are the work of `repeated-captions`. */
export const repeatedHeadline: Pass = (body, { header, lines }) => {
  const isHeadline = headlineMatcher([header.title, ...header.titleVariants]);
  return lines()
    .filter((line) => line.after !== 'picture' && !line.block.closest('figcaption') && isHeadline(line.text))
    .map((line) => ({ nodes: wholeLine(line, body), reason: 'The line is the headline again.' }));
};
