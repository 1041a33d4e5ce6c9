import type { ArticleBody, ArticleId, ArticleRow } from '../article';
import { normalizeUrl } from '../dedupe/normalize-url';
import type { TextRow } from '../search/search-db';
import { contentHash } from './content-hash';
import type { Finding, FindingKind } from './finding';
import { keepEdits } from './keep-edits';
import { withListing } from './listing';
import { webPictures } from './pictures';
import type { LibraryDb } from './schema';
import { getReadable } from './readable';
import { heldKeys } from './slices';

/** An article and all that must agree with it. */
type Whole = { row: ArticleRow; body: ArticleBody | undefined; text: TextRow | undefined; asked: Set<string> };

/** The keywords that a row should have: those of the save, with what the user changed about them. */
export const keywordList = (row: ArticleRow, body: ArticleBody): string[] =>
  keepEdits(
    row,
    body.keywords.map(({ term }) => term),
  );

/** The addresses that a row should be known by: those it has, its own among them. */
export function addressKeys({ urlKeys, url }: Pick<ArticleRow, 'urlKeys' | 'url'>): string[] {
  const stored: unknown = urlKeys;
  const sound = Array.isArray(stored) ? stored.filter((key) => typeof key === 'string' && key !== '') : [];
  return [...new Set([...sound, normalizeUrl(url)])];
}

const sameList = (one: unknown, other: readonly string[]): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Order means nothing to an index. */
const sameSet = (one: readonly unknown[] = [], other: readonly unknown[] = []): boolean =>
  sameList(
    one.map((entry) => JSON.stringify(entry)).toSorted(),
    other.map((entry) => JSON.stringify(entry)).toSorted(),
  );

/** Addresses of the article's pictures that were fetched, given up or queued. */
async function askedPictures(db: LibraryDb, id: ArticleId): Promise<Set<string>> {
  const [uses, jobs] = await Promise.all([
    db.pictureUses.where('[articleId+url]').between([id, ''], [id, '\uffff']).primaryKeys(),
    db.jobs.where('id').startsWith(`picture ${id} `).primaryKeys(),
  ]);
  return new Set([...uses.map(([, url]) => url), ...jobs.map((job) => job.slice(`picture ${id} `.length))]);
}

type Read = {
  wholes: Whole[];
  /** Articles whose rows are there and cannot be read. */
  lost: ArticleId[];
};

function readWhole(db: LibraryDb, ids: ArticleId[]): Promise<Read> {
  return db.transaction('r', [db.articles, db.bodies, db.texts, db.pictureUses, db.jobs], async () => {
    const found = await getReadable(db.articles, ids);
    const rows = found.filter((row) => row !== undefined);
    const lost = await heldKeys(
      db.articles,
      ids.filter((_, i) => !found[i]),
    );
    const bodies = await getReadable(
      db.bodies,
      rows.map(({ id }) => id),
    );
    const texts = await getReadable(
      db.texts,
      rows.map(({ docNo }) => docNo),
    );
    const asked = await Promise.all(rows.map(({ id }) => askedPictures(db, id)));
    const wholes = rows.map((row, i) => ({
      row,
      body: bodies[i],
      text: texts[i],
      asked: asked[i] ?? new Set<string>(),
    }));
    return { wholes, lost: [...lost] };
  });
}

async function examine({ row, body, text, asked }: Whole): Promise<Finding[]> {
  const found: Finding[] = [];
  const note = (kind: FindingKind, part?: string) =>
    found.push({ kind, articleId: row.id, title: row.title, url: row.url, ...(part !== undefined && { part }) });
  if (!sameList(row.urlKeys, addressKeys(row))) note('addressesWrong');
  if (!sameSet(row.listed, withListing(row).listed)) note('listingWrong');
  if (!body) {
    note('bodyMissing');
    return found;
  }
  if (text?.articleId !== row.id || (!text.text && /[^\s<>](?![^<]*>)/u.test(body.html))) note('textMissing');
  if (!sameList(row.keywords, keywordList(row, body))) note('keywordsDiffer');
  if ((await contentHash({ title: row.title, html: body.html })) !== row.contentHash) note('contentChanged');
  for (const url of webPictures(body.images)) if (!asked.has(url)) note('pictureUnasked', url);
  return found;
}

/** A row whose fields are not what they should be stops its own examination, not that of the others. */
const examineAny = (whole: Whole): Promise<Finding[]> =>
  examine(whole).catch(() => [{ kind: 'rowDamaged', articleId: whole.row.id }]);

/** What is wrong with these articles and their own parts. */
export async function checkArticles(db: LibraryDb, ids: ArticleId[]): Promise<Finding[]> {
  const { wholes, lost } = await readWhole(db, ids);
  const found = await Promise.all(wholes.map(examineAny));
  return [...found.flat(), ...lost.map((articleId): Finding => ({ kind: 'rowDamaged', articleId }))];
}
