/** A library with everything in it, and backups of it in memory. */
import { backupSource } from '../../../../lib/library/backup';
import { addLabel, removeLabel } from '../../../../lib/library/labels';
import { pendingPictures, storePicture } from '../../../../lib/library/pictures';
import type { LibraryDb } from '../../../../lib/library/schema';
import { setPickedBlock } from '../../../../lib/library/site-rules';
import { type Backup, openBackup } from '../../../../lib/transfer/backup/read-backup';
import { writeBackup } from '../../../../lib/transfer/backup/write-backup';
import { anArticle, save } from '../../library/a-library';

export const NOW = 1_800_100_000_000;

const TOPICS = ['桥梁', 'harbour', '菜市场', 'tramway', '天文台', 'orchard', '渡船'];

/** Articles that share no text. */
const textOf = (n: number): string =>
  Array.from(
    { length: 6 },
    (_, i) => `${TOPICS[(n + i) % TOPICS.length]} ${n} ${i * n} ${'甲乙丙丁戊己庚辛'[i]}${n}号`,
  ).join('\n');

/** `count` articles; the first ones with a version, pictures, a failed one, one still to come, tags, a note, a deleted one. */
export async function fillLibrary(db: LibraryDb, count = 8): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < count; n++) {
    const url = `https://news.example.com/${n}`;
    const images = n < 3 ? ['a', 'b', 'failed', 'waiting'].map((name) => `https://img.example.com/${n}/${name}`) : [];
    const article = anArticle({ url, text: textOf(n + 1), images });
    ids.push((await save(db, article)).id);
    if (n === 0) await save(db, { ...article, text: `${article.text}\n又一段`, html: `${article.html}<p>又一段</p>` });
  }
  for (const job of await pendingPictures(db, NOW)) {
    if (job.url.endsWith('waiting')) continue;
    const blob = new Blob([job.url.endsWith('a') ? 'shared' : job.url], { type: 'image/png' });
    const outcome = job.url.endsWith('failed')
      ? ({ ok: false, failure: 'notPicture' } as const)
      : ({ ok: true, blob } as const);
    await storePicture(db, job, outcome, NOW);
  }
  const [first = '', second = ''] = ids;
  await db.articles.update(first, { tags: ['城市'], note: '再读', openedAt: NOW, favourite: 1 });
  await db.articles.update(second, { state: 'trash', position: { block: 3, within: 0.5, fraction: 0.2 } });
  const bulk = { now: NOW };
  await addLabel(db, 'keyword', [first], '想去', bulk);
  await removeLabel(db, 'keyword', [second], '图书馆', bulk);
  await db.deleted.add({ id: '01HDE1ETED0000000000000000', urlKeys: ['news.example.com/gone'], stamp: stampAt(NOW) });
  await setPickedBlock(db, 'news.example.com', 'article.main', NOW);
  return ids;
}

export const stampAt = (ms: number, device = 'abcdef012345') => `${String(ms).padStart(15, '0')}-0000-${device}`;

export async function backUp(db: LibraryDb, signal?: AbortSignal): Promise<Blob> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const stream = new WritableStream<Uint8Array<ArrayBuffer>>({ write: (chunk) => void chunks.push(chunk) });
  const source = backupSource(db, async () => ({ theme: 'sepia' }));
  await writeBackup(source, stream, { now: () => NOW, app: '0.1.0', ...(signal ? { signal } : {}) });
  return new Blob(chunks);
}

export const aBackup = async (db: LibraryDb): Promise<Backup> => openBackup(await backUp(db));

/** Everything that a user could miss: no clock, no numbers that only the index uses, no due times. */
export async function contentOf(db: LibraryDb): Promise<unknown> {
  const texts = new Map((await db.texts.toArray()).map(({ docNo, text }) => [docNo, text]));
  const pictures = await db.pictures.toArray();
  return {
    articles: (await db.articles.toArray()).map(({ docNo, ...row }) => [row, texts.get(docNo)]),
    texts: texts.size,
    bodies: await db.bodies.toArray(),
    versions: await db.versions.toArray(),
    uses: await db.pictureUses.toArray(),
    pictures: await Promise.all(pictures.map(async ({ hash, blob }) => [hash, blob.type, await blob.text()])),
    jobs: (await db.jobs.toArray()).map(({ id }) => id),
    deleted: await db.deleted.toArray(),
    siteRules: await db.siteRules.toArray(),
    termPrefs: await db.termPrefs.toArray(),
  };
}
