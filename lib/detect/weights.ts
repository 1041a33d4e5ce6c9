import type { Reason } from './reasons';

/**
 * How much each signal counts; the sum with `BIAS` goes through the logistic function.
 * From a logistic regression over development pages, each sign fixed beforehand: `test/commands/detect-fit.ts` prints them.
 * It leans a little towards articles, since a badge that stays dark is missed more than one too many is resented.
 * `notHtml` is by hand: it decides alone.
 */
export const BIAS = -3.8;
export const WEIGHTS: Record<Reason, number> = {
  articleAddress: 1.6,
  articleData: 0.9,
  articleMeta: 0.8,
  publishedMeta: 0.9,
  headline: 0.6,
  dateNearHeadline: 1.3,
  credit: 0.5,
  textFollowsHeadline: 2,
  longText: 1.8,
  paragraphs: 1.5,
  threadAddress: -1.7,
  serviceAddress: -0.7,
  otherData: -1,
  otherMeta: -0.8,
  littleText: -1.3,
  manyPeople: -1.8,
  notHtml: -9,
};

/** When address and declarations weigh so much against, no article of the development pages is lost by not reading on. */
export const HOPELESS = -1.5;
