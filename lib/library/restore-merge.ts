/** An article of the library and the same one of a backup → the one that knows what both knew. Pure; see the table in its test. */
import type { ArticleBody, ArticleRow } from '../article';
import type { ArticleLine } from './backup';
import { isLabelField, isLater, withLabelsOf } from './merge-labels';
import type { VersionRow } from './schema';

/** An article as the library holds it; `body` and `text` are missing only where it was damaged. */
export type Held = {
  row: ArticleRow;
  body: ArticleBody | undefined;
  text: string | undefined;
  versions: VersionRow[];
};

/** What a restore does with one article of the file. `deletedHere`: it was deleted for good, and stays so. */
export type RestoreKind = 'new' | 'newerThere' | 'newerHere' | 'both' | 'same' | 'deletedHere';

export type Version = Omit<VersionRow, 'articleId' | 'n'>;

export type Merged = {
  kind: Exclude<RestoreKind, 'new' | 'deletedHere'>;
  row: ArticleRow;
  /** What changes besides the row; absent: it stays. */
  body?: ArticleBody;
  text?: string;
  /** Versions to add; their number is given by their age. */
  versions: Version[];
};

/** What a save brings: taken from one side as a whole, by the stamp `content`. */
const CONTENT = [
  'url',
  'title',
  'byline',
  'source',
  'lang',
  'dir',
  'publishedAt',
  'savedAt',
  'minutes',
  'keywords',
  'leadImage',
  'excerpt',
  'contentHash',
  'fingerprint',
] as const satisfies (keyof ArticleRow)[];

const FIELDS = ['state', 'favourite', 'note', 'openedAt', 'position'] as const satisfies (keyof ArticleRow)[];

type Theirs = ArticleLine['row'];

/** Names of the stamps that take part; one that this build does not know says nothing about what it has. */
const mergedNames = (mine: ArticleRow, theirs: Theirs): string[] =>
  [...new Set([...Object.keys(mine.stamps), ...Object.keys(theirs.stamps)])].filter(
    (name) => name === 'content' || isLabelField(name) || FIELDS.some((field) => field === name),
  );

/** The fields that the user changes, each from the side that changed it last. A field that one side took away goes. */
function mergeFields(mine: ArticleRow, theirs: Theirs): ArticleRow {
  const merged = withLabelsOf({ ...mine, stamps: { ...mine.stamps } }, theirs);
  for (const field of FIELDS) {
    if (!isLater(theirs.stamps[field], mine.stamps[field])) continue;
    // What an article was before the trash is part of its being there.
    for (const name of field === 'state' ? (['state', 'trashedFrom'] as const) : [field]) {
      if (theirs[name] === undefined) delete (merged as Partial<ArticleRow>)[name];
      else Object.assign(merged, { [name]: theirs[name] });
    }
  }
  for (const name of mergedNames(mine, theirs)) {
    const stamp = theirs.stamps[name];
    if (stamp !== undefined && isLater(stamp, mine.stamps[name])) merged.stamps[name] = stamp;
  }
  return merged;
}

const pick = <K extends keyof Theirs>(row: Theirs, keys: readonly K[]) =>
  Object.fromEntries(keys.map((key) => [key, row[key]])) as Pick<Theirs, K>;

/** The state of an article as an earlier one. */
export function versionOf(row: Theirs, body: ArticleBody, text: string): Version {
  const { savedAt, title, byline, source, publishedAt, contentHash } = row;
  return { savedAt, title, byline, source, publishedAt, contentHash, text, body };
}

/**
 * Merges an article. Never lets an older value replace a newer one; of two texts the newer one is shown and the other
 * one becomes a version. The same line merged again changes nothing.
 */
export function mergeArticle(mine: Held, theirs: ArticleLine): Merged {
  const id = mine.row.id;
  const known = new Set([mine.row.contentHash, ...mine.versions.map(({ contentHash }) => contentHash)]);
  const versions: Version[] = [];
  const keep = (version: Version): void => {
    if (known.has(version.contentHash)) return;
    known.add(version.contentHash);
    versions.push({ ...version, body: { ...version.body, articleId: id } });
  };
  const sameText = mine.row.contentHash === theirs.row.contentHash;
  const theirTextIsNews = !known.has(theirs.row.contentHash);
  const theyHoldMine = theirs.versions.some(({ contentHash }) => contentHash === mine.row.contentHash);
  const takesText = !sameText && isLater(theirs.row.stamps.content, mine.row.stamps.content) && theirs.body !== null;
  const healsBody = sameText && mine.body === undefined && theirs.body !== null;
  const healsText = sameText && mine.text === undefined;

  theirs.versions.forEach(keep);
  if (takesText) {
    known.delete(theirs.row.contentHash);
    if (mine.body && !mine.versions.some(({ contentHash }) => contentHash === mine.row.contentHash))
      versions.push(versionOf(mine.row, mine.body, mine.text ?? ''));
  } else if (!sameText && theirs.body) keep(versionOf(theirs.row, theirs.body, theirs.text));

  const merged = mergeFields(mine.row, theirs.row);
  const savedLater = isLater(theirs.row.stamps.content, mine.row.stamps.content);
  if (takesText) {
    Object.assign(merged, pick(theirs.row, CONTENT));
    // What was done to keywords here stays done, whoever brings the text.
    merged.keywords = withLabelsOf(theirs.row, mine.row).keywords;
  } else if (sameText && savedLater) merged.savedAt = theirs.row.savedAt;
  else if (mine.row.stamps.content) merged.stamps.content = mine.row.stamps.content;
  merged.urlKeys = [...new Set([...mine.row.urlKeys, ...theirs.row.urlKeys])];

  const names = mergedNames(mine.row, theirs.row);
  const theyBring =
    names.some((name) => isLater(theirs.row.stamps[name], mine.row.stamps[name])) ||
    versions.length > 0 ||
    healsBody ||
    healsText ||
    merged.urlKeys.length > mine.row.urlKeys.length;
  const weHave =
    names.some((name) => isLater(mine.row.stamps[name], theirs.row.stamps[name])) ||
    (!sameText && theirTextIsNews && !theyHoldMine);
  const kind = theyBring ? (weHave ? 'both' : 'newerThere') : weHave ? 'newerHere' : 'same';
  const body = theirs.body && { ...theirs.body, articleId: id };
  return {
    kind,
    row: merged,
    versions,
    ...((takesText || healsBody) && body ? { body } : {}),
    ...(takesText || healsText ? { text: theirs.text } : {}),
  };
}
