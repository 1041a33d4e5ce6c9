/** The other way round: parts whose article is gone, and references that lead nowhere. */
import type { ArticleId } from '../article';
import type { Finding, FindingKind } from './finding';
import type { LibraryDb } from './schema';
import { heldKeys, rowsAt } from './slices';

async function withoutArticle(
  db: LibraryDb,
  kind: FindingKind,
  parts: { articleId: ArticleId; part?: string }[],
): Promise<Finding[]> {
  const held = await heldKeys(
    db.articles,
    parts.map(({ articleId }) => articleId),
  );
  return parts.flatMap((part) => (held.has(part.articleId) ? [] : [{ kind, ...part }]));
}

export function checkBodies(db: LibraryDb, ids: ArticleId[]): Promise<Finding[]> {
  return db.transaction('r', [db.articles, db.bodies], async () =>
    withoutArticle(
      db,
      'bodyAlone',
      [...(await heldKeys(db.bodies, ids))].map((articleId) => ({ articleId })),
    ),
  );
}

export function checkVersions(db: LibraryDb, keys: [ArticleId, number][]): Promise<Finding[]> {
  return db.transaction('r', [db.articles, db.versions], async () => {
    const alone = await withoutArticle(
      db,
      'versionAlone',
      keys.map(([articleId, n]) => ({ articleId, part: String(n) })),
    );
    const there = await db.versions.bulkGet(alone.map(({ articleId = '', part }) => [articleId, Number(part)]));
    return alone.filter((_, i) => there[i]);
  });
}

/** A text that is not the one its article names: of an earlier state, or of an article that is gone. */
export function checkTexts(db: LibraryDb, docNos: number[]): Promise<Finding[]> {
  return db.transaction('r', [db.articles, db.texts], async () => {
    const named = new Set(await db.articles.where('docNo').anyOf(docNos).keys());
    const strays = await rowsAt(
      db.texts,
      docNos.filter((docNo) => !named.has(docNo)),
    );
    const owners = await db.articles.bulkGet(strays.map(({ articleId }) => articleId));
    return strays.map(({ docNo, articleId }, i): Finding => {
      const owner = owners[i];
      const part = String(docNo);
      return owner
        ? { kind: 'textStray', articleId, title: owner.title, part }
        : { kind: 'textAlone', articleId, part };
    });
  });
}

export function checkUses(db: LibraryDb, keys: [ArticleId, string][]): Promise<Finding[]> {
  return db.transaction('r', [db.articles, db.pictures, db.pictureUses], async () => {
    const uses = await rowsAt(db.pictureUses, keys);
    const alone = await withoutArticle(
      db,
      'useAlone',
      uses.map(({ articleId, url }) => ({ articleId, part: url })),
    );
    const held = await heldKeys(
      db.pictures,
      uses.flatMap((use) => ('hash' in use ? [use.hash] : [])),
    );
    const lost = uses.filter((use) => 'hash' in use && !held.has(use.hash));
    const owners = await db.articles.bulkGet(lost.map(({ articleId }) => articleId));
    return [
      ...alone,
      ...lost.flatMap(({ articleId, url }, i): Finding[] => {
        const owner = owners[i];
        return owner ? [{ kind: 'pictureLost', articleId, title: owner.title, part: url }] : [];
      }),
    ];
  });
}

/** Work of other kinds than pictures belongs to no article. */
export function checkJobs(db: LibraryDb, ids: string[]): Promise<Finding[]> {
  return db.transaction('r', [db.articles, db.jobs], async () => {
    const jobs = await rowsAt(db.jobs, ids);
    const pictures = jobs.flatMap((job) =>
      job.kind === 'picture' ? [{ articleId: job.articleId, part: job.id }] : [],
    );
    return withoutArticle(db, 'jobAlone', pictures);
  });
}
