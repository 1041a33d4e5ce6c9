// @vitest-environment jsdom
import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Label, LabelEditor, type LabelActions } from '../../../../components/label-editor/label-editor';
import { enter, field, settle, type } from '../typed-field';

// jsdom knows no popovers and lays nothing out.
HTMLElement.prototype.showPopover = () => {};
HTMLElement.prototype.hidePopover = () => {};
Element.prototype.scrollIntoView = () => {};

const actions = {
  valuesOf: vi.fn<LabelActions['valuesOf']>(),
  onAdd: vi.fn<LabelActions['onAdd']>(),
  onRemove: vi.fn<LabelActions['onRemove']>(),
  onRename: vi.fn<LabelActions['onRename']>(),
  onPick: vi.fn<LabelActions['onPick']>(),
};

const known = (value: string) => ({ value, count: 1 });

beforeEach(() => {
  vi.clearAllMocks();
  actions.valuesOf.mockResolvedValue([known('粮仓'), known('码头')]);
  actions.onAdd.mockResolvedValue(true);
});
afterEach(() => {
  render(null, document.body);
});

const draw = (names: readonly string[], kind: 'tag' | 'keyword' = 'keyword') =>
  act(() =>
    render(<LabelEditor kind={kind} names={names} originOf={(name) => `from ${name}`} {...actions} />, document.body),
  );

const chips = () => Array.from(document.querySelectorAll<HTMLElement>('.chip-name'));
const press = (key: string) =>
  document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
const alertText = () => document.querySelector('[role=alert]')?.textContent ?? null;

it('tells of each where it comes from, and a screen reader by which keys it goes or changes', async () => {
  await draw(['粮仓']);
  const [chip] = chips();
  const told = document.getElementById(chip?.getAttribute('aria-describedby') ?? '')?.textContent;
  expect(told).toBe('from 粮仓');
  expect(chip?.getAttribute('aria-keyshortcuts')).toBe('Delete F2');
});

it('picks, renames and removes by mouse and by key', async () => {
  await draw(['粮仓', '钟表']);
  chips()[1]?.click();
  expect(actions.onPick).toHaveBeenCalledWith('keyword', '钟表');
  chips()[0]?.focus();
  press('F2');
  expect(actions.onRename).toHaveBeenCalledWith('keyword', '粮仓');
  press('x');
  document.querySelectorAll<HTMLElement>('.label-remove')[1]?.click();
  expect(actions.onRemove.mock.calls).toEqual([['keyword', '钟表']]);
});

it.each([
  ['label_pick', actions.onPick],
  ['label_rename', actions.onRename],
  ['label_remove_do', actions.onRemove],
])('offers in the tip what a finger cannot do by key: %s', async (said, action) => {
  await draw(['粮仓']);
  const offered = Array.from(document.querySelectorAll<HTMLElement>('.chip-actions button'));
  offered.find(({ textContent }) => textContent?.startsWith(said))?.click();
  expect(action.mock.calls).toEqual([['keyword', '粮仓']]);
});

it('hands the focus to the one that is to have it, once that is there', async () => {
  const standOn = signal<Label | null>({ kind: 'keyword', name: '钟表' });
  const show = (names: string[]) =>
    act(() => render(<LabelEditor kind="keyword" names={names} {...actions} standOn={standOn} />, document.body));
  await show(['粮仓']);
  expect(document.activeElement).toBe(document.body);
  await show(['粮仓', '钟表']);
  expect(document.activeElement?.textContent).toBe('钟表');
  field().focus();
  await show(['钟表']);
  expect(document.activeElement).toBe(field());
});

it.each([
  ['the next one', ['a', 'b', 'c'], 1, 'c'],
  ['the one before, from the last', ['a', 'b', 'c'], 2, 'b'],
  ['the field, from the only one', ['a'], 0, ''],
])('hands the focus to %s when one is removed', async (_to, names, place, next) => {
  await draw(names);
  chips()[place]?.focus();
  press('Backspace');
  expect(actions.onRemove).toHaveBeenCalledWith('keyword', names[place]);
  expect(document.activeElement?.textContent).toBe(next);
  if (next === '') expect(document.activeElement).toBe(field());
});

it('offers those in use that are not there yet', async () => {
  await draw(['粮仓']);
  await type('码');
  expect(actions.valuesOf).toHaveBeenLastCalledWith('keyword', '码');
  expect(Array.from(document.querySelectorAll('option'), ({ value }) => value)).toEqual(['码头']);
});

it('adds what is typed, without the spaces around it', async () => {
  await draw([], 'tag');
  await type('  码头 ');
  await enter();
  expect(actions.onAdd).toHaveBeenCalledWith('tag', '码头');
  expect(field().value).toBe('');
});

it('keeps what was typed when it cannot be one, is there already, or was not stored', async () => {
  await draw(['Tide']);
  await type('ＴＩＤＥ');
  await enter();
  expect([alertText(), field().value, actions.onAdd.mock.calls.length]).toEqual(['label_keyword_there', 'ＴＩＤＥ', 0]);
  actions.onAdd.mockRejectedValueOnce(new Error('no'));
  await type('\u200b');
  await enter();
  expect([alertText(), field().value]).toEqual(['label_keyword_refused', '\u200b']);
  await type('boat');
  expect(alertText()).toBeNull();
  actions.onAdd.mockResolvedValueOnce(false);
  await enter();
  // Why it was not stored is said elsewhere.
  expect([alertText(), field().value]).toEqual([null, 'boat']);
});

it('keeps what is typed while the one before is being stored', async () => {
  let store = (_stored: boolean): void => undefined;
  actions.onAdd.mockReturnValueOnce(new Promise((resolve) => (store = resolve)));
  await draw([]);
  await type('boat');
  await enter();
  field().value = 'net';
  store(true);
  await settle();
  expect(field().value).toBe('net');
});
