import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { changeEverywhere } from '../../../../entrypoints/library/change-everywhere';
import type { Work } from '../../../../entrypoints/library/work';
import type { Action, LibraryModel, Undoable } from '../../../../lib/library/model';

/** A list that offers to undo what it did, if it did anything. */
function aList() {
  const undoable = signal<readonly Undoable[]>([]);
  const failure = signal<string | null>(null);
  const done = ({ title = '' }: Action): void => {
    undoable.value = [...undoable.value, { title, undo: () => Promise.resolve() }];
  };
  const list = { undoable, failure, forgetFailure: () => (failure.value = null) } as unknown as LibraryModel;
  return { list, done, undoable, failure };
}

function aWork() {
  const stopping = new AbortController();
  const work: Work = {
    progress: signal(null),
    run: (_of, what) => what({ onProgress: () => {}, signal: stopping.signal }),
    stop: () => stopping.abort(),
  };
  return work;
}

describe('a change of all articles', () => {
  it('is done when all of it is done', async () => {
    const { list, done, undoable } = aList();
    expect(await changeEverywhere(list, aWork(), 'Renamed', async (action) => done(action))).toBe(true);
    expect(undoable.value.map(({ title }) => title)).toEqual(['Renamed']);
  });

  it('is not done when nothing was stored', async () => {
    const { list, failure } = aList();
    const fails = async () => void (failure.value = 'full');
    expect(await changeEverywhere(list, aWork(), 'Renamed', fails)).toBe(false);
  });

  it('is not done when it failed half-way, and can be undone as far as it went', async () => {
    const { list, done, undoable, failure } = aList();
    const fails = async (action: Action) => {
      done(action);
      failure.value = 'full';
    };
    expect(await changeEverywhere(list, aWork(), 'Renamed', fails)).toBe(false);
    expect(undoable.value).toHaveLength(1);
  });

  it('says that it was stopped', async () => {
    const { list, done, undoable } = aList();
    const work = aWork();
    const stopped = async (action: Action) => {
      work.stop();
      expect(action.signal?.aborted).toBe(true);
      done(action);
    };
    expect(await changeEverywhere(list, work, 'Renamed', stopped)).toBe(false);
    expect(undoable.value.map(({ title }) => title)).toEqual(['label_stopped']);
  });

  it('knows an earlier failure for past', async () => {
    const { list, done, failure } = aList();
    failure.value = 'write';
    expect(await changeEverywhere(list, aWork(), 'Renamed', async (action) => done(action))).toBe(true);
  });

  it('passes on that a name cannot be one', async () => {
    const { list } = aList();
    const refuses = () => Promise.reject(new Error('no label'));
    await expect(changeEverywhere(list, aWork(), 'Renamed', refuses)).rejects.toThrow('no label');
  });
});
