/** A small library with everything in it that the index knows: two languages, notes, versions, tags, places, gaps. */
import { setNote } from '../../../../lib/library/note';
import { purge } from '../../../../lib/library/purge';
import type { LibraryDb } from '../../../../lib/library/schema';
import { setFavourite, setState } from '../../../../lib/library/state';
import { addLabel } from '../../../../lib/library/labels';
import { anArticle, save } from '../../library/a-library';
import { NOW } from './compare';

const LINES = [
  '潮汐钟停在三点一刻，修表的老人说它从来没有这样安静过。',
  '山谷里的小学迎来了第一台望远镜，孩子们排着队看土星。',
  'The night ferry will run until March, the company said on Monday.',
  '城北的𠮷野旧书店搬进了原来的邮局，柜台还在老地方。',
  'A naïve reader of Straße signs walked to the harbour library.',
  '图书馆把开放时间延长到凌晨，夜里的灯亮着。',
];

/** Queries that find some of it and not all. */
export const QUERIES = [
  '潮汐钟',
  '钟',
  'ferry',
  'ferr',
  '"night ferry"',
  '𠮷野',
  'naive',
  '图书馆 -邮局 ',
  '第3篇',
  '夜读',
  '望远镜 or harbour ',
  'has:note',
  'has:version',
  'is:trash',
  'is:favourite',
  'tag:周末',
  'site:b.example',
  'saved:2027',
  'minutes:<3',
];

const bulk = { now: NOW.getTime() };

const told = (n: number) =>
  anArticle({
    url: `https://${n % 3 === 0 ? 'www.b.example' : 'a.example'}/${n}`,
    title: `第${n}篇 ${(LINES[n % 6] ?? '').slice(0, 6)}`,
    text: `${LINES[n % 6] ?? ''}\n${LINES[(n * 5 + 1) % 6] ?? ''}\n编号 ${n} ${n % 2 === 0 ? 'even' : 'odd'}`,
    lang: n % 6 === 2 || n % 6 === 4 ? 'en' : 'zh-CN',
    minutes: 1 + (n % 5),
  });

export async function saveOne(db: LibraryDb, n: number): Promise<string> {
  return (await save(db, told(n), { now: bulk.now + n * 86_400_000 })).id;
}

/** Everything but saves: notes, a version, a tag, the trash, a removal. */
export async function liven(db: LibraryDb, ids: readonly string[]): Promise<void> {
  const [first = '', second = '', third = '', fourth = '', fifth = ''] = ids;
  await setNote(db, first, '夜读：带孩子去', bulk.now);
  await setNote(db, second, 'lost note', bulk.now);
  await setNote(db, second, '图书馆 的 note', bulk.now);
  await addLabel(db, 'tag', [first, third], '周末', bulk);
  await setFavourite(db, [second], true, bulk);
  await setState(db, [third], 'trash', bulk);
  await purge(db, [fourth], bulk);
  const row = await db.articles.get(fifth);
  if (row) await save(db, { ...told(4), url: row.url, title: '换了标题' }, { now: row.savedAt });
}

export async function fill(db: LibraryDb, articles: number): Promise<void> {
  const ids: string[] = [];
  for (let n = 0; n < articles; n++) ids.push(await saveOne(db, n));
  await liven(db, ids);
}
