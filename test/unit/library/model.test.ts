import { describe, expect, it } from 'vitest';
import type { ArticleRow } from '../../../lib/article';
import type { ListFailure, ListResult, ListSource, ListView } from '../../../lib/library/list-source';
import { libraryModel } from '../../../lib/library/model';

const row = (id: string) => ({ id, title: `title ${id}` }) as ArticleRow;
const resultOf = (...ids: string[]): ListResult => ({
  items: ids.map((id) => ({ row: row(id) })),
  total: ids.length,
  complete: true,
});

type Watch = {
  view: ListView;
  stopped: boolean;
  answer: (result: ListResult) => void;
  fail: (why: ListFailure) => void;
};

/** A library that answers when the test says so. */
function aSource() {
  const watches: Watch[] = [];
  const undone: number[] = [];
  const source: ListSource = {
    watch: (view, answer, fail) => {
      const watch = { view, stopped: false, answer, fail };
      watches.push(watch);
      return () => (watch.stopped = true);
    },
    watchCounts: (onCounts) => {
      onCounts({ library: 2, trash: 1 });
      return () => {};
    },
    remove: async (id) => {
      if (id === 'stuck') throw 'full' satisfies ListFailure;
      return async (now) => void undone.push(now);
    },
    restore: async () => {},
  };
  return { source, watches, undone, last: () => watches.at(-1) as Watch };
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

  it('fetches more only while there is more, and begins anew with each query', async () => {
    const { model, last } = await aModel();
    last().answer({ ...resultOf('a'), total: 120, complete: false });
    model.more.value?.();
    expect(last().view.limit).toBe(100);
    last().answer(resultOf('a'));
    expect(model.more.value).toBeUndefined();
    model.search('x');
    expect(last().view.limit).toBe(50);
  });

  it('shows no row of the library in the trash', async () => {
    const { model, last } = await aModel();
    last().answer(resultOf('a'));
    model.showPlace({ trash: true, keyword: null });
    expect(model.items.value).toBeNull();
  });

  it('keeps what was typed when the way back leads to the same place', async () => {
    const { model } = await aModel();
    model.showPlace({ trash: false, keyword: '茶' });
    model.search('龙井');
    model.showPlace({ trash: false, keyword: '茶' });
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
