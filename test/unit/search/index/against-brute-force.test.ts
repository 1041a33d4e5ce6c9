import { afterAll, describe, expect, it } from 'vitest';
import type { ArticleRow } from '../../../../lib/article';
import { setNote } from '../../../../lib/library/note';
import { purge } from '../../../../lib/library/purge';
import { setFavourite, setRead, setState } from '../../../../lib/library/state';
import { addLabel, removeLabel } from '../../../../lib/library/labels';
import { renameLabel } from '../../../../lib/library/rename-label';
import type { LibraryDb } from '../../../../lib/library/schema';
import { searcher } from '../../../../lib/search/search';
import { keepIndex } from '../../../../lib/search/index/keep-index';
import { mergeDeltas } from '../../../../lib/search/index/merge';
import { parseQuery } from '../../../../lib/search/query/parse-query';
import { injectFaults } from '../../../soak/faults';
import { aLibrary, anArticle, keyword, save } from '../../library/a-library';
import { randomFrom } from '../random-from';
import { bruteForce, found, NOW } from './compare';
import { oneLock } from './one-lock';

/** Few characters and words, so that everything stands in several articles and bigrams meet by chance. */
const CHARACTERS = [...'防控措施图书馆的中国人𠮷疫情'];
const WORDS = ['linux', 'linear', 'line', 'paper', 'papers', 'naïve', 'Straße', 'gpt-4', 'the'];

/** An integer below `below`. */
type Random = (below: number) => number;

function aText(random: Random, pieces: number): string {
  const parts = Array.from({ length: pieces }, () => {
    if (random(4) === 0) return ` ${WORDS[random(WORDS.length)] ?? ''} `;
    return Array.from({ length: 1 + random(6) }, () => CHARACTERS[random(CHARACTERS.length)] ?? '').join('');
  });
  return parts.join(random(3) === 0 ? '，' : '');
}

function aQuery(random: Random, rows: readonly ArticleRow[], texts: readonly string[]): string {
  const text = texts[random(texts.length)] ?? '';
  const from = random(text.length);
  const piece = text.slice(from, from + 1 + random(6)).replace(/["，]/gu, ' ');
  const word = WORDS[random(WORDS.length)] ?? '';
  const title = rows[random(rows.length)]?.title ?? '';
  const filters =
    '周末 周 is:unread is:favourite is:archived has:note has:version tag:周末 lang:en minutes:<3 ' +
    'site:b.example source:江城 source:城 source:晚报 -tag:周末 is:trash after:2026-11-20 saved:2026';
  const filter = filters.split(' ')[random(18)] ?? '';
  const forms = [
    piece,
    word,
    `${word} `,
    `"${piece}"`,
    `${piece} ${word} `,
    `${piece} -${word} `,
    `${word} or ${title.slice(0, 2)}`,
    `${piece} ${filter} `,
    `${filter} `,
    title.slice(0, 3),
    `-"${piece}" ${filter} `,
    aTerm(random),
    `${aTerm(random).slice(0, 3)}`,
    `${aTerm(random)} `,
    `-${aTerm(random).slice(0, 3)} ${word} `,
    `keyword:"${aTerm(random)}" `,
    `"${aTerm(random)}" or ${piece}`,
  ];
  return forms[random(forms.length)] ?? '';
}

/** The page was changed a little since it was saved: the text before becomes a version. */
async function edit(db: LibraryDb, random: Random, id: string): Promise<void> {
  const row = await db.articles.get(id);
  const old = row && (await db.texts.get(row.docNo));
  if (row && old) await save(db, anArticle({ ...headerOf(row), text: `${old.text}\n${aText(random, 3)}` }));
}

/** A keyword of one or two words, some of which stand in no text. */
const aTerm = (random: Random): string => {
  const own = ['防疫办', '疫情防', 'GPT-4 Linux', 'Naive paper', '罕见词语', 'rareword other', 'line'];
  return own[random(own.length)] ?? '';
};

const someKeyword = async (db: LibraryDb, random: Random, id: string): Promise<string> => {
  const keywords = (await db.articles.get(id))?.keywords ?? [];
  return keywords[random(Math.max(1, keywords.length))] ?? '没有';
};

const headerOf = ({ url, title, source, lang, minutes, publishedAt }: ArticleRow) => {
  return { url, title, source, lang, minutes, publishedAt };
};

async function step(db: LibraryDb, random: Random, number: number): Promise<void> {
  const ids = await db.articles.toCollection().primaryKeys();
  const id = ids[random(Math.max(1, ids.length))] ?? '';
  const bulk = { now: NOW.getTime() + number };
  const action = random(18);
  if (ids.length < 4 || action < 5)
    await save(
      db,
      anArticle({
        url: `https://${random(2) === 0 ? 'www.b.example' : 'a.example'}/${random(30)}`,
        title: aText(random, 3),
        text: aText(random, 20 + random(40)),
        source: random(2) === 0 ? '江城晚报' : null,
        lang: random(3) === 0 ? 'en-GB' : 'zh-CN',
        minutes: 1 + random(6),
        publishedAt: `2026-11-${10 + random(19)}`,
      }),
      { keywords: Array.from({ length: random(4) }, () => keyword(aTerm(random))) },
    );
  else if (action === 5) await setState(db, [id], 'trash', bulk);
  else if (action === 6) await purge(db, [id], bulk);
  else if (action === 7) await setNote(db, id, aText(random, 2), bulk.now);
  else if (action === 8) await addLabel(db, 'tag', [id], '周末', bulk);
  else if (action === 9) await setFavourite(db, [id], true, bulk);
  else if (action === 10) await setRead(db, [id], true, bulk);
  else if (action === 11) await setState(db, [id], 'archive', bulk);
  else if (action === 12) await addLabel(db, 'keyword', [id], aTerm(random), bulk);
  else if (action === 13) await removeLabel(db, 'keyword', [id], await someKeyword(db, random, id), bulk);
  else if (action === 14) await renameLabel(db, 'keyword', await someKeyword(db, random, id), aTerm(random), bulk);
  else await edit(db, random, id);
}

/** A write of an article, then perhaps some work on the index. */
async function change(db: LibraryDb, random: Random, number: number): Promise<void> {
  await step(db, random, number);
  if (random(6) === 0) await keepIndex(db.backendDB(), oneLock());
  // Nobody merges before a rebuild that was begun is done.
  if (random(10) === 0 && !(await db.ftsMeta.get('rebuild'))) await mergeDeltas(db.backendDB(), 1);
  if (random(20) === 0) await keepIndex(db.backendDB(), oneLock(), { anew: true, slice: 1 + random(20) });
}

const KINDS = ['killed before commit', 'killed after commit', 'QuotaExceededError'] as const;

const faults = injectFaults();
afterAll(() => faults.remove());

describe('the index, through saves, edits, removals, merges and deaths', () => {
  it.each(Array.from({ length: 12 }, (_, seed) => seed))(
    'finds what reading everything finds, seed %i',
    { timeout: 60_000 },
    async (seed) => {
      const next = randomFrom(seed);
      const random: Random = (below) => Math.floor(next() * below);
      const db = aLibrary();
      await db.open();
      await keepIndex(db.backendDB(), oneLock());
      const engine = searcher(db.backendDB());
      let [hits, struck] = [0, 0];
      for (let number = 0; number < 60; number++) {
        const how = KINDS[random(9)];
        if (how) faults.arm({ how, at: 1 + random(how === 'killed after commit' ? 4 : 25) });
        const failed = await change(db, random, number).then(
          () => false,
          () => true,
        );
        // What is said to have failed was made to fail.
        if (faults.disarm()) struck++;
        else expect(failed).toBe(false);
        if (number % 6 !== 5) continue;
        const rows = await db.articles.toArray();
        const texts = (await db.texts.toArray()).map(({ text }) => text);
        for (let i = 0; i < 12; i++) {
          const typed = aQuery(random, rows, texts);
          if (parseQuery(typed, NOW).clauses.length === 0) continue;
          const ids = await bruteForce(db, typed);
          hits += ids.length;
          expect({ typed, ...(await found(engine, typed)) }).toEqual({ typed, ids, indexed: true });
        }
      }
      // Else it would prove nothing.
      expect(Math.min(hits / 50, struck, await db.versions.count())).toBeGreaterThan(0);
    },
  );
});
