// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Chip } from '../../../../components/chip/chip';

const shown = new Set<Element>();

// jsdom knows no popovers.
beforeEach(() => {
  shown.clear();
  HTMLElement.prototype.showPopover = function show(this: HTMLElement) {
    shown.add(this);
  };
  HTMLElement.prototype.hidePopover = function hide(this: HTMLElement) {
    shown.delete(this);
  };
});
afterEach(() => {
  render(null, document.body);
});

async function draw(onPick?: () => void): Promise<{ chip: Element; name: HTMLElement }> {
  await act(() => render(<Chip name="粮仓" id="one" tip="why" {...(onPick && { onPick })} />, document.body));
  const chip = document.querySelector('.chip');
  const name = document.querySelector<HTMLElement>('.chip-name');
  if (!chip || !name) throw new Error('There is no chip.');
  return { chip, name };
}

/** jsdom has no pointer events either. */
const pointer = (type: string, pointerType: string) => Object.assign(new Event(type), { pointerType });

it('says its word while it is pointed at, by a mouse', async () => {
  const { chip } = await draw();
  chip.dispatchEvent(pointer('pointerenter', 'touch'));
  expect(shown.size).toBe(0);
  chip.dispatchEvent(pointer('pointerenter', 'mouse'));
  expect([...shown].map(({ textContent }) => textContent)).toEqual(['粮仓why']);
  chip.dispatchEvent(pointer('pointerleave', 'mouse'));
  expect(shown.size).toBe(0);
});

it('lets go of its word at Esc and at a click where nothing is picked', async () => {
  const { chip, name } = await draw();
  const enter = () => chip.dispatchEvent(pointer('pointerenter', 'mouse'));
  enter();
  const esc = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
  document.dispatchEvent(esc);
  expect([shown.size, esc.defaultPrevented]).toEqual([0, true]);
  name.click();
  document.dispatchEvent(new Event('scroll'));
  expect(shown.size).toBe(1);
  name.click();
  expect(shown.size).toBe(0);
  const later = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
  document.dispatchEvent(later);
  expect(later.defaultPrevented).toBe(false);
});

it('picks, and has nothing more to say then', async () => {
  const onPick = vi.fn();
  const { chip, name } = await draw(onPick);
  chip.dispatchEvent(pointer('pointerenter', 'mouse'));
  name.click();
  expect(onPick).toHaveBeenCalledOnce();
  expect(shown.size).toBe(0);
});

it('shows a finger what can be done before it does anything', async () => {
  const onPick = vi.fn();
  const { name } = await draw(onPick);
  const tap = () =>
    name.dispatchEvent(Object.assign(new MouseEvent('click', { bubbles: true }), { pointerType: 'touch' }));
  tap();
  expect([shown.size, onPick.mock.calls.length]).toEqual([1, 0]);
  tap();
  expect([shown.size, onPick.mock.calls.length]).toEqual([0, 0]);
});
