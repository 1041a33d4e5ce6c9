import { beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { sendSave } from '../../../entrypoints/reader.content/send-save';
import type { Extracted } from '../../../lib/article';

const request = { saveId: 'one', article: {} as Extracted };
const saved = { ok: true, value: { status: 'created', id: 'a', savedAt: 1 } };
const died = new Error('A listener indicated an asynchronous response, but the channel closed');

/** The browser's own type is a row of overloads. */
type Send = MockInstance<(message: { data: { saveId: string; consent: boolean } }) => Promise<unknown>>;
const send = () => vi.spyOn(browser.runtime, 'sendMessage') as unknown as Send;

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers();
});

async function settle<T>(promise: Promise<T>): Promise<T> {
  const [result] = await Promise.all([promise, vi.runAllTimersAsync()]);
  return result;
}

describe('sending a save', () => {
  it('sends the same id again when the worker died, until there is an answer', async () => {
    const sent = send().mockRejectedValueOnce(died).mockResolvedValueOnce(undefined).mockResolvedValueOnce(saved);
    expect(await settle(sendSave(request))).toEqual(saved.value);
    expect(sent.mock.calls.map(([message]) => message.data.saveId)).toEqual(['one', 'one', 'one']);
  });

  it('gives up after three more tries and says that nothing is known to be saved', async () => {
    const sent = send().mockRejectedValue(died);
    await expect(settle(sendSave(request))).rejects.toMatchObject({ code: 'notSaved' });
    expect(sent).toHaveBeenCalledTimes(4);
  });

  it('does not repeat what was refused', async () => {
    const sent = send().mockResolvedValue({ ok: false, error: 'tooLarge' });
    await expect(settle(sendSave(request))).rejects.toMatchObject({ code: 'tooLarge' });
    expect(sent).toHaveBeenCalledTimes(1);
  });

  it('knows when its extension is gone', async () => {
    const sent = send();
    vi.spyOn(browser.runtime, 'id', 'get').mockReturnValue(undefined as unknown as string);
    await expect(settle(sendSave(request))).rejects.toMatchObject({ code: 'orphaned' });
    expect(sent).not.toHaveBeenCalled();
  });
});
