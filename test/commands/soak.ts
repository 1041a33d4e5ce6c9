/**
 * Random lives of a library, compared with a plain one in memory, for as long as one likes:
 *   npm run soak -- library [--sequences 10000] [--operations 30] [--seed 1]
 * Sequence by sequence the seed counts up. Prints a report; exit code 1 when a sequence failed, 2 for bad arguments.
 */
import 'fake-indexeddb/auto';
import { parseArgs } from 'node:util';
import { injectFaults } from '../soak/faults';
import { type Outcome, runSequence } from '../soak/sequence';

const MOST_SHOWN = 5;
const TOLD_EVERY = 500;

function refuse(why: string): never {
  process.stderr.write(`${why}\n  npm run soak -- library [--sequences 10000] [--operations 30] [--seed 1]\n`);
  process.exit(2);
}

function readArguments([name, ...args]: string[]): { sequences: number; operations: number; seed: number } {
  if (name !== 'library') refuse(name ? `Unknown soak: ${name}` : 'Which soak?');
  const options = { sequences: { type: 'string' }, operations: { type: 'string' }, seed: { type: 'string' } } as const;
  try {
    const { sequences = '10000', operations = '30', seed = '1' } = parseArgs({ args, options }).values;
    const numbers = { sequences: Number(sequences), operations: Number(operations), seed: Number(seed) };
    if (Object.values(numbers).some((number) => !Number.isInteger(number) || number < 1))
      refuse('Every option is a whole number from 1.');
    return numbers;
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

const { sequences, operations, seed: first } = readArguments(process.argv.slice(2));
const faults = injectFaults();
const started = performance.now();
const outcomes: Outcome[] = [];
const failed: { seed: number; why: string }[] = [];
for (let seed = first; seed < first + sequences; seed += 1) {
  try {
    outcomes.push(await runSequence(seed, operations, faults));
  } catch (error) {
    failed.push({ seed, why: String(error) });
  }
  const done = seed - first + 1;
  if (done % TOLD_EVERY === 0) process.stderr.write(`${done} of ${sequences}, ${failed.length} failed\n`);
}
const sum = (count: (outcome: Outcome) => number): number => outcomes.reduce((all, one) => all + count(one), 0);
const seconds = (performance.now() - started) / 1000;
for (const { why } of failed.slice(0, MOST_SHOWN)) process.stdout.write(`${why}\n\n`);
process.stdout.write(
  [
    `sequences        ${sequences} (seeds ${first} to ${first + sequences - 1}), ${operations} operations each`,
    `faults struck    ${sum(({ struck }) => struck)}`,
    `process killed   ${sum(({ kills }) => kills)}`,
    `two at once      ${sum(({ pairs }) => pairs)}`,
    `seconds          ${seconds.toFixed(0)}`,
    `failed           ${failed.length}${failed.length > 0 ? `, seeds ${failed.map(({ seed }) => seed).join(' ')}` : ''}`,
    '',
  ].join('\n'),
);
process.exitCode = failed.length > 0 ? 1 : 0;
