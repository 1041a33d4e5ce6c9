import { describe, expect, it, vi } from 'vitest';
import { countKinds, REPAIRABLE, REPORTED, type FindingKind } from '../../../lib/library/finding';
import { checkLibrary } from '../../../lib/library/integrity';
import { pendingPictures, picturesOf, storePicture } from '../../../lib/library/pictures';
import { repairLibrary } from '../../../lib/library/repair-library';
import type { LibraryDb, PictureJob } from '../../../lib/library/schema';
import { indexed, searchIn } from '../search/search-in';
import { oneLock } from '../search/index/one-lock';
import { anArticle, aLibrary, save } from './a-library';

const NOW = 1_900_000_000_000;
const ONE = 'https://img.example.com/1.jpg';
const TWO = 'https://img.example.com/2.jpg';
const THREE = 'https://img.example.com/3.jpg';
const TEXT = '市图书馆新馆昨日向公众开放。\n首日接待读者超过八千人次。';

const textOf = (html: string): string =>
  html
    .replace(/<\/p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .trim();

/** Two sound articles, one saved twice, one with two pictures. */
async function filled(): Promise<{ db: LibraryDb; id: string; other: string }> {
  const db = aLibrary();
  const article = anArticle({ text: TEXT, images: [ONE, TWO] });
  await save(db, article);
  const { id } = await save(db, { ...article, title: '新馆开放' });
  const { id: other } = await save(db, anArticle({ url: 'https://news.example.com/other', text: 'Another story.' }));
  for (const job of await pendingPictures(db, NOW))
    await storePicture(db, job, { ok: true, blob: new Blob([job.url]) }, NOW);
  return { db, id, other };
}

const hashOf = async (db: LibraryDb, id: string, url: string): Promise<string> => {
  const use = await db.pictureUses.get([id, url]);
  return use && 'hash' in use ? use.hash : '';
};

const job = (change: Partial<PictureJob>): PictureJob => ({
  id: 'picture GONE https://img.example.com/9.jpg',
  kind: 'picture',
  articleId: 'GONE',
  url: 'https://img.example.com/9.jpg',
  pageUrl: 'https://news.example.com/9',
  attempts: 0,
  dueAt: NOW,
  ...change,
});

type Damage = {
  kind: FindingKind;
  harm: (db: LibraryDb, id: string) => Promise<unknown>;
  /** What is true after the repair. */
  after?: (db: LibraryDb, id: string) => Promise<unknown>;
};

const DAMAGES: Damage[] = [
  {
    kind: 'indexDiffers',
    harm: async (db) => {
      await indexed(db);
      await db.ftsSeg.clear();
    },
    after: async (db) => (await searchIn(db, '图书馆', { limit: 5 })).indexed,
  },
  { kind: 'rowDamaged', harm: async (db, id) => putRaw(db, { ...(await db.articles.get(id)), tags: null }) },
  { kind: 'bodyMissing', harm: (db, id) => db.bodies.delete(id) },
  {
    kind: 'contentChanged',
    harm: (db, id) => db.bodies.update(id, { html: '<p>Somebody else’s words.</p>' }),
  },
  {
    kind: 'textMissing',
    harm: async (db, id) => db.texts.delete((await db.articles.get(id))?.docNo ?? 0),
    after: async (db, id) => (await db.texts.get((await db.articles.get(id))?.docNo ?? 0))?.text === TEXT,
  },
  {
    kind: 'textMissing',
    harm: async (db, id) => db.texts.update((await db.articles.get(id))?.docNo ?? 0, { text: '' }),
    after: async (db, id) => (await db.texts.get((await db.articles.get(id))?.docNo ?? 0))?.text === TEXT,
  },
  {
    kind: 'textStray',
    harm: (db, id) => db.texts.add({ articleId: id, text: 'of an earlier state' }),
    after: async (db) => (await db.texts.count()) === 2,
  },
  {
    kind: 'addressesWrong',
    harm: (db, id) => db.articles.update(id, { urlKeys: ['elsewhere.example.com/a'] }),
    after: async (db, id) =>
      String((await db.articles.get(id))?.urlKeys) ===
      'elsewhere.example.com/a,news.example.com/2026/11/20/library.html',
  },
  {
    kind: 'listingWrong',
    harm: async (db, id) => putRaw(db, { ...(await db.articles.get(id)), listed: [] }),
    after: async (db, id) => ((await db.articles.get(id))?.listed?.length ?? 0) > 0,
  },
  {
    kind: 'keywordsDiffer',
    harm: (db, id) => db.articles.update(id, { keywords: ['别的'] }),
    after: async (db, id) => String((await db.articles.get(id))?.keywords) === '图书馆',
  },
  {
    kind: 'pictureUnasked',
    harm: (db, id) => db.bodies.update(id, { images: [ONE, TWO, THREE] }),
    after: async (db) => (await pendingPictures(db, NOW))[0]?.url === THREE,
  },
  {
    kind: 'pictureLost',
    harm: async (db, id) => db.pictures.delete(await hashOf(db, id, ONE)),
    after: async (db) => (await pendingPictures(db, NOW))[0]?.url === ONE,
  },
  {
    kind: 'pictureDamaged',
    harm: async (db, id) => db.pictures.put({ hash: await hashOf(db, id, ONE), blob: new Blob(['broken']) }),
    after: async (db) => (await pendingPictures(db, NOW))[0]?.url === ONE,
  },
  {
    kind: 'pictureUnused',
    harm: (db) => db.pictures.add({ hash: 'f'.repeat(64), blob: new Blob(['nobody']) }),
    after: async (db) => (await db.pictures.count()) === 2,
  },
  {
    kind: 'useAlone',
    harm: (db) => db.pictureUses.add({ articleId: 'GONE', url: ONE, failed: 'missing' }),
    after: async (db) => (await db.pictureUses.count()) === 2,
  },
  { kind: 'jobAlone', harm: (db) => db.jobs.add(job({})), after: async (db) => (await db.jobs.count()) === 0 },
  { kind: 'bodyAlone', harm: async (db, id) => db.bodies.add({ ...(await bodyOf(db, id)), articleId: 'GONE' }) },
  { kind: 'textAlone', harm: (db) => db.texts.add({ articleId: 'GONE', text: 'all that is left' }) },
  {
    kind: 'versionAlone',
    harm: async (db) => {
      const [version] = await db.versions.toArray();
      return version && db.versions.add({ ...version, articleId: 'GONE' });
    },
  },
];

/** Past the door that keeps rows in order. */
function putRaw(db: LibraryDb, row: object): Promise<unknown> {
  return new Promise((done) => {
    const request = db.backendDB().transaction('articles', 'readwrite').objectStore('articles').put(row);
    request.addEventListener('success', done);
  });
}

async function bodyOf(db: LibraryDb, id: string) {
  const body = await db.bodies.get(id);
  if (!body) throw new Error('no body');
  return body;
}

const stores = async (db: LibraryDb) =>
  Promise.all(
    [db.articles, db.bodies, db.texts, db.versions, db.pictures, db.pictureUses, db.jobs].map((table) => table.count()),
  );

describe('the examination of the library', () => {
  it('finds nothing in a sound one', async () => {
    const { db } = await filled();
    const { findings, done, of, finished } = await checkLibrary(db, { depth: 'full' });
    expect(findings).toEqual([]);
    expect([done, finished]).toEqual([of, true]);
  });

  it('has a damage made by hand for every kind that it can find', () => {
    const kinds = new Set(DAMAGES.map(({ kind }) => kind));
    expect([...kinds].toSorted()).toEqual([...REPAIRABLE, ...REPORTED].toSorted());
  });

  it.each(DAMAGES)('finds $kind, and only that', async ({ kind, harm }) => {
    const { db, id } = await filled();
    await harm(db, id);
    const before = await stores(db);
    const { findings } = await checkLibrary(db, { depth: 'full' });
    expect(findings.map((finding) => finding.kind)).toEqual([kind]);
    expect(await stores(db), 'nothing is written').toEqual(before);
    const alone = [
      'rowDamaged',
      'bodyAlone',
      'textAlone',
      'versionAlone',
      'useAlone',
      'jobAlone',
      'pictureUnused',
      'indexDiffers',
    ];
    expect(findings[0]?.title).toBe(alone.includes(kind) ? undefined : '新馆开放');
  });

  it.each(DAMAGES.filter(({ after }) => after))('repairs $kind', async ({ harm, after }) => {
    const { db, id } = await filled();
    await harm(db, id);
    const { findings } = await checkLibrary(db, { depth: 'full' });
    expect(await repairLibrary(db, findings, { textOf, now: NOW, locks: oneLock() })).toBe(1);
    expect(await after?.(db, id)).toBe(true);
    for (const due of await pendingPictures(db, NOW))
      await storePicture(db, due, { ok: true, blob: new Blob([due.url]) }, NOW);
    expect((await checkLibrary(db, { depth: 'full' })).findings).toEqual([]);
    expect([...(await picturesOf(db, id)).keys()]).toEqual(expect.arrayContaining([ONE, TWO]));
  });

  it.each(DAMAGES.filter(({ after }) => !after))('leaves all that there is where it finds $kind', async ({ harm }) => {
    const { db, id } = await filled();
    await harm(db, id);
    const before = await stores(db);
    const { findings } = await checkLibrary(db, { depth: 'full' });
    expect(await repairLibrary(db, findings, { textOf, now: NOW, locks: oneLock() })).toBe(0);
    expect(await stores(db)).toEqual(before);
  });

  it('looks again before it repairs: what was put right meanwhile stays', async () => {
    const { db, id } = await filled();
    const hash = 'f'.repeat(64);
    await db.pictures.add({ hash, blob: new Blob(['x']) });
    const { findings } = await checkLibrary(db);
    await db.pictureUses.add({ articleId: id, url: THREE, hash });
    expect(await repairLibrary(db, findings, { textOf, now: NOW, locks: oneLock() })).toBe(0);
    expect(await db.pictures.get(hash)).toBeDefined();
  });

  it('gives a text a number of its own when its number is taken by another article', async () => {
    const { db, id, other } = await filled();
    const docNo = (await db.articles.get(id))?.docNo ?? 0;
    await db.texts.update(docNo, { articleId: other });
    const { findings } = await checkLibrary(db);
    expect(countKinds(findings)).toEqual(new Map([['textMissing', 1]]));
    await repairLibrary(db, findings, { textOf, now: NOW, locks: oneLock() });
    const moved = (await db.articles.get(id))?.docNo ?? 0;
    expect(moved).not.toBe(docNo);
    expect((await db.texts.get(moved))?.text).toBe(TEXT);
  });

  it('reads the bytes of some pictures only, unless all are asked for', async () => {
    const db = aLibrary();
    const { id } = await save(db, anArticle());
    const hashes = Array.from({ length: 240 }, (_, n) => n.toString(16).padStart(64, '0'));
    await db.pictures.bulkAdd(hashes.map((hash) => ({ hash, blob: new Blob(['not what the name says']) })));
    await db.pictureUses.bulkAdd(
      hashes.map((hash) => ({ articleId: id, url: `https://img.example.com/${hash}`, hash })),
    );
    expect((await checkLibrary(db)).findings).toHaveLength(120);
    expect((await checkLibrary(db, { depth: 'full' })).findings).toHaveLength(240);
  });
});

describe('an examination that is stopped', () => {
  it('goes on where it was, and finds each thing once', async () => {
    const db = aLibrary();
    for (let n = 0; n < 130; n++) await save(db, anArticle({ url: `https://news.example.com/${n}` }));
    await db.articles.toCollection().modify({ keywords: ['anders'] });
    const whole = await checkLibrary(db);
    const seen = vi.fn<() => void>();
    let state = await stopAfterOne(db, null, seen);
    expect([state.finished, state.findings.length]).toEqual([false, 40]);
    while (!state.finished) state = await stopAfterOne(db, JSON.parse(JSON.stringify(state)), seen);
    expect(state.findings).toEqual(whole.findings);
    expect(state.findings).toHaveLength(130);
    expect(seen.mock.calls.length).toBeGreaterThan(5);
  });
});

async function stopAfterOne(db: LibraryDb, from: Awaited<ReturnType<typeof checkLibrary>> | null, seen: () => void) {
  const stop = new AbortController();
  return checkLibrary(db, {
    from,
    signal: stop.signal,
    onProgress: () => {
      seen();
      stop.abort();
    },
  });
}

describe('a damaged article that is saved again from its page', () => {
  it.each(DAMAGES.filter(({ kind }) => ['bodyMissing', 'contentChanged', 'textMissing'].includes(kind)))(
    'is whole again after $kind, and keeps what was there',
    async ({ harm }) => {
      const { db, id } = await filled();
      await harm(db, id);
      const again = await save(db, anArticle({ text: TEXT, images: [ONE, TWO], title: '新馆开放' }));
      expect(again).toMatchObject({ id, status: 'updated' });
      expect((await checkLibrary(db, { depth: 'full' })).findings).toEqual([]);
      expect(await db.articles.count()).toBe(2);
    },
  );
});
