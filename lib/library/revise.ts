import type { ArticleBody, ArticleId, Extracted } from '../article';
import { tick } from './clock';
import { addText, dropTexts, textStores } from './indexed-text';
import { keywordsOf } from './keywords-of';
import { queuePictures } from './pictures';
import { prepareArticle } from './prepare';
import { keepVersion } from './save';
import type { LibraryDb } from './schema';

/** What a change by the user's own hand may bring. */
export type Revision = Pick<Extracted, 'html' | 'text' | 'images' | 'excerpt' | 'minutes' | 'removed'>;

/**
 * Gives an article the body that the user made of it; the one before becomes a version. The same body changes nothing. Keywords, dates and place in the
 * lists stay. Answers the new body, or `null`, with nothing written, when the article is gone or was saved anew meanwhile.
 */
export async function reviseArticle(
  db: LibraryDb,
  id: ArticleId,
  revision: Revision,
  now: number,
): Promise<ArticleBody | null> {
  const [row, body] = await Promise.all([db.articles.get(id), db.bodies.get(id)]);
  if (!row || !body) return null;
  if (revision.html === body.html) return body;
  const prepared = await prepareArticle({ ...row, ...body, ...revision }, keywordsOf(row, body));
  const stores = [...textStores(db), db.bodies, db.versions, db.pictureUses, db.jobs, db.kv];
  return db.transaction('rw', stores, async () => {
    const current = await db.articles.get(id);
    if (current?.docNo !== row.docNo) return null;
    await keepVersion(db, current, body);
    await dropTexts(db, [current.docNo]);
    const { html, text, images, excerpt, minutes, removed } = revision;
    const { contentHash, fingerprint } = prepared;
    const stamp = await tick(db, now);
    const docNo = await addText(db, id, text, prepared.terms);
    const stamps = { ...current.stamps, content: stamp };
    await db.articles.put({ ...current, excerpt, minutes, contentHash, fingerprint, docNo, stamps });
    const revised = { ...body, html, images, removed };
    await db.bodies.put(revised);
    await queuePictures(db, { id, pageUrl: current.url, images }, now);
    return revised;
  });
}
