// @vitest-environment jsdom
import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { RenameLabel } from '../../../../entrypoints/library/rename-label';
import type { LabelUse } from '../../../../lib/library/label-use';
import type { LibraryManager } from '../../../../lib/library/manage';
import type { Action, LibraryModel, Undoable } from '../../../../lib/library/model';
import { enter, field, settle, type } from '../../components/typed-field';

// jsdom knows no modal dialogs.
HTMLDialogElement.prototype.showModal = () => {};
HTMLDialogElement.prototype.close = function close(this: HTMLDialogElement) {
  this.dispatchEvent(new Event('close'));
};

const renameLabel = vi.fn<(kind: string, from: string, to: string) => Promise<void>>();
const useOf = vi.fn<(kind: string, name: string) => Promise<LabelUse>>();
const onRenamed = vi.fn<(name: string) => void>();
const onClose = vi.fn<() => void>();

const undoable = signal<readonly Undoable[]>([]);
const list = {
  undoable,
  failure: signal(null),
  forgetFailure: () => {},
  everywhere: async (work: (manage: LibraryManager, bulk: object) => Promise<unknown>, { title = '' }: Action) => {
    await work({ renameLabel } as unknown as LibraryManager, {});
    undoable.value = [...undoable.value, { title, undo: () => Promise.resolve() }];
  },
} as unknown as LibraryModel;

beforeEach(async () => {
  vi.resetAllMocks();
  useOf.mockImplementation(async (_kind, name) => ({
    name,
    all: name === 'Tides' ? 3 : 0,
    trash: name === 'Tides' ? 1 : 0,
  }));
  await act(() =>
    render(
      <RenameLabel kind="keyword" name="Tides" list={list} useOf={useOf} onRenamed={onRenamed} onClose={onClose} />,
      document.body,
    ),
  );
  await settle();
});
afterEach(() => {
  render(null, document.body);
});

it('says how many articles it is about, those in the trash apart', () => {
  expect(document.body.textContent).toContain('label_concerns_trash_other');
  expect(document.body.textContent).toContain('label_keyword_rename_later');
});

it('renames to what was typed', async () => {
  await type('  Ebb and flow ');
  expect(document.body.textContent).not.toContain('label_rename_merges');
  await enter();
  expect(renameLabel.mock.calls[0]?.slice(0, 3)).toEqual(['keyword', 'Tides', 'Ebb and flow']);
  expect(onRenamed).toHaveBeenCalledWith('Ebb and flow');
  expect(onClose).toHaveBeenCalled();
});

it('says when two become one, in the spelling that is in use', async () => {
  useOf.mockResolvedValueOnce({ name: 'COVID', all: 5, trash: 0 });
  await type('covid');
  expect(document.querySelector('[role=status]')?.textContent).toBe('label_rename_merges');
  await enter();
  expect(renameLabel.mock.calls[0]?.[2]).toBe('COVID');
});

it.each([
  ['no other', 0, 'Night ferry'],
  ['another, which it says first', 4, undefined],
])('waits until it is known whether what was typed is %s', async (_what, all, renamed) => {
  useOf.mockResolvedValueOnce({ name: 'Night', all: 2, trash: 0 });
  await type('Night');
  let answer = (_use: LabelUse): void => undefined;
  useOf.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
  await type('Night ferry');
  expect(document.body.textContent).not.toContain('label_rename_merges');
  await enter();
  expect(renameLabel).not.toHaveBeenCalled();
  answer({ name: 'Night ferry', all, trash: 0 });
  await settle();
  expect(renameLabel.mock.calls[0]?.[2]).toBe(renamed);
  expect(document.body.textContent?.includes('label_rename_merges')).toBe(all > 0);
});

it.each(['Tides', '  Tides '])('changes nothing when the name stays as it is: %j', async (typed) => {
  await type(typed);
  await enter();
  expect(renameLabel).not.toHaveBeenCalled();
  expect(onClose).toHaveBeenCalled();
});

it('changes the spelling alone', async () => {
  await type('TIDES');
  expect(document.body.textContent).not.toContain('label_rename_merges');
  await enter();
  expect(renameLabel.mock.calls[0]?.[2]).toBe('TIDES');
});

it('keeps what was typed when it cannot be a name', async () => {
  renameLabel.mockRejectedValueOnce(new Error('no label'));
  await type('\u200b');
  await enter();
  expect(document.querySelector('[role=status]')?.textContent).toBe('label_keyword_refused');
  expect([field().value, onClose.mock.calls.length]).toEqual(['\u200b', 0]);
});

it('does not wait for a library that does not say how much a name is in use', async () => {
  useOf.mockRejectedValueOnce(new Error('closed'));
  await type('Ebb');
  await enter();
  expect(onRenamed).toHaveBeenCalledWith('Ebb');
});
