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
  'creditNearHeadline',
  'textFollowsHeadline',
  'longText',
  'paragraphs',
  'oneText',
  // Against
  'frontAddress',
  'listAddress',
  'threadAddress',
  'serviceAddress',
  'otherData',
  'otherMeta',
  'littleText',
  'manyTexts',
  'manyDates',
  'linkHeavy',
  'form',
  'player',
  'notHtml',
] as const;

export type Reason = (typeof REASONS)[number];

/** Reason → how clearly it holds, 0 to 1. */
export type Signals = Partial<Record<Reason, number>>;
