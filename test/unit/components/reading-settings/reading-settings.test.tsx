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

const step = (label: string) => document.querySelector<HTMLButtonElement>(`[aria-label="${label}"]`);

afterEach(() => {
  render(null, document.body);
  onChange.mockReset();
});

it('shows what is set', async () => {
  await show({ theme: 'sepia', font: 'sans', textSize: 22 });
  const checked = Array.from(document.querySelectorAll<HTMLInputElement>('input:checked'), (input) => input.value);
  expect(checked).toEqual(['sepia', 'sans']);
  expect(document.querySelector('output')?.textContent).toBe('22');
});

it('asks for the theme that was picked', async () => {
  await show();
  document.querySelector<HTMLInputElement>('input[value="dark"]')?.click();
  expect(onChange).toHaveBeenCalledWith({ theme: 'dark' });
});

it('moves along its steps', async () => {
  await show({ textSize: 20 });
  step('reader_text_larger')?.click();
  step('reader_text_smaller')?.click();
  expect(onChange.mock.calls).toEqual([[{ textSize: 22 }], [{ textSize: 19 }]]);
});

it('stops at the last step and keeps the focus there', async () => {
  await show({ textSize: 30 });
  step('reader_text_larger')?.focus();
  step('reader_text_larger')?.click();
  expect(onChange).not.toHaveBeenCalled();
  expect(document.activeElement).toBe(step('reader_text_larger'));
  expect(step('reader_text_larger')?.getAttribute('aria-disabled')).toBe('true');
});
