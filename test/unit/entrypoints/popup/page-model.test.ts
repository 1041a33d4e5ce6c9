import { describe, expect, it, vi } from 'vitest';
import type { ActivePage } from '../../../../entrypoints/popup/active-page';
import { pageModel, type PageWorld } from '../../../../entrypoints/popup/page-model';
import { PageError, type SaveResult, type Verdict } from '../../../../lib/messages';

const article: Verdict = { article: true, score: 0.9, reasons: [] };

const page = (change: Partial<ActivePage & { kind: 'page' }> = {}): ActivePage => ({
  kind: 'page',
  tabId: 7,
  url: 'https://news.example.com/1',
  host: 'news.example.com',
  incognito: false,
  verdict: Promise.resolve(article),
  narrowed: false,
  ...change,
});

const saved: SaveResult = { status: 'created', id: '01JD', savedAt: 5 };

async function aModel(change: Partial<PageWorld> = {}) {
  const world: PageWorld = {
    find: async () => page(),
    openReader: async () => ({}),
    save: async () => saved,
    watchSaved: () => {},
    takeNotice: async () => null,
    requestAccess: async () => true,
    close: vi.fn<() => void>(),
    ...change,
  };
  const model = pageModel(world);
  await vi.waitUntil(() => model.page.value !== null);
  await new Promise((resolve) => setTimeout(resolve));
  return { model, world };
}

describe('the page below the popup', () => {
  it('closes the popup only when the clean view has opened', async () => {
    const { model, world } = await aModel();
    await model.read();
    expect(world.close).toHaveBeenCalledOnce();
    const refused = await aModel({ openReader: () => Promise.reject(new PageError('noAccess')) });
    await refused.model.read();
    expect(refused.world.close).not.toHaveBeenCalled();
    expect(refused.model.error.value).toBe('noAccess');
    expect(refused.model.busy.value).toBeNull();
  });

  it('says saved only after the answer', async () => {
    let answer: (result: SaveResult) => void = () => {};
    const { model } = await aModel({ save: () => new Promise((resolve) => (answer = resolve)) });
    const saving = model.save();
    expect(model.busy.value).toBe('save');
    expect(model.saved.value).toBeNull();
    answer(saved);
    await saving;
    expect(model.saved.value).toMatchObject({ id: '01JD' });
    expect(model.justSaved.value).toBe(true);
  });

  it('says from which page on the article could not be saved, until it is saved again', async () => {
    let lackingPage: number | undefined = 3;
    const { model } = await aModel({ save: async () => (lackingPage ? { ...saved, lackingPage } : saved) });
    await model.save();
    expect(model.justSaved.value).toBe(true);
    expect(model.lackingPage.value).toBe(3);
    lackingPage = undefined;
    await model.save();
    expect(model.lackingPage.value).toBeNull();
  });

  it('does one thing at a time', async () => {
    const save = vi.fn<PageWorld['save']>(async () => saved);
    const { model } = await aModel({ save });
    await Promise.all([model.save(), model.save()]);
    expect(save).toHaveBeenCalledOnce();
  });

  it('asks in a private window, and saves only when told so', async () => {
    const asked: boolean[] = [];
    const { model } = await aModel({
      save: async (_tabId, consent) => {
        asked.push(consent);
        return consent ? saved : { status: 'needsConsent' };
      },
    });
    await model.save();
    expect(model.asksConsent.value).toBe(true);
    expect(model.saved.value).toBeNull();
    model.declineConsent();
    expect(model.asksConsent.value).toBe(false);
    await model.save();
    await model.saveForGood();
    expect(asked).toEqual([false, false, true]);
    expect(model.saved.value).not.toBeNull();
    expect(model.asksConsent.value).toBe(false);
  });

  it.each([
    ['a failure that was foreseen', new PageError('tooLarge'), 'tooLarge'],
    ['any other', new Error('channel closed'), 'notSaved'],
  ])('reports %s of a save', async (_name, reason, code) => {
    const { model } = await aModel({ save: () => Promise.reject(reason) });
    await model.save();
    expect(model.error.value).toBe(code);
    expect(model.saved.value).toBeNull();
  });

  it('works with a tab that nobody has looked at', async () => {
    const { model, world } = await aModel({ find: async () => page({ verdict: Promise.resolve(null) }) });
    expect(model.verdict.value).toBeNull();
    await model.read();
    expect(world.close).toHaveBeenCalled();
  });

  it('does nothing on a page of the browser', async () => {
    const save = vi.fn<PageWorld['save']>();
    const { model } = await aModel({ find: async () => ({ kind: 'restricted' }), save });
    await model.save();
    expect(save).not.toHaveBeenCalled();
  });

  it('tells a failure that happened without a popup', async () => {
    const { model } = await aModel({ takeNotice: async () => 'noArticle' });
    expect(model.error.value).toBe('noArticle');
  });

  it('looks again when access was granted, and not when it was refused', async () => {
    const find = vi.fn<PageWorld['find']>(async () => ({ kind: 'noAccess' }));
    const refused = await aModel({ find, requestAccess: async () => false });
    await refused.model.allow();
    expect(find).toHaveBeenCalledTimes(1);
    find.mockResolvedValue(page());
    const granted = await aModel({ find });
    await granted.model.allow();
    expect(granted.model.page.value?.kind).toBe('page');
  });

  it('follows what is saved, also when it is removed from the list below', async () => {
    let tell: Parameters<PageWorld['watchSaved']>[1] = () => {};
    const { model } = await aModel({
      watchSaved: (_url, onSaved) => {
        tell = onSaved;
      },
    });
    tell({ id: '01JD', savedAt: 5 });
    expect(model.saved.value).toMatchObject({ savedAt: 5 });
    tell(null);
    expect(model.saved.value).toBeNull();
  });
});
