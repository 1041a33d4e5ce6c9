import { describe, expect, it } from 'vitest';
import type { ArticleRow } from '../../../lib/article';
import type { ListFailure } from '../../../lib/library/list-failure';
import type { ListResult, ListSource, ListView } from '../../../lib/library/list-source';
import { libraryModel } from '../../../lib/library/model';
import { cleanLabel } from '../../../lib/library/clean-label';
import { LabelError } from '../../../lib/library/label-error';

const row = (id: string) => ({ id, title: `title ${id}` }) as ArticleRow;
const resultOf = (...ids: string[]): ListResult => ({
  items: ids.map((id) => ({ row: row(id) })),
  from: 0,
  extent: ids.length,
  total: ids.length,
  counted: true,
});

type Watch = {
  view: ListView;
  shown: [from: number, to: number][];
  stopped: boolean;
  answer: (result: ListResult) => void;
  fail: (why: ListFailure) => void;
};

/** A library that answers when the test says so. */
function aSource() {
  const watches: Watch[] = [];
  const undone: number[] = [];
  const allowed: string[] = [];
  const done = { undo: async (now: number) => void undone.push(now), failure: null };
  const source: ListSource = {
    watch: (view, answer, fail) => {
      const watch: Watch = { view, shown: [], stopped: false, answer, fail };
      watches.push(watch);
      return { show: (from, to) => watch.shown.push([from, to]), stop: () => (watch.stopped = true) };
    },
    manage: {
      watchCounts: (onCounts) => {
        onCounts({ inbox: 2, unread: 1, favourites: 0, archive: 0, all: 2, trash: 1 });
        return () => {};
      },
      purge: async (ids) => ids.length,
      trashedLongAgo: async () => [],
      idsOf: async () => ['a', 'b'],
      watchTags: (onTags) => {
        onTags([{ tag: '周末', count: 1 }]);
        return () => {};
      },
      renameLabel: async () => done,
      dropLabel: async () => done,
      allowTerm: async (term) => void allowed.push(term),
    },
    change: async (ids, change) => {
      if ('addTag' in change) cleanLabel(change.addTag, 'NFC');
      if (ids.includes('stuck')) throw 'full' satisfies ListFailure;
      return { undo: async (now) => void undone.push(now), failure: ids.includes('half') ? 'full' : null };
    },
  };
  return { source, watches, undone, allowed, last: () => watches.at(-1) as Watch };
}

async function aModel() {
  const fake = aSource();
  const model = libraryModel(Promise.resolve(fake.source), () => 42);
  await Promise.resolve();
  return { model, ...fake };
}

describe('the list of a page', () => {
  it('takes letters before the library is open, and asks for them when it is', async () => {
    const fake = aSource();
    const model = libraryModel(Promise.resolve(fake.source), () => 42);
    model.search('茶');
    expect(fake.watches).toHaveLength(0);
    expect(model.items.value).toBeNull();
    await Promise.resolve();
    expect(fake.watches.map(({ view }) => view.query)).toEqual(['茶']);
  });

  it('stops an overtaken query and keeps its rows until the next ones come', async () => {
    const { model, watches, last } = await aModel();
    last().answer(resultOf('a', 'b'));
    model.search('x');
    expect(watches.map(({ stopped }) => stopped)).toEqual([true, false]);
    expect(model.items.value).toHaveLength(2);
    last().answer(resultOf('b'));
    expect(model.items.value?.map((item) => item.row.id)).toEqual(['b']);
  });

  it('knows whether its rows answer the last letters', async () => {
    const { model, last } = await aModel();
    expect(model.fresh.value).toBe(false);
    last().answer(resultOf('a'));
    expect(model.fresh.value).toBe(true);
    model.search('x');
    expect(model.fresh.value).toBe(false);
  });

  it('does not ask again for spaces at the end', async () => {
    const { model, watches } = await aModel();
    model.search('harbour');
    model.search('harbour ');
    expect(watches).toHaveLength(2);
  });

  it('says which places are in view, and begins at the top with each query', async () => {
    const { model, last } = await aModel();
    last().answer({ ...resultOf('a'), extent: 120, total: 120 });
    model.show(60, 70);
    expect(last().shown.at(-1)).toEqual([60, 70]);
    model.search('x');
    expect(last().shown).toEqual([[0, 10]]);
  });

  it('shows early rows until the library is open, and stays in their place', async () => {
    const early = aSource();
    const { source, last } = aSource();
    let resolve: (source: ListSource) => void = () => {};
    const promise = new Promise<ListSource>((open) => (resolve = open));
    const model = libraryModel(promise, () => 42, Promise.resolve(early.source));
    await Promise.resolve();
    early.last().answer(resultOf('a', 'b'));
    model.show(40, 50);
    resolve(source);
    await promise;
    expect(early.last().stopped).toBe(true);
    expect(last().shown).toEqual([[40, 50]]);
    expect(model.items.value).toHaveLength(2);
    last().answer(resultOf('b'));
    expect(model.items.value).toHaveLength(1);
  });

  it('takes no early rows once the library is open', async () => {
    const early = aSource();
    const { source } = aSource();
    let resolve: (source: ListSource) => void = () => {};
    const promise = new Promise<ListSource>((open) => (resolve = open));
    libraryModel(Promise.resolve(source), () => 42, promise);
    await Promise.resolve();
    resolve(early.source);
    await promise;
    await Promise.resolve();
    expect(early.watches).toHaveLength(0);
  });

  it('shows no row of the library in the trash', async () => {
    const { model, last } = await aModel();
    last().answer(resultOf('a'));
    model.showPlace({ place: 'trash' });
    expect(model.items.value).toBeNull();
  });

  it('keeps what was typed when the way back leads to the same place', async () => {
    const { model } = await aModel();
    model.showPlace({ place: 'all', keyword: '茶' });
    model.search('龙井');
    model.showPlace({ place: 'all', keyword: '茶' });
    expect(model.query.value).toBe('龙井');
  });

  it('takes removals back one by one, the last first', async () => {
    const { model, undone } = await aModel();
    await model.remove(row('a'));
    await model.remove(row('b'));
    expect(model.undoable.value.map(({ title }) => title)).toEqual(['title a', 'title b']);
    await model.undo();
    expect(model.undoable.value.map(({ title }) => title)).toEqual(['title a']);
    expect(undone).toEqual([42]);
  });

  it('offers no undo for a removal that was not stored, and says why', async () => {
    const { model } = await aModel();
    await model.remove(row('stuck'));
    expect(model.undoable.value).toEqual([]);
    expect(model.failure.value).toBe('full');
  });

  it('offers back what was done before a failure, and says why it stopped', async () => {
    const { model } = await aModel();
    await model.change(['a', 'half'], { favourite: true }, { title: '2 articles' });
    expect(model.undoable.value.map(({ title }) => title)).toEqual(['2 articles']);
    expect(model.failure.value).toBe('full');
  });

  it('answers a tag that cannot be to whoever typed it', async () => {
    const { model } = await aModel();
    await expect(model.change(['a'], { addTag: ' ' })).rejects.toBeInstanceOf(LabelError);
    expect(model.failure.value).toBeNull();
  });

  it('knows the tags and all articles of the view, and takes a new name of a tag back', async () => {
    const { model, undone, last } = await aModel();
    // Rows first: counting takes longer.
    expect(model.tags.value).toEqual([]);
    last().answer(resultOf('a'));
    expect(model.tags.value).toEqual([{ tag: '周末', count: 1 }]);
    expect(await model.allIds()).toEqual(['a', 'b']);
    await model.everywhere((manage, bulk) => manage.renameLabel('tag', '周末', '假日', bulk), { title: '周末' });
    await model.undo();
    expect(undone).toEqual([42]);
  });

  it('asks anew for another place, tag or keyword, and not for the same', async () => {
    const { model, last, watches } = await aModel();
    model.showPlace({ place: 'archive', tag: '周末' });
    model.showPlace({ place: 'archive', tag: '周末', keyword: null });
    expect(last().view).toEqual({ query: '', place: 'archive', tag: '周末', keyword: null, order: 'relevance' });
    expect(watches).toHaveLength(2);
    expect(model.counts.value).toBeNull();
    last().answer(resultOf());
    expect(model.counts.value).toMatchObject({ all: 2, trash: 1 });
  });

  it('says when the library does not open, and when it works again', async () => {
    const { model, last } = await aModel();
    last().fail('open');
    expect(model.failure.value).toBe('open');
    last().answer(resultOf());
    expect(model.failure.value).toBeNull();
    const closed = libraryModel(Promise.reject<ListSource>('newer'), () => 42);
    await Promise.resolve();
    await Promise.resolve();
    expect(closed.failure.value).toBe('newer');
  });
});
