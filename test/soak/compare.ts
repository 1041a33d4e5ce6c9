/** Reads the whole library and the plain one into the same shape. */
import { isDeepStrictEqual } from 'node:util';
import { allTags } from '../../lib/library/all-tags';
import { countPlaces } from '../../lib/library/count-places';
import { KEYWORDS } from './actions';
import { countArticles, listArticles } from './listed';
import type { Place } from '../../lib/library/place';
import { termPrefs } from '../../lib/library/term-prefs';
import type { LibraryDb } from '../../lib/library/schema';
import type { PlainArticle, PlainLibrary } from './plain-library';

const PLACES: Place[] = ['inbox', 'unread', 'favourites', 'archive', 'all', 'trash'];

const sorted = (texts: Iterable<string>): string[] => [...texts].toSorted();
const byId = <T extends { id: string }>(rows: T[]): T[] => rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));

export async function stateOf(db: LibraryDb) {
  const [rows, bodies, texts, versions, uses, pictures, jobs, deleted] = await Promise.all([
    db.articles.toArray(),
    db.bodies.toArray(),
    db.texts.toArray(),
    db.versions.toArray(),
    db.pictureUses.toArray(),
    db.pictures.toArray(),
    db.jobs.toArray(),
    db.deleted.toArray(),
  ]);
  const hashes = new Set(pictures.map(({ hash }) => hash));
  const broken = uses.filter((use) => 'hash' in use && !hashes.has(use.hash)).map(({ url }) => url);
  const articles = rows.map((row) => ({
    id: row.id,
    url: row.urlKeys.join(' '),
    text: texts.find(({ docNo }) => docNo === row.docNo)?.text,
    html: bodies.find(({ articleId }) => articleId === row.id)?.html,
    versions: versions.filter(({ articleId }) => articleId === row.id).map(({ text }) => text),
    keywords: row.keywords,
    savedAt: row.savedAt,
    state: row.state,
    favourite: row.favourite,
    openedAt: row.openedAt ?? null,
    tags: sorted(row.tags),
    note: row.note,
    fraction: row.position?.fraction ?? null,
    uses: sorted(
      uses.flatMap((use) => (use.articleId === row.id ? [`${use.url} ${'hash' in use ? 'held' : 'failed'}`] : [])),
    ),
    jobs: sorted(
      jobs.flatMap((job) => ('url' in job && job.articleId === row.id ? [`${job.url} ${job.attempts}`] : [])),
    ),
  }));
  const totals = { bodies: bodies.length, texts: texts.length, versions: versions.length, uses: uses.length };
  return {
    articles: byId(articles),
    deleted: sorted(deleted.map(({ id }) => id)),
    pictures: pictures.length,
    broken,
    totals: { ...totals, jobs: jobs.length },
    lists: await listsOf(db),
    tags: (await allTags(db)).map(({ tag, count }) => `${tag} ${count}`).toSorted(),
    keywords: await Promise.all(
      KEYWORDS.map((keyword) => countArticles(db, { place: 'all' as const, tag: null, keyword })),
    ),
    terms: sorted((await termPrefs(db)).map(({ term, removed, as }) => `${term} ${String(removed)} ${String(as)}`)),
  };
}

async function listsOf(db: LibraryDb): Promise<Record<string, string[]>> {
  const counts = await countPlaces(db);
  const lists: [string, string[]][] = [];
  for (const place of PLACES) {
    const filter = { place, tag: null, keyword: null };
    const [{ rows }, total] = [await listArticles(db, filter, 1000), await countArticles(db, filter)];
    const agree = total === rows.length && counts[place] === total;
    lists.push([place, agree ? rows.map(({ id }) => id) : [`${rows.length} listed, ${total} counted`]]);
  }
  return Object.fromEntries(lists);
}

const plainFields = ({ id, text, versions, savedAt, state, favourite, openedAt, note, fraction }: PlainArticle) =>
  ({ id, text, versions, savedAt, state, favourite, openedAt, note, fraction }) as const;

export function stateOfPlain({ articles, deleted, list, terms }: PlainLibrary): Awaited<ReturnType<typeof stateOf>> {
  const sum = (count: (article: (typeof articles)[number]) => number) =>
    articles.reduce((total, article) => total + count(article), 0);
  const held = articles.flatMap(({ uses }) => [...uses].filter(([, use]) => use === 'held').map(([url]) => url));
  const outside = articles.filter(({ state }) => state !== 'trash');
  const kept = outside.flatMap(({ tags }) => Array.from(tags));
  return {
    articles: byId(
      articles.map((article) => ({
        ...plainFields(article),
        url: `news.example.com/${article.url}.html`,
        html: `<p>${article.text.replaceAll('\n', '</p><p>')}</p>`,
        keywords: article.keywords,
        tags: sorted(article.tags),
        uses: sorted([...article.uses].map(([url, use]) => `${url} ${use}`)),
        jobs: sorted([...article.jobs].map(([url, tries]) => `${url} ${tries}`)),
      })),
    ),
    deleted: sorted(deleted),
    pictures: new Set(held).size,
    broken: [],
    totals: {
      bodies: articles.length,
      texts: articles.length,
      versions: sum(({ versions }) => versions.length),
      uses: sum(({ uses }) => uses.size),
      jobs: sum(({ jobs }) => jobs.size),
    },
    lists: Object.fromEntries(PLACES.map((place) => [place, list(place)])),
    keywords: KEYWORDS.map((keyword) => outside.filter(({ keywords }) => keywords.includes(keyword)).length),
    terms: sorted(terms.list()),
    tags: sorted([...new Set(kept)].map((tag) => `${tag} ${kept.filter((one) => one === tag).length}`)),
  };
}

/** One line for each place where two values differ. */
export function differencesOf(real: unknown, plain: unknown, path = 'library'): string[] {
  if (isDeepStrictEqual(real, plain)) return [];
  const isTree = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
  if (!isTree(real) || !isTree(plain))
    return [`${path} is ${JSON.stringify(real)} and should be ${JSON.stringify(plain)}`];
  const keys = new Set([...Object.keys(real), ...Object.keys(plain)]);
  return [...keys].flatMap((key) => differencesOf(real[key], plain[key], `${path}.${key}`));
}
