// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { shieldRoot, shieldWindow } from '../../../entrypoints/reader.content/shield';

let open: boolean;
const onKey = vi.fn();

/** A window that remembers who listens: jsdom cannot make the trusted events that a real key press makes. */
function shielded() {
  const listeners = new Map<string, (event: Event) => void>();
  const window = {
    addEventListener: (name: string, listener: (event: Event) => void) => listeners.set(name, listener),
  } as unknown as Window;
  shieldWindow(window, { isOpen: () => open, onKey, signal: new AbortController().signal });

  /** Returns whether the page gets to hear it. */
  return (type: string, key?: string, isTrusted = true): boolean => {
    const stopImmediatePropagation = vi.fn();
    const prototype = key === undefined ? Event.prototype : KeyboardEvent.prototype;
    const own = { type, key, isTrusted, stopImmediatePropagation };
    const event = Object.create(
      prototype,
      Object.fromEntries(Object.entries(own).map(([name, value]) => [name, { value }])),
    ) as Event;
    listeners.get(type)?.(event);
    return stopImmediatePropagation.mock.calls.length === 0;
  };
}

beforeEach(() => {
  open = true;
  onKey.mockReset();
});

describe('the shield', () => {
  it.each(['keydown', 'keypress', 'keyup'])('keeps %s from the page while the reader is open', (type) => {
    const heard = shielded();
    expect(heard(type, 'a')).toBe(false);
    open = false;
    expect(heard(type, 'b')).toBe(true);
  });

  it.each(['copy', 'contextmenu', 'selectstart', 'wheel', 'touchmove'])('keeps %s from the page', (type) => {
    const heard = shielded();
    expect(heard(type)).toBe(false);
    open = false;
    expect(heard(type)).toBe(true);
  });

  it('gives presses to the reader, once, and none that a script made', () => {
    const heard = shielded();
    heard('keydown', 'Escape');
    heard('keyup', 'Escape');
    heard('keydown', 'Escape', false);
    expect(onKey).toHaveBeenCalledTimes(1);
  });

  it('swallows the release of the key that closed the reader, and only that', () => {
    const heard = shielded();
    onKey.mockImplementation(() => (open = false));
    heard('keydown', 'Escape');
    expect(heard('keyup', 'Shift')).toBe(true);
    expect(heard('keyup', 'Escape')).toBe(false);
    expect(heard('keyup', 'Escape')).toBe(true);
  });

  it('lets no click of a script reach a button of the reader', () => {
    const host = document.createElement('div');
    const root = host.attachShadow({ mode: 'closed' });
    const button = document.createElement('button');
    const pressed = vi.fn();
    button.addEventListener('click', pressed);
    root.append(button);
    document.body.append(host);
    shieldRoot(root);
    button.click();
    expect(pressed).not.toHaveBeenCalled();
  });
});
