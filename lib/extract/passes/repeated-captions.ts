import { wholeLine } from '../lines.ts';
import type { Pass } from '../pass.ts';
import { headlineMatcher } from './title-match.ts';

/** Editors' systems fill an empty caption with the headline. Captions that say something of their own stay. */
export const repeatedCaptions: Pass = (body, { header, lines }) => {
  const isHeadline = headlineMatcher([header.title, ...header.titleVariants]);
  return lines()
    .filter((line) => (line.after === 'picture' || line.block.closest('figcaption')) && isHeadline(line.text))
    .map((line) => ({ nodes: wholeLine(line, body), reason: 'The caption is only the headline.' }));
};
