import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { openListSource } from '../../../lib/library/list-source';
import { countPlaces } from '../../../lib/library/count-places';
import { countArticles } from '../../soak/listed';
import { openLibrary } from '../../../lib/library/open';
import { pendingPictures, retryPictures, storePicture } from '../../../lib/library/pictures';
import { purge } from '../../../lib/library/purge';
import { markOpened } from '../../../lib/library/read';
import { checkLibrary } from '../../../lib/library/integrity';
import { setNote } from '../../../lib/library/note';
import { type BackupLine, backupSource } from '../../../lib/library/backup';
import { repairLibrary } from '../../../lib/library/repair-library';
import { restore, type RestoreSource } from '../../../lib/library/restore';
import { reviseArticle } from '../../../lib/library/revise';
import { setPickedBlock, setSiteSwitches } from '../../../lib/library/site-rules';
import { undo, type UndoToken } from '../../../lib/library/undo';
import { renameLabel } from '../../../lib/library/rename-label';
import { SCHEMA_VERSION, type LibraryDb } from '../../../lib/library/schema';
import { putBack, setState } from '../../../lib/library/state';
import { addLabel, removeLabel } from '../../../lib/library/labels';
import { oneLock } from '../search/index/one-lock';
import { bulk, type Deed, ERRORS, faults, firstId, idsIn, save, saveTwo, storePictures, struck } from './struck';
import { examples, writeExample } from './write-example';

/** A backup of two articles in two parts, so that its restore takes several transactions. Made once, while nothing fails. */
let made: Promise<RestoreSource> | null = null;

async function makeSource(): Promise<RestoreSource> {
  const db = openLibrary('faults-source');
  await trashTwo(db);
  await purge(db, (await idsIn(db)).slice(1), bulk);
  await save(db, { url: 3, story: 2 }, 'd');
  await storePictures(db);
  await setPickedBlock(db, 'news.example.com', 'main', 5);
  await removeLabel(db, 'keyword', await idsIn(db), 'story 0', bulk);
  const { slices, siteRules, termPrefs, picture } = backupSource(db, async () => ({}));
  const lines: BackupLine[] = [];
  for await (const slice of slices()) lines.push(...slice);
  const [rules, prefs] = [await siteRules(), await termPrefs()];
  const bytes = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const { hash } of await db.pictures.toArray())
    bytes.set(hash, new Uint8Array((await (await picture(hash))?.arrayBuffer()) ?? new ArrayBuffer()));
  return {
    id: 'a backup',
    parts: lines.length,
    articles: async (part) => [lines[part]],
    siteRules: async () => rules,
    termPrefs: async () => prefs,
    picture: async (hash) => bytes.get(hash) ?? null,
  };
}

const aSource = (): Promise<RestoreSource> => (made ??= makeSource());

/** Every part that can be derived is gone or wrong, as after a damage of the disk. */
async function damage(db: LibraryDb): Promise<void> {
  await saveTwo(db);
  await db.texts.clear();
  await db.pictures.clear();
  await db.pictureUses.put({ articleId: 'GONE', url: 'https://img.example.com/gone.jpg', failed: 'missing' });
  await db.articles.toCollection().modify({ keywords: ['wrong'], urlKeys: [] });
}

async function repair(db: LibraryDb): Promise<void> {
  const { findings } = await checkLibrary(db, { depth: 'full' });
  const textOf = (html: string) => html.replaceAll('</p><p>', '\n').replaceAll(/<[^>]*>/g, '');
  await repairLibrary(db, findings, { textOf, now: 5, locks: oneLock() });
}

/** What the deed before it gave back. */
let token: UndoToken = { parts: [] };

const revision = {
  html: '<p>其他的话。</p>',
  text: '其他的话。',
  images: [],
  excerpt: '其他的话。',
  minutes: 1,
  removed: [],
};

const trashTwo = async (db: LibraryDb) => {
  await saveTwo(db);
  await save(db, { variant: 1 }, 'c');
  await setState(db, await idsIn(db), 'trash', bulk);
};

const deeds: Deed[] = [
  { name: 'a first save', act: (db) => save(db, {}, 'a') },
  { name: 'a save of the same', before: (db) => save(db, {}, 'a'), act: (db) => save(db, {}, 'b') },
  { name: 'a save of a changed article', before: saveTwo, act: (db) => save(db, { variant: 1 }, 'c') },
  { name: 'a save of another story', before: saveTwo, act: (db) => save(db, { story: 2 }, 'd') },
  { name: 'the picture queue', before: (db) => save(db, {}, 'a'), act: storePictures },
  { name: 'a move', before: saveTwo, act: async (db) => setState(db, await idsIn(db), 'archive', bulk) },
  { name: 'a tag', before: saveTwo, act: async (db) => addLabel(db, 'tag', await idsIn(db), '周末', bulk) },
  {
    name: 'a new name for a tag',
    before: async (db) => (await saveTwo(db), addLabel(db, 'tag', await idsIn(db), '周末', bulk)),
    act: (db) => renameLabel(db, 'tag', '周末', '假日', bulk),
  },
  { name: 'reading', before: saveTwo, act: async (db) => markOpened(db, await firstId(db), 5) },
  {
    name: 'an undo',
    before: async (db) => {
      await saveTwo(db);
      token = await setState(db, await idsIn(db), 'trash', bulk);
    },
    act: (db) => undo(db, token, bulk.now + 1),
  },
  {
    name: 'a way back from the trash',
    before: trashTwo,
    act: async (db) => putBack(db, await idsIn(db), bulk),
  },
  { name: 'a note', before: saveTwo, act: async (db) => setNote(db, await firstId(db), 'later', 5) },
  {
    name: 'a change of the text by hand',
    before: saveTwo,
    act: async (db) => reviseArticle(db, await firstId(db), revision, 5),
  },
  {
    name: 'another try for failed pictures',
    before: async (db) => {
      const { id } = await save(db, {}, 'a');
      for (const job of await pendingPictures(db, Infinity))
        await storePicture(db, job, { ok: false, failure: 'missing' }, 1);
      return id;
    },
    act: async (db) => retryPictures(db, await firstId(db), 5),
  },
  { name: 'a picked block', act: (db) => setPickedBlock(db, 'news.example.com', 'main', 5) },
  {
    name: 'two switches of a site',
    act: (db) => setSiteSwitches(db, 'news.example.com', { detectionOff: false, openByItself: true }, 5),
  },
  { name: 'a repair', before: damage, act: repair },
  {
    name: 'a restore',
    before: async (db) => {
      await aSource();
      await saveTwo(db);
    },
    act: async (db) => restore(db, await aSource(), { now: () => 5, bringBack: false }),
  },
  { name: 'emptying the trash', before: trashTwo, act: async (db) => purge(db, await idsIn(db), bulk) },
];

struck(deeds);

let upgrades = 0;

describe('an upgrade that fails', () => {
  const kinds = ERRORS.flatMap((how) => [1, 2, 3].map((version) => ({ how, version })));

  async function anOldLibrary(version: number): Promise<string> {
    const name = `upgrade-${(upgrades += 1)}`;
    await writeExample(name, version);
    return name;
  }

  const articlesOf = (version: number) =>
    examples.findLast((example) => example.version <= version && 'articles' in example.rows)?.rows.articles;

  it.each(kinds)('keeps the library of version $version and says so: $how at each write', async ({ how, version }) => {
    const counting = openLibrary(await anOldLibrary(version));
    faults.counted();
    await counting.open();
    const { writes } = faults.counted();
    await counting.delete();
    expect(writes).toBeGreaterThan(0);
    for (let at = 1; at <= writes; at += 1) {
      const name = await anOldLibrary(version);
      const db = openLibrary(name);
      faults.arm({ how, at });
      await expect(openListSource(db)).rejects.toBe('open');
      expect(faults.disarm()).toBe(true);
      db.close();
      const old = await new Dexie(name).open();
      expect([old.verno, await old.table('articles').toArray()]).toEqual([version, articlesOf(version)]);
      old.close();
      const later = openLibrary(name);
      expect((await later.open()).verno).toBe(SCHEMA_VERSION);
      expect(await countPlaces(later)).toMatchObject({ all: 1, trash: 1, favourites: 1 });
      expect(await countArticles(later, { place: 'all', tag: '周末', keyword: null })).toBe(1);
      await later.delete();
    }
  });
});
