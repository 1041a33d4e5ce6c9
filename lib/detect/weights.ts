import type { Reason } from './reasons';

/**
 * How much each signal counts; the sum with `BIAS` goes through the logistic function.
 * A logistic regression over development pages (`test/commands/detect-fit.ts`), each sign fixed beforehand.
 * `BIAS` alone is set by hand, half a point kinder to articles than the fit:
 * a badge that stays dark is missed more than one too many is resented.
 */
export const BIAS = -3.8;
export const WEIGHTS: Record<Reason, number> = {
  articleAddress: 1.6,
  articleData: 0.9,
  articleMeta: 0.7,
  publishedMeta: 1,
  headline: 0.4,
  dateNearHeadline: 1.3,
  credit: 0.7,
  textFollowsHeadline: 2.1,
  longText: 1.7,
  paragraphs: 1.3,
  threadAddress: -1.7,
  serviceAddress: -0.6,
  otherData: -1.2,
  otherMeta: -0.5,
  littleText: -1.4,
  manyPeople: -1.7,
  notHtml: -9,
};

/** When address and declarations weigh so much against, no article of the development pages is lost by not reading on. */
export const HOPELESS = -1.5;
