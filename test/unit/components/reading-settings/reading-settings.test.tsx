// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, it, vi } from 'vitest';
import { ReadingSettings } from '../../../../components/reading-settings/reading-settings';
import { defaultSettings, type Settings } from '../../../../lib/settings/settings';

const onChange = vi.fn();

async function show(change: Partial<Settings> = {}): Promise<void> {
  await act(() =>
    render(<ReadingSettings settings={{ ...defaultSettings, ...change }} onChange={onChange} />, document.body),
  );
}

/** The sliders stand in this order: text size, measure, line height. */
function slide(index: number, at: number): void {
  const slider = document.querySelectorAll<HTMLInputElement>('input[type="range"]')[index];
  if (!slider) throw new Error('no slider');
  slider.valueAsNumber = at;
  slider.dispatchEvent(new Event('input', { bubbles: true }));
}

afterEach(() => {
  render(null, document.body);
  onChange.mockReset();
});

it('shows what is set', async () => {
  await show({ theme: 'sepia', font: 'sans', textSize: 22, measure: 48, lineHeight: 1.65 });
  const checked = Array.from(document.querySelectorAll<HTMLInputElement>('input:checked'), (input) => input.value);
  expect(checked).toEqual(['sepia', 'sans']);
  const sliders = Array.from(document.querySelectorAll<HTMLInputElement>('input[type="range"]'));
  expect(sliders.map((slider) => [slider.valueAsNumber, slider.max])).toEqual([
    [6, '9'],
    [4, '4'],
    [1, '3'],
  ]);
});

it('says a value, not the number of its step', async () => {
  await show({ textSize: 22 });
  const slider = document.querySelector('input[type="range"]');
  expect(slider?.getAttribute('aria-valuetext')).toBe('22');
  expect(slider?.closest('label')?.textContent).toBe('reader_text_size22');
});

it('asks for the theme that was picked', async () => {
  await show();
  document.querySelector<HTMLInputElement>('input[value="dark"]')?.click();
  expect(onChange).toHaveBeenCalledWith({ theme: 'dark' });
});

it('moves along its steps', async () => {
  await show();
  slide(0, 9);
  slide(1, 0);
  slide(2, 3);
  expect(onChange.mock.calls).toEqual([[{ textSize: 30 }], [{ measure: 30 }], [{ lineHeight: 2 }]]);
});
