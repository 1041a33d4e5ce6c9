/** Steps of Readability that `engine.ts` does without; the build leaves them out of the reader (`wxt.config.ts`). */
export const UNUSED_STEPS = [
  'parse',
  '_unwrapNoscriptImages',
  '_isSingleImage',
  '_getJSONLD',
  '_getArticleMetadata',
  '_getArticleTitle',
  '_unescapeHtmlEntities',
  '_fixLazyImages',
] as const;
