import type { Reason } from './reasons';

/** Weight of each signal; the sum with `BIAS` goes through the logistic function. Fitted by `test/commands/detect-fit`. */
export const BIAS = -2;
export const WEIGHTS: Record<Reason, number> = {
  articleAddress: 0.5,
  articleData: 1.5,
  articleMeta: 0.8,
  publishedMeta: 0.8,
  headline: 1,
  dateNearHeadline: 1,
  creditNearHeadline: 0.6,
  textFollowsHeadline: 1,
  longText: 3,
  paragraphs: 1,
  oneText: 1,
  frontAddress: -1,
  listAddress: -1,
  threadAddress: -1.5,
  serviceAddress: -1,
  otherData: -1.5,
  otherMeta: -0.5,
  littleText: -3,
  manyTexts: -2,
  manyDates: -1,
  linkHeavy: -1,
  form: -1,
  player: -0.3,
  notHtml: -9,
};
