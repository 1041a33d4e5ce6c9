/**
 * Why a page was or was not taken for an article. Codes, not texts: the popup shows `reason_<code>` of the
 * user's language. The order is the order in which they are measured.
 */
export const REASONS = [
  // For
  'articleAddress',
  'articleData',
  'articleMeta',
  'publishedMeta',
  'headline',
  'dateNearHeadline',
  'credit',
  'textFollowsHeadline',
  'longText',
  'paragraphs',
  // Against
  'threadAddress',
  'serviceAddress',
  'otherData',
  'otherMeta',
  'littleText',
  'manyPeople',
  'notHtml',
] as const;

export type Reason = (typeof REASONS)[number];

/** Reason → how clearly it holds, 0 to 1. */
export type Signals = Partial<Record<Reason, number>>;
