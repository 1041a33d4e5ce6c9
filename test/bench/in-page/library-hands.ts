/** Works on the library from inside the extension, with the library's own code. Bundled by `library.ts`. */
import { listIds } from '../../../lib/library/list.ts';
import { openLibrary } from '../../../lib/library/open.ts';
import { prepareArticle } from '../../../lib/library/prepare.ts';
import { saveArticle } from '../../../lib/library/save.ts';
import { setFavourite, setRead, setState } from '../../../lib/library/state.ts';
import { addTag } from '../../../lib/library/tags.ts';
import { undo } from '../../../lib/library/undo.ts';
import { madeArticle } from '../made-article.ts';

const db = openLibrary();
const START = Date.parse('2020-01-01');
const MINUTE = 60_000;
const TAGS = 20;
const all = { place: 'all', tag: null, keyword: null } as const;

const prepared = (number: number) => {
  const { article, keywords } = madeArticle(number);
  return prepareArticle(article, keywords);
};

/** Many saves in one transaction: the rows are those of single saves, only the commits between them are spared. */
async function fill(from: number, to: number): Promise<void> {
  const numbers = Array.from({ length: to - from }, (_, n) => from + n);
  const articles = await Promise.all(numbers.map(prepared));
  await db.transaction('rw', db.tables, async () => {
    for (const [n, article] of articles.entries()) {
      const now = START + (from + n) * MINUTE;
      await saveArticle(db, article, { saveId: `made ${from + n}`, now });
    }
  });
}

/** What a reader does to a library in time: most is read, a fifth archived, some of it tagged, starred or thrown away. */
async function live(): Promise<void> {
  const ids = (await listIds(db, all)).toSorted();
  const every = (n: number, offset = 0) => ids.filter((_, i) => i % n === offset);
  const bulk = { now: Date.now() };
  await setRead(db, every(3), true, bulk);
  await setState(db, every(5), 'archive', bulk);
  await setState(db, every(50, 1), 'trash', bulk);
  await setFavourite(db, every(20, 2), true, bulk);
  for (let tag = 0; tag < TAGS; tag += 1) await addTag(db, every(TAGS * 5, tag), `标签 ${tag}`, bulk);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

Object.assign(globalThis, {
  libraryHands: {
    fill,
    live,
    /** Milliseconds from the article, as a page sent it, to its commit. */
    save: (number: number) =>
      timed(async () => saveArticle(db, await prepared(number), { saveId: `timed ${number}`, now: Date.now() })),
    /** Milliseconds to archive so many articles of the inbox, and to take it back. */
    async bulk(count: number): Promise<[number, number]> {
      const ids = (await listIds(db, { ...all, place: 'inbox' })).slice(0, count);
      const bulk = { now: Date.now() };
      let token = { parts: [] } as Awaited<ReturnType<typeof setState>>;
      const there = await timed(async () => (token = await setState(db, ids, 'archive', bulk)));
      return [there, await timed(() => undo(db, token, Date.now()))];
    },
    usage: async () => (await navigator.storage.estimate()).usage ?? 0,
  },
});
