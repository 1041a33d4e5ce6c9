/** What a user, the background and chance can do to a library: done to the real one and to the plain one. */
import type { ArticleId, ArticleState } from '../../lib/article';
import { applyChange, type LibraryChange } from '../../lib/library/change';
import { setNote } from '../../lib/library/note';
import { type PictureOutcome, storePicture } from '../../lib/library/pictures';
import { purge } from '../../lib/library/purge';
import { markOpened, setPosition } from '../../lib/library/read';
import { dropLabel, renameLabel } from '../../lib/library/rename-label';
import { saveArticle } from '../../lib/library/save';
import type { LibraryDb, PictureJob } from '../../lib/library/schema';
import { allowTerm, forgetRename } from '../../lib/library/term-prefs';
import { undo, type UndoToken } from '../../lib/library/undo';
import type { Random } from '../bench/random';
import type { PlainLibrary } from './plain-library';
import { preparedStory, SHARED_PICTURE, STORIES } from './stories';

type Plain = PlainLibrary;

/** What can be taken back, in both libraries. */
export type Taken = { token: UndoToken; plain: ReturnType<Plain['change']> };

/**
 * `real` is what happens to the database; `plain` what should have, given what `real` answered, and throws when the
 * answer was wrong. `again`: the background sends it until it is answered.
 */
export type Action = {
  name: string;
  real: (db: LibraryDb) => Promise<unknown>;
  plain: (library: Plain, answer: unknown) => void;
  again?: true;
  /** Looks for articles first and changes them then: an article that comes between the two is not among them. */
  twoSteps?: true;
};

export type World = { random: Random; library: Plain; taken: Taken[]; now: number; saves: number };

const STATES: ArticleState[] = ['inbox', 'archive', 'trash'];
const TAGS = ['周末', 'later', '茶'];
/** Those that saves bring, and others. */
export const KEYWORDS = ['shared', 'story 0', 'variant 1', 'own', '茶'];

const pictureBlob = (url: string): Blob => new Blob([url]);

/** One to three of the articles, or one that is not there. */
function someIds({ random, library }: World): ArticleId[] {
  if (library.articles.length === 0 || random.below(20) === 0) return ['gone'];
  return Array.from({ length: 1 + random.below(3) }, () => random.pick(library.articles).id);
}

const oneId = (world: World): ArticleId => someIds(world)[0] ?? 'gone';

function save(world: World): Action {
  const { random, now } = world;
  const telling = { url: random.below(3), story: random.below(STORIES), variant: random.below(3) };
  const saveId = `save ${(world.saves += 1)}`;
  return {
    name: `save ${JSON.stringify(telling)} at ${now}`,
    again: true,
    real: async (db) => saveArticle(db, await preparedStory(telling), { saveId, now }),
    plain(library, answer) {
      const { status, id, savedAt } = answer as Awaited<ReturnType<typeof saveArticle>>;
      const expected = library.statusOf(telling);
      if (status !== expected) throw new Error(`The save was answered “${status}” and should be “${expected}”.`);
      if (savedAt !== now) throw new Error(`Saved at ${savedAt} instead of ${now}.`);
      library.save(telling, id, now);
    },
  };
}

function change(world: World): Action {
  const { random, taken, now } = world;
  const ids = someIds(world);
  const changes: LibraryChange[] = [
    { to: random.pick(STATES) },
    { to: random.pick(STATES) },
    { putBack: true },
    { favourite: random.below(2) === 0 },
    { read: random.below(2) === 0 },
    { addTag: random.pick(TAGS) },
    { removeTag: random.pick(TAGS) },
    { addKeyword: random.pick(KEYWORDS) },
    { addKeyword: random.pick(KEYWORDS) },
    { removeKeyword: random.pick(KEYWORDS) },
    { removeKeyword: random.pick(KEYWORDS) },
  ];
  const wanted = random.pick(changes);
  return {
    name: `${JSON.stringify(wanted)} for ${ids.join(', ')}`,
    real: (db) => applyChange(db, ids, wanted, { now }),
    plain: (library, token) => void taken.push({ token: token as UndoToken, plain: library.change(ids, wanted, now) }),
  };
}

function rename({ random, taken, now }: World): Action {
  const [from, to] = [random.pick(TAGS), random.pick(TAGS)];
  return {
    name: `rename tag ${from} to ${to}`,
    twoSteps: true,
    real: (db) => renameLabel(db, 'tag', from, to, { now }),
    again: true,
    plain(library, answer) {
      const [token, plain] = [answer as UndoToken, library.renameTag(from, to)];
      // Killed after its work and done again, it finds nothing left: then there is nothing to take back.
      if (token.parts.length > 0) taken.push({ token, plain });
    },
  };
}

function everyKeyword({ random, taken, now }: World): Action {
  const [from, to] = [random.pick(KEYWORDS), random.pick(KEYWORDS)];
  const note = (answer: unknown, plain: Taken['plain']): void => {
    const token = answer as UndoToken;
    if (token.parts.length > 0) taken.push({ token, plain });
  };
  return random.pick<Action>([
    {
      name: `rename keyword ${from} to ${to}`,
      twoSteps: true,
      again: true,
      real: (db) => renameLabel(db, 'keyword', from, to, { now }),
      plain: (library, answer) => note(answer, library.renameKeyword(from, to)),
    },
    {
      name: `drop keyword ${from}`,
      twoSteps: true,
      again: true,
      real: (db) => dropLabel(db, 'keyword', from, { now }),
      plain: (library, answer) => note(answer, library.dropKeyword(from)),
    },
    {
      name: `allow ${from}`,
      real: (db) => allowTerm(db, from, now),
      plain: (library) => library.decideTerm(from, 'add'),
    },
    {
      name: `forget the name of ${from}`,
      real: (db) => forgetRename(db, from, now),
      plain: (library) => library.decideTerm(from, 'forget'),
    },
  ]);
}

function takeBack({ random, taken, now }: World): Action {
  const last = taken.length > 0 ? random.pick(taken) : null;
  return {
    name: `undo action ${last ? taken.indexOf(last) : 'none'}`,
    real: async (db) => last && undo(db, structuredClone(last.token), now),
    plain: (library) => library.undo(last?.plain ?? []),
  };
}

function edit(world: World): Action {
  const { random, now } = world;
  const id = oneId(world);
  const note = `note ${random.below(3)}`;
  const fraction = random.below(5) / 4;
  return random.pick<Action>([
    { name: `note for ${id}`, real: (db) => setNote(db, id, note, now), plain: (l) => l.edit(id, 'note', note) },
    { name: `open ${id}`, real: (db) => markOpened(db, id, now), plain: (l) => l.edit(id, 'openedAt', now) },
    {
      name: `read ${id} to ${fraction}`,
      real: (db) => setPosition(db, id, { block: 1, within: 0, fraction }, now),
      plain: (library) => library.edit(id, 'fraction', fraction),
    },
  ]);
}

function remove(world: World): Action {
  const { random, library, now } = world;
  const ids = random.below(2) === 0 ? someIds(world) : library.list('trash');
  return {
    name: `purge ${ids.join(', ')}`,
    real: (db) => purge(db, ids, { now }),
    plain(library, answer) {
      const expected = library.purge(ids);
      if (answer !== expected) throw new Error(`${String(answer)} removed instead of ${expected}.`);
    },
  };
}

function picture({ random, library, now }: World): Action {
  const waiting = library.articles.flatMap(({ id, jobs }) => [...jobs.keys()].map((url) => ({ id, url })));
  const shared = waiting.filter(({ url }) => url === SHARED_PICTURE);
  const wanted = shared.length > 0 && random.below(2) === 0 ? shared : waiting;
  const { id, url } = wanted.length > 0 ? random.pick(wanted) : { id: 'gone', url: 'https://img.example.com/0.jpg' };
  const came = random.pick(['held', 'held', 'missing', 'unreachable'] as const);
  const outcome: PictureOutcome = came === 'held' ? { ok: true, blob: pictureBlob(url) } : { ok: false, failure: came };
  const job: PictureJob = {
    id: `picture ${id} ${url}`,
    kind: 'picture',
    articleId: id,
    url,
    pageUrl: '',
    attempts: 0,
    dueAt: 0,
  };
  return {
    name: `picture ${url} of ${id}: ${came}`,
    real: (db) => storePicture(db, job, outcome, now),
    plain: (library) => library.picture(id, url, came),
  };
}

const OFTEN = [save, save, save, save, change, change, change, change, edit, edit] as const;
/** More pictures than any reader sees come, so that articles that share one are removed while others keep it. */
const PICTURES = [picture, picture, picture, picture, picture, picture] as const;

export const nextAction = (world: World): Action =>
  world.random.pick([...OFTEN, ...PICTURES, rename, everyKeyword, everyKeyword, takeBack, takeBack, remove, remove])(
    world,
  );
