/** What an examination of the library can find. Plain data, so that it can be kept, shown and counted. */
import type { ArticleId } from '../article';

/** Derived from what is stored, or to be had again: `repairLibrary` puts it right. */
export const REPAIRABLE = [
  'textMissing',
  'textStray',
  'addressesWrong',
  'listingWrong',
  'keywordsDiffer',
  'pictureUnasked',
  'pictureLost',
  'pictureDamaged',
  'pictureUnused',
  'useAlone',
  'jobAlone',
  'indexDiffers',
] as const;

/** Not to be had from anything else in the library: told, and never removed. */
export const REPORTED = [
  'rowDamaged',
  'bodyMissing',
  'contentChanged',
  'bodyAlone',
  'textAlone',
  'versionAlone',
] as const;

export type FindingKind = (typeof REPAIRABLE)[number] | (typeof REPORTED)[number];

export type Finding = {
  kind: FindingKind;
  /** The article concerned, if there is one, and its title if its row is there. */
  articleId?: ArticleId;
  title?: string;
  /** Where the article came from, so that the user can save it again. */
  url?: string;
  /** Which of its parts: address of a picture, hash of a picture, id of a job, `docNo` of a text. */
  part?: string;
};

export const isRepairable = ({ kind }: Finding): boolean => (REPAIRABLE as readonly FindingKind[]).includes(kind);

/** How many of each kind, without saying of what: fit for a bug report. */
export function countKinds(findings: readonly Finding[]): Map<FindingKind, number> {
  const counts = new Map<FindingKind, number>();
  for (const { kind } of findings) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}
