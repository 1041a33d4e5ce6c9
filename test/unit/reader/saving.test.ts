import { beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createSaves } from '../../../entrypoints/reader.content/saving';
import type { ReaderState } from '../../../entrypoints/reader.content/state';
import type { Extracted } from '../../../lib/article';

const saved = { ok: true, value: { status: 'created', id: 'a', savedAt: 7 } };

let state: Partial<ReaderState>;
const saves = () =>
  createSaves(
    async () => ({}) as Extracted,
    (change) => (state = { ...state, ...change }),
  );
/** The browser's own type is a row of overloads. */
type Send = MockInstance<(message: { data: { saveId: string; consent: boolean } }) => Promise<unknown>>;
const send = () => vi.spyOn(browser.runtime, 'sendMessage') as unknown as Send;

beforeEach(() => {
  fakeBrowser.reset();
  state = {};
});

describe('the save button', () => {
  it('says saved only after the answer', async () => {
    send().mockImplementation(() => {
      expect(state.saving).toBe('sending');
      return Promise.resolve(saved);
    });
    await saves().save(false);
    expect(state).toEqual({ saving: 'done', changed: false, saved: { id: 'a', savedAt: 7 } });
  });

  it('asks in a private window and sends the consent after it', async () => {
    const sent = send().mockResolvedValueOnce({ ok: true, value: { status: 'needsConsent' } });
    const own = saves();
    await own.save(false);
    expect(state).toEqual({ saving: 'asking' });
    sent.mockResolvedValueOnce(saved);
    await own.save(true);
    expect(state.saving).toBe('done');
    expect(sent.mock.calls.map(([message]) => message.data.consent)).toEqual([false, true]);
  });

  it('shows why a save failed and can be pressed again', async () => {
    send().mockResolvedValueOnce({ ok: false, error: 'tooLarge' }).mockResolvedValueOnce(saved);
    const own = saves();
    await expect(own.save(false)).rejects.toThrow('tooLarge');
    expect(state.saving).toEqual({ failed: 'tooLarge' });
    await own.save(false);
    expect(state.saving).toBe('done');
  });

  it('knows that no save can succeed when the extension is gone', async () => {
    vi.spyOn(browser.runtime, 'id', 'get').mockReturnValueOnce(undefined as unknown as string);
    await expect(saves().save(false)).rejects.toThrow('orphaned');
    expect(state.saving).toBe('orphaned');
  });

  it('sends the pending save again, under its id, after the page came back', async () => {
    const sent = send()
      .mockReturnValueOnce(new Promise(() => undefined))
      .mockResolvedValueOnce(saved);
    const own = saves();
    void own.save(false);
    own.resume();
    await vi.waitFor(() => expect(state.saving).toBe('done'));
    const [first, second] = sent.mock.calls.map(([message]) => message.data.saveId);
    expect(second).toBe(first);
    own.resume();
    expect(sent).toHaveBeenCalledTimes(2);
  });
});
