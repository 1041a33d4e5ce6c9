/** All passes in the order they run. The name of a pass is its file's name. */
import type { Pass } from './pass.ts';
import { boilerplateLines } from './passes/boilerplate-lines.ts';
import { datelines } from './passes/datelines.ts';
import { ornaments } from './passes/ornaments.ts';
import { outliers } from './passes/outliers.ts';
import { relatedStories } from './passes/related-stories.ts';
import { repeatedCaptions } from './passes/repeated-captions.ts';
import { repeatedHeadline } from './passes/repeated-headline.ts';
import { repeatedPictures } from './passes/repeated-pictures.ts';
import { repeatedSummary } from './passes/repeated-summary.ts';
import { tailLinks } from './passes/tail-links.ts';
import { trailingHeadings } from './passes/trailing-headings.ts';

export const PASSES: [name: string, pass: Pass][] = [
  ['repeated-headline', repeatedHeadline],
  ['repeated-captions', repeatedCaptions],
  ['ornaments', ornaments],
  ['repeated-pictures', repeatedPictures],
  ['related-stories', relatedStories],
  ['boilerplate-lines', boilerplateLines],
  ['datelines', datelines],
  ['tail-links', tailLinks],
  ['repeated-summary', repeatedSummary],
  ['outliers', outliers],
  ['trailing-headings', trailingHeadings],
];
