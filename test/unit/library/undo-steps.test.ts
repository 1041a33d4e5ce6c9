import { expect, it } from 'vitest';
import { applyChange, type LibraryChange } from '../../../lib/library/change';
import { dropLabel, renameLabel } from '../../../lib/library/rename-label';
import type { LibraryDb } from '../../../lib/library/schema';
import { termPrefs } from '../../../lib/library/term-prefs';
import { undo, type UndoToken } from '../../../lib/library/undo';
import { anArticle, aLibrary, keyword, save } from './a-library';

const bulk = { now: 1_900_000_000_000 };

type Step = (db: LibraryDb, id: string) => Promise<UndoToken>;
const change =
  (what: LibraryChange): Step =>
  (db, id) =>
    applyChange(db, [id], what, bulk);
const rename =
  (from: string, to: string): Step =>
  (db) =>
    renameLabel(db, 'keyword', from, to, bulk);

async function known(db: LibraryDb) {
  const rows = await db.articles.toArray();
  const prefs = await termPrefs(db);
  return {
    articles: rows.map(({ keywords, tags, state }) => ({ keywords, tags, state })),
    terms: prefs.map(({ term, removed, as }) => ({ term, removed, as })),
  };
}

it.each<[string, Step[]]>([
  ['renamed and renamed again', [rename('b', 'x'), rename('x', 'y')]],
  ['renamed there and back', [rename('b', 'x'), rename('x', 'b')]],
  ['removed, given, removed', [{ removeKeyword: 'b' }, { addKeyword: 'b' }, { removeKeyword: 'b' }].map(change)],
  [
    'removed here, renamed everywhere, removed everywhere',
    [change({ removeKeyword: 'b' }), rename('b', 'x'), (db) => dropLabel(db, 'keyword', 'x', bulk)],
  ],
  ['tagged, not tagged', [change({ addTag: 't' }), change({ removeTag: 't' })]],
  ['put away, thrown away', [change({ to: 'archive' }), change({ to: 'trash' })]],
])('what was done step by step is taken back step by step, each step once: %s', async (_, steps) => {
  const db = aLibrary();
  const pages = [
    ['a', 'b', 'c'],
    ['b', 'd'],
  ].map((terms, n) =>
    save(db, anArticle({ url: `https://news.example.com/${n}`, title: `第${n}篇` }), {
      keywords: terms.map((term) => keyword(term)),
    }),
  );
  const [first] = await Promise.all(pages);
  const done: { before: unknown; token: UndoToken }[] = [];
  for (const step of steps) done.push({ before: await known(db), token: await step(db, first?.id ?? '') });
  for (const { before, token } of done.toReversed())
    for (const _time of ['once', 'again']) {
      await undo(db, token, bulk.now);
      expect(await known(db)).toEqual(before);
    }
});
