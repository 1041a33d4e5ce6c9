import { Dexie } from 'dexie';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { countPlaces } from '../../../lib/library/count-places';
import { checkLibrary } from '../../../lib/library/integrity';
import { listArticles } from '../../soak/listed';
import { NewerDatabaseError, openLibrary } from '../../../lib/library/open';
import { missingPictures, picturesOf } from '../../../lib/library/pictures';
import { readArticle } from '../../../lib/library/read';
import { savedState } from '../../../lib/library/saved-state';
import { siteRules } from '../../../lib/library/site-rules';
import { SCHEMA_VERSION, SCHEMAS } from '../../../lib/library/schema';
import { termPrefs } from '../../../lib/library/term-prefs';
import v1 from '../../database-examples/v1.json' with { type: 'json' };
import v2 from '../../database-examples/v2.json' with { type: 'json' };
import { indexed, searchIn } from '../search/search-in';
import { anArticle, aLibrary, save } from './a-library';
import { examples, writeExample } from './write-example';

describe('a database of an earlier version', () => {
  it('has a frozen example for every version', () => {
    expect(examples.map(({ version }) => version)).toEqual(Object.keys(SCHEMAS).map(Number));
    for (const { version, schema } of examples) expect(SCHEMAS[version]).toEqual(schema);
  });

  it.each(examples)('opens, version $version, with everything in it', async (example) => {
    const name = `example-${example.version}`;
    await writeExample(name, example.version);
    const db = openLibrary(name);
    onTestFinished(() => db.delete());
    expect(await db.articles.count()).toBe(2);
    const { rows } = await listArticles(db, { place: 'favourites', tag: '周末', keyword: '江城' }, 10);
    const [row] = rows;
    const id = row?.id ?? '';
    expect(row).toMatchObject({ title: '江城新图书馆开放', tags: ['周末'], favourite: 1, note: '带孩子去' });
    expect((await readArticle(db, id))?.body.html).toContain('首日接待读者超过八千人次');
    expect(await db.versions.count()).toBe(1);
    expect([...(await picturesOf(db, id)).keys()]).toEqual(['https://img.example.com/1.jpg']);
    expect(await missingPictures(db, id)).toEqual([
      { url: 'https://img.example.com/3.jpg', failed: null },
      { url: 'https://img.example.com/2.jpg', failed: 'missing' },
    ]);
    expect(await savedState(db, 'https://m.example.com/library.html?utm_source=x')).toMatchObject({ id });
    const picked = example.version < 2 ? [] : [{ site: 'news.example.com', block: '.article-body' }];
    expect((await siteRules(db)).map(({ site, block }) => ({ site, block }))).toEqual(picked);
    const edited = example.version >= 5;
    expect((await termPrefs(db)).map(({ term, removed, as }) => [term, removed ?? as])).toEqual(
      edited
        ? [
            ['AI', '人工智能'],
            ['图书馆', true],
          ]
        : [],
    );
    expect(row?.keywords).toEqual(edited ? ['人工智能', '江城', '想去'] : ['图书馆', '江城', '想去']);
    for (const withIndex of [false, true]) {
      if (withIndex) await indexed(db);
      const { hits, indexed: answered } = await searchIn(db, '首日接待', { limit: 5 });
      expect([hits.map(({ article }) => article.id), answered]).toEqual([[id], withIndex]);
    }
  });

  it.each(examples)('has its index afterwards, version $version', async ({ version }) => {
    const name = `example-index-${version}`;
    await writeExample(name, version);
    const db = openLibrary(name);
    onTestFinished(() => db.delete());
    expect(await indexed(db)).toBe(true);
    const own = version < 5 ? [] : ['智能', '人工智能', 'keyword:人工智能'];
    for (const typed of ['首日接待', '带孩子', 'has:version', 'tag:周末', 'is:favourite', ...own])
      expect(await searchIn(db, typed, { limit: 5 })).toMatchObject({ total: 1, indexed: true });
    // What an older build wrote has nothing about it that this one would put right, but its pictures' bytes.
    expect(
      (await checkLibrary(db)).findings.map(({ kind }) => kind).filter((kind) => /Wrong|Differ/u.test(kind)),
    ).toEqual([]);
  });

  it('takes new saves, and knows the articles it holds', async () => {
    await writeExample('example-again', 1);
    const db = openLibrary('example-again');
    onTestFinished(() => db.delete());
    const text = String(v1.rows.texts[0]?.text);
    const url = 'https://news.example.com/library.html';
    const saved = await save(db, anArticle({ url, text: `${text}\n新增一段。` }));
    expect(saved).toMatchObject({ status: 'updated', id: v1.rows.articles[0]?.id });
    expect(await db.versions.count()).toBe(2);
  });
});

describe('a database of a newer version', () => {
  async function newer(name: string): Promise<void> {
    const db = new Dexie(name);
    db.version(SCHEMA_VERSION + 1).stores({ articles: 'id', treasures: 'id' });
    await db.table('treasures').add({ id: 1 });
    db.close();
  }

  it('is refused by name and left as it is', async () => {
    await newer('newer');
    const db = openLibrary('newer');
    await expect(db.open()).rejects.toBeInstanceOf(NewerDatabaseError);
    db.close();
    const later = await new Dexie('newer').open();
    onTestFinished(() => later.delete());
    expect([later.verno, await later.table('treasures').count()]).toEqual([SCHEMA_VERSION + 1, 1]);
  });

  it('is named by the first operation, too', async () => {
    await newer('newer-2');
    const db = openLibrary('newer-2');
    onTestFinished(() => new Dexie('newer-2').delete());
    await expect(db.articles.count()).rejects.toMatchObject({ inner: { name: 'NewerDatabaseError' } });
  });
});

describe('two builds at once', () => {
  it('the older one lets go and says so, and does not open again', async () => {
    const onOutdated = vi.fn<() => void>();
    const older = openLibrary('two-builds', { onOutdated });
    await older.open();
    const db = new Dexie('two-builds');
    onTestFinished(() => db.delete());
    db.version(SCHEMA_VERSION + 1).stores(SCHEMAS[SCHEMA_VERSION] ?? {});
    await db.open();
    expect(onOutdated).toHaveBeenCalledOnce();
    await expect(older.table('articles').count()).rejects.toThrow();
  });

  it('the newer one brings the rows up to date as soon as a page of the older one lets go', async () => {
    await writeExample('old-tab', 2);
    const tab = new Dexie('old-tab');
    tab.version(2).stores({ ...v1.schema, ...v2.schema });
    await tab.open();
    const reading = tab.table('articles').toArray();
    const db = openLibrary('old-tab');
    onTestFinished(() => db.delete());
    const { rows } = await listArticles(db, { place: 'favourites', tag: '周末', keyword: '江城' }, 10);
    expect(await reading).toHaveLength(2);
    expect(rows.map(({ title }) => title)).toEqual(['江城新图书馆开放']);
    expect(tab.isOpen()).toBe(false);
  });

  it('the newer one is told while another page blocks it', async () => {
    const blocking = new Dexie('blocked');
    blocking.version(0.5).stores({ articles: 'id' });
    await blocking.open();
    blocking.on('versionchange').unsubscribe(() => undefined);
    blocking.backendDB().onversionchange = null;
    const onBlocked = vi.fn<() => void>();
    const db = openLibrary('blocked', { onBlocked });
    onTestFinished(() => db.delete());
    const opening = db.open();
    await vi.waitFor(() => expect(onBlocked).toHaveBeenCalled());
    blocking.close();
    await opening;
    expect((await countPlaces(db)).inbox).toBe(0);
  });
});

it('commits a save in one transaction, durably', async () => {
  const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
  await save(aLibrary(), anArticle());
  expect(transaction.mock.calls.filter(([, mode]) => mode === 'readwrite')).toEqual([
    [expect.arrayContaining(['articles', 'bodies', 'texts']), 'readwrite', { durability: 'strict' }],
  ]);
});
