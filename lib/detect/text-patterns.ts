/** The few patterns by which a page's small print is recognised. Languages of the world's larger news sites. */

/** A day, with or without a time: 2022-09-08, 2022年9月8日, 8 September 2022, Sept. 8, 2022, 08.09.2022, 3 hours ago. */
export const DATE =
  /(?:19|20)\d\d\s?[-/.年년]\s?[01]?\d\s?[-/.月월]\s?[0-3]?\d|\b[0-3]?\d[-/.][01]?\d[-/.](?:19|20)?\d\d\b|\b[0-3]?\d(?:st|nd|rd|th|\.|º)?\s(?:de\s)?\p{L}{3,10}\.?,?\s(?:de\s)?(?:19|20)\d\d\b|\p{L}{3,9}\.?\s[0-3]?\d(?:st|nd|rd|th)?,?\s+(?:19|20)\d\d\b|\d+\s?(?:分钟|小时|天|時間|分|日)前|\b\d+\s?(?:min(?:ute)?s?|h(?:ou)?rs?|days?)\s?ago\b/iu;

/** Who wrote or sent it. */
export const CREDIT =
  /来源|來源|作者|编辑|編輯|记者|記者|责编|責編|通讯员|本报讯|出典|文[:：]|기자|\bby\s+\p{Lu}|\b(?:written|reported|posted|published|updated)\b|\b(?:por|par|von|door|di|przez)\s+\p{Lu}|\breuters\b|\bautor\b/iu;
