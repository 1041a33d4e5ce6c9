// @vitest-environment jsdom
import { beforeEach, expect, it, vi } from 'vitest';
import { keepPlace } from '../../../entrypoints/reader.content/keep-place';

const tell = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  tell.mockReset();
});

function place() {
  const scroller = document.createElement('div');
  const body = document.createElement('div');
  scroller.append(body);
  document.body.replaceChildren(scroller);
  return keepPlace(scroller, body, tell);
}

it('tells once for many moves', () => {
  const own = place();
  for (let move = 0; move < 20; move += 1) {
    own.moved();
    vi.advanceTimersByTime(50);
  }
  vi.advanceTimersByTime(5000);
  expect(tell).toHaveBeenCalledTimes(1);
});

it('goes on telling while the reader goes on', () => {
  const own = place();
  for (let move = 0; move < 100; move += 1) {
    own.moved();
    vi.advanceTimersByTime(100);
  }
  expect(tell.mock.calls.length).toBeGreaterThanOrEqual(4);
});

it('tells what is not yet told before the view goes, and no more after', () => {
  const own = place();
  own.moved();
  own.settle();
  vi.advanceTimersByTime(5000);
  expect(tell).toHaveBeenCalledTimes(1);
});

it('says nothing of a reader who never moved', () => {
  const own = place();
  own.settle();
  expect(tell).not.toHaveBeenCalled();
  expect(own.last()).toBeNull();
});
