import { describe, expect, it } from 'vitest';
import { countPlaces } from '../../../lib/library/count-places';
import { readArticle } from '../../../lib/library/read';
import { savedState } from '../../../lib/library/saved-state';
import { addLabel } from '../../../lib/library/labels';
import type { LibraryDb } from '../../../lib/library/schema';
import { setState } from '../../../lib/library/state';
import { anArticle, aLibrary, keyword, save } from './a-library';

const URL = anArticle().url;
const LONGER = anArticle({ text: `${anArticle().text}\n馆方表示，明年还将在城西开设分馆。` });
const OTHER = anArticle({
  text: '昨夜大雪，江城三条高速公路临时封闭，机场取消航班四十二个。\n气象台预计雪势今晚减弱。',
});

/** How many rows each store holds. */
async function counts(db: LibraryDb): Promise<Record<string, number>> {
  return Object.fromEntries(await Promise.all(db.tables.map(async (table) => [table.name, await table.count()])));
}

describe('a first save', () => {
  it('keeps row, body and text, and answers when it can be read', async () => {
    const db = aLibrary();
    const saved = await save(db, anArticle(), { now: 1_800_000_000_000 });
    expect(saved).toEqual({
      status: 'created',
      id: expect.stringMatching(/^[0-9A-Z]{26}$/),
      savedAt: 1_800_000_000_000,
    });
    const article = await readArticle(db, saved.id);
    expect(article?.row).toMatchObject({
      title: anArticle().title,
      source: '江城晚报',
      state: 'inbox',
      keywords: ['图书馆'],
      tags: [],
      urlKeys: ['news.example.com/2026/11/20/library.html'],
      stamps: { content: expect.stringMatching(/^\d{15}-\d{4}-\w+$/), state: expect.any(String) },
    });
    expect(article?.body).toMatchObject({ html: anArticle().html, editor: '周一鸣', provenance: { title: 'h1' } });
    expect((await db.texts.get(article?.row.docNo ?? 0))?.text).toBe(anArticle().text);
  });

  it('queues each picture once, and only those that a network can give', async () => {
    const db = aLibrary();
    const picture = 'https://img.example.com/1.jpg';
    const { id } = await save(db, anArticle({ images: [picture, picture, 'data:image/png;base64,AAAA'] }));
    expect(await db.jobs.toArray()).toMatchObject([{ articleId: id, url: picture, pageUrl: URL, attempts: 0 }]);
  });
});

describe('an article that is saved again', () => {
  it('changes nothing but the time when its content is the same', async () => {
    const db = aLibrary();
    const first = await save(db, anArticle());
    const before = await readArticle(db, first.id);
    const again = await save(db, anArticle());
    expect(again).toEqual({ status: 'unchanged', id: first.id, savedAt: first.savedAt + 1000 });
    const after = await readArticle(db, first.id);
    expect(after?.body).toEqual(before?.body);
    const timeless = { savedAt: 0, stamps: 0, saves: 0, listed: 0 };
    expect({ ...after?.row, ...timeless }).toEqual({ ...before?.row, ...timeless });
    expect(await counts(db)).toMatchObject({ articles: 1, texts: 1, versions: 0 });
  });

  it('takes pictures whose addresses are signed anew for the same content', async () => {
    const db = aLibrary();
    const html = (sign: string) => `<p>${anArticle().text}</p><img src="https://img.example.com/1.jpg?sign=${sign}">`;
    await save(db, anArticle({ html: html('a1') }));
    expect(await save(db, anArticle({ html: html('b2') }))).toMatchObject({ status: 'unchanged' });
  });

  it('keeps each earlier state when its content changed', async () => {
    const db = aLibrary();
    const first = await save(db, anArticle());
    const second = await save(db, LONGER);
    const third = await save(db, { ...LONGER, title: '新图书馆开放首日迎来八千读者（更新）' });
    expect([second, third]).toMatchObject([
      { status: 'updated', id: first.id },
      { status: 'updated', id: first.id },
    ]);
    expect(await db.versions.toArray()).toMatchObject([
      {
        n: 1,
        savedAt: first.savedAt,
        text: anArticle().text,
        title: anArticle().title,
        body: { html: anArticle().html },
      },
      { n: 2, savedAt: second.savedAt, text: LONGER.text, body: { html: LONGER.html } },
    ]);
    expect((await readArticle(db, first.id))?.row.title).toContain('更新');
    expect(await counts(db)).toMatchObject({ articles: 1, bodies: 1, texts: 1 });
  });

  it('gives a changed text a number that no text ever had', async () => {
    const db = aLibrary();
    const seen = new Set<number>();
    for (const article of [anArticle(), LONGER, anArticle(), LONGER]) {
      const { id } = await save(db, article);
      seen.add((await db.articles.get(id))?.docNo ?? 0);
    }
    expect(seen.size).toBe(4);
  });

  it('keeps what the user added', async () => {
    const db = aLibrary();
    const { id } = await save(db, anArticle(), { keywords: [keyword('图书馆')] });
    await addLabel(db, 'keyword', [id], '想去', { now: 1 });
    await db.articles.update(id, { tags: ['周末'], note: '带孩子去', favourite: 1, state: 'archive' });
    await save(db, LONGER, { keywords: [keyword('阅读')] });
    expect((await readArticle(db, id))?.row).toMatchObject({
      keywords: ['想去', '阅读'],
      tags: ['周末'],
      note: '带孩子去',
      favourite: 1,
      state: 'archive',
    });
  });

  it('comes back from the trash', async () => {
    const db = aLibrary();
    const { id } = await save(db, anArticle());
    await setState(db, [id], 'trash', { now: 1_900_000_000_000 });
    expect(await savedState(db, URL)).toBeNull();
    expect(await save(db, anArticle())).toMatchObject({ status: 'unchanged', id });
    expect((await savedState(db, URL))?.id).toBe(id);
  });
});

describe('a save that shares less than half of its text with what is stored', () => {
  it('becomes an article of its own and leaves the other as it is', async () => {
    const db = aLibrary();
    const first = await save(db, anArticle());
    const before = await readArticle(db, first.id);
    const second = await save(db, OTHER);
    expect(second.status).toBe('created');
    expect(second.id).not.toBe(first.id);
    expect(await readArticle(db, first.id)).toEqual(before);
    expect((await savedState(db, URL))?.id).toBe(second.id);
  });

  it('is found by its own text when it is saved again', async () => {
    const db = aLibrary();
    const first = await save(db, anArticle());
    const second = await save(db, OTHER);
    expect(await save(db, anArticle())).toMatchObject({ status: 'unchanged', id: first.id });
    expect(
      await save(db, { ...OTHER, text: `${OTHER.text}\n雪已停。`, html: `${OTHER.html}<p>雪已停。</p>` }),
    ).toMatchObject({
      status: 'updated',
      id: second.id,
    });
  });
});

describe('a declared canonical address', () => {
  const mobile = anArticle({ url: 'https://m.example.com/a?id=7', canonicalUrl: URL });

  it('makes the mobile page and the desktop page one article', async () => {
    const db = aLibrary();
    const first = await save(db, mobile);
    expect(await savedState(db, URL)).toMatchObject({ id: first.id });
    expect(await save(db, anArticle())).toMatchObject({ status: 'unchanged', id: first.id });
  });

  it('is not believed when it belongs to an article with another text', async () => {
    const db = aLibrary();
    const first = await save(db, anArticle());
    const liar = await save(db, { ...OTHER, url: 'https://news.example.com/2026/11/21/snow.html', canonicalUrl: URL });
    expect(liar.status).toBe('created');
    expect((await db.articles.get(liar.id))?.urlKeys).toEqual(['news.example.com/2026/11/21/snow.html']);
    expect((await savedState(db, URL))?.id).toBe(first.id);
  });
});

describe('an address that an earlier article wrongly claimed', () => {
  it('belongs to the article that was saved from it', async () => {
    const db = aLibrary();
    const liar = { ...OTHER, url: 'https://news.example.com/2026/11/21/snow.html', canonicalUrl: URL };
    await save(db, liar);
    const { id } = await save(db, anArticle());
    await save(db, liar);
    expect((await savedState(db, URL))?.id).toBe(id);
  });
});

describe('one wish to save, sent twice', () => {
  it('is one save with one answer', async () => {
    const db = aLibrary();
    const created = await save(db, anArticle(), { saveId: 'a' });
    const updated = await save(db, LONGER, { saveId: 'b' });
    expect(await save(db, anArticle(), { saveId: 'a' })).toMatchObject({ status: 'created', id: created.id });
    expect(await save(db, LONGER, { saveId: 'b' })).toEqual(updated);
    expect(await counts(db)).toMatchObject({ articles: 1, versions: 1 });
  });
});

describe('two saves at once', () => {
  it('of the same page make one article', async () => {
    const db = aLibrary();
    const saved = await Promise.all([save(db, anArticle()), save(db, anArticle()), save(db, anArticle())]);
    expect(saved.map(({ status }) => status).toSorted()).toEqual(['created', 'unchanged', 'unchanged']);
    expect(new Set(saved.map(({ id }) => id)).size).toBe(1);
    expect(await counts(db)).toMatchObject({ articles: 1, bodies: 1, texts: 1, versions: 0 });
  });

  it('of two states of a page keep both', async () => {
    const db = aLibrary();
    const saved = await Promise.all([save(db, anArticle()), save(db, LONGER)]);
    expect(saved.map(({ status }) => status).toSorted()).toEqual(['created', 'updated']);
    expect(await counts(db)).toMatchObject({ articles: 1, bodies: 1, texts: 1, versions: 1 });
  });

  it('of two pages make two articles', async () => {
    const db = aLibrary();
    await Promise.all([save(db, anArticle()), save(db, { ...OTHER, url: 'https://news.example.com/snow' })]);
    expect((await countPlaces(db)).inbox).toBe(2);
  });
});

describe('a save that fails half-way', () => {
  const stores = ['articles', 'bodies', 'texts', 'versions', 'jobs', 'kv'] as const;
  const changed = { ...LONGER, images: ['https://img.example.com/2.jpg'] };

  it.each(stores)('leaves everything as it was: fault while writing %s', async (store) => {
    const db = aLibrary();
    const { id } = await save(db, anArticle());
    const before = { counts: await counts(db), article: await readArticle(db, id), clock: await db.kv.toArray() };
    const fail = () => {
      throw new Error('disk full');
    };
    db.table(store).hook('creating', fail);
    db.table(store).hook('updating', fail);
    await expect(save(db, changed)).rejects.toThrow('disk full');
    db.table(store).hook('creating').unsubscribe(fail);
    db.table(store).hook('updating').unsubscribe(fail);
    expect({ counts: await counts(db), article: await readArticle(db, id), clock: await db.kv.toArray() }).toEqual(
      before,
    );
    expect(await save(db, changed)).toMatchObject({ status: 'updated', id });
  });
});
