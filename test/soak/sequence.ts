/** One random life of a library: operations, faults and restarts, compared with a plain library in memory. */
import { openLibrary } from '../../lib/library/open';
import type { LibraryDb } from '../../lib/library/schema';
import { createRandom } from '../bench/random';
import { type Action, nextAction, type World } from './actions';
import { differencesOf, stateOf, stateOfPlain } from './compare';
import { FAULTS, type Faults } from './faults';
import { plainLibrary } from './plain-library';

const START = 1_800_000_000_000;
const DAY = 86_400_000;
/** A fault in one operation of so many; a second writer in as many. */
const FAULT_EVERY = 4;
const TWO_AT_ONCE_EVERY = 6;
/** Most operations write less often than this; a fault that comes too late does not strike. */
const MAX_WRITES = 14;

function oneStep(world: World): Action {
  const action = nextAction(world);
  return action.twoSteps ? oneStep(world) : action;
}

export type Outcome = { operations: number; struck: number; kills: number; pairs: number };

/** Throws an error that names the seed and what was done, when the library and the plain one differ. */
export async function runSequence(seed: number, operations: number, faults: Faults): Promise<Outcome> {
  const random = createRandom(seed);
  const world: World = { random, library: plainLibrary(), taken: [], now: START, saves: 0 };
  const name = `sequence-${seed}`;
  const log: string[] = [];
  const outcome: Outcome = { operations, struck: 0, kills: 0, pairs: 0 };
  const open = (): [LibraryDb, LibraryDb] => [openLibrary(name), openLibrary(name)];
  let [db, other] = open();
  await Promise.all([db.open(), other.open()]);

  const restart = async (): Promise<void> => {
    outcome.kills += 1;
    for (const one of [db, other]) one.close();
    [db, other] = open();
    await Promise.all([db.open(), other.open()]);
  };

  const check = async (): Promise<void> => {
    const [real, plain] = [await stateOf(db), stateOfPlain(world.library)];
    const differences = differencesOf(real, plain);
    if (differences.length > 0) throw new Error(differences.join('\n'));
  };

  /** With a fault: what failed has changed nothing, what was killed after its commit has changed all. */
  const strained = async (action: Action): Promise<void> => {
    const how = random.pick(FAULTS);
    faults.arm({ how, at: how === 'killed after commit' ? 1 : 1 + random.below(MAX_WRITES) });
    const answer = await action.real(db).then(
      (value) => ({ value }),
      () => null,
    );
    const struck = faults.disarm();
    log.push(struck ? `  ${how}` : '  the fault did not strike');
    if (struck) outcome.struck += 1;
    if (!struck && answer === null) throw new Error('It failed without a fault.');
    const lost = struck && how !== 'killed after commit';
    if (lost && answer) throw new Error('It was answered although nothing was written.');
    if (struck && how.startsWith('killed')) await restart();
    if (struck && action.again) action.plain(world.library, await action.real(db));
    else if (answer) action.plain(world.library, answer.value);
    else if (!lost) throw new Error('It was written, and failed.');
    await check();
  };

  /** Each is one transaction, so they happen one after the other: in the order in which they are answered. */
  const both = async (first: Action, second: Action): Promise<void> => {
    log.push(`  at the same time: ${second.name}`);
    outcome.pairs += 1;
    const happened: (() => void)[] = [];
    const start = async (action: Action, db: LibraryDb): Promise<void> => {
      const answer = await action.real(db);
      happened.push(() => action.plain(world.library, answer));
    };
    await Promise.all([start(first, db), start(second, other)]);
    for (const apply of happened) apply();
  };

  try {
    for (let done = 0; done < operations; done += 1) {
      // Now and then the computer's clock is set back.
      world.now += random.below(12) === 0 ? -random.below(2 * DAY) : 1 + random.below(DAY / 24);
      const action = nextAction(world);
      log.push(action.name);
      if (random.below(FAULT_EVERY) === 0) await strained(action);
      else if (random.below(TWO_AT_ONCE_EVERY) === 0 && !action.twoSteps) await both(action, oneStep(world));
      else action.plain(world.library, await action.real(db));
    }
    await check();
    return outcome;
  } catch (error) {
    throw new Error(`Seed ${seed}, after:\n${log.join('\n')}\n${String(error)}`, { cause: error });
  } finally {
    faults.disarm();
    other.close();
    await db.delete();
  }
}
