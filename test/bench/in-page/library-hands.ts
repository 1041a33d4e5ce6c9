/** Works on the library from inside the extension, with the library's own code. Bundled by `library.ts`. */
import { backendOf } from '../../../lib/library/backend.ts';
import { listIds } from '../../../lib/library/list-ids.ts';
import { openLibrary } from '../../../lib/library/open.ts';
import { prepareArticle } from '../../../lib/library/prepare.ts';
import { restoreSlice } from '../../../lib/library/restore-slice.ts';
import { saveArticle } from '../../../lib/library/save.ts';
import { setFavourite, setRead, setState } from '../../../lib/library/state.ts';
import { addLabel } from '../../../lib/library/labels.ts';
import { undo } from '../../../lib/library/undo.ts';
import { keepIndex } from '../../../lib/search/index/keep-index.ts';
import { madeArticle } from '../made-article.ts';
import { searchLine } from '../search-line.ts';

const db = openLibrary();
/** As many articles as a restore writes in one transaction. */
const SLICE = 100;
const TAGS = 20;
const all = { place: 'all', tag: null, keyword: null } as const;

const prepared = (number: number) => {
  const { article, keywords } = madeArticle(number);
  return prepareArticle(article, keywords);
};

/** By the way of a restore, which is quicker than as many saves and leaves the same rows. */
async function fill(from: number, to: number): Promise<void> {
  const lines = Array.from({ length: to - from }, (_, n) => {
    const line = searchLine(from + n);
    const { keywords } = madeArticle(from + n);
    return { ...line, row: { ...line.row, keywords: keywords.map(({ term }) => term) } };
  });
  for (let at = 0; at < lines.length; at += SLICE)
    await restoreSlice(db, lines.slice(at, at + SLICE), { now: Date.now(), bringBack: false, dry: false });
  await keepIndex(await backendOf(db), navigator.locks, { wait: true });
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
  for (let tag = 0; tag < TAGS; tag += 1) await addLabel(db, 'tag', every(TAGS * 5, tag), `标签 ${tag}`, bulk);
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
