import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { defaultSettings } from '../../../lib/settings/settings';
import { changeSettings, loadSettings, watchSettings } from '../../../lib/settings/store';

beforeEach(() => fakeBrowser.reset());

it('has the defaults before anything was set', async () => {
  expect(await loadSettings()).toEqual(defaultSettings);
});

it('keeps both of two changes that are made at once', async () => {
  await Promise.all([changeSettings({ theme: 'dark' }), changeSettings({ textSize: 24 })]);
  expect(await loadSettings()).toEqual({ ...defaultSettings, theme: 'dark', textSize: 24 });
});

it('goes on after a change that could not be stored', async () => {
  vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(new Error('disk full'));
  await expect(changeSettings({ theme: 'dark' })).rejects.toThrow('disk full');
  await changeSettings({ font: 'sans' });
  expect(await loadSettings()).toEqual({ ...defaultSettings, font: 'sans' });
});

it('tells watchers until they stop', async () => {
  const seen = vi.fn();
  const stop = watchSettings(seen);
  await changeSettings({ theme: 'sepia' });
  stop();
  await changeSettings({ theme: 'light' });
  expect(seen.mock.calls).toEqual([[{ ...defaultSettings, theme: 'sepia' }]]);
});
