/**
 * The shipped detector over a folder of saved pages (see CONTRIBUTING, "Measuring"):
 *   npm run detect -- --corpus DIR --out FILE [--measure]
 * `--measure` adds all signals and Firefox's own test, for `detect-score.ts` and `detect-fit.ts`.
 */
import { fork, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { detectPages } from './detect-pages.ts';
import type { DetectJob } from './detect-worker.ts';

const USAGE = 'detect --corpus DIR --out FILE [--measure]';
const WORKERS = 2;
const PAGE_LIMIT_MS = 60_000;

function refuse(why: string): never {
  process.stderr.write(`${why}\n${USAGE}\n`);
  process.exit(2);
}

function readArguments(): { corpus: string; out: string; measure: boolean } {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ options: { corpus: text, out: text, measure: { type: 'boolean', default: false } } });
  if (!values.corpus || !values.out) throw new Error('--corpus and --out are needed.');
  const corpus = path.resolve(values.corpus);
  const out = path.resolve(values.out);
  if (!fs.statSync(corpus, { throwIfNoEntry: false })?.isDirectory()) throw new Error(`No such folder: ${corpus}`);
  if (!fs.statSync(path.dirname(out), { throwIfNoEntry: false })?.isDirectory())
    throw new Error(`No folder for ${out}`);
  return { corpus, out, measure: values.measure };
}

const startWorker = () => fork(fileURLToPath(new URL('detect-worker.ts', import.meta.url)));

/** One page; a page that hangs or kills its process costs its time limit and not the run. */
function ask(worker: ChildProcess, job: DetectJob): Promise<object> {
  return new Promise((resolve) => {
    const finish = (result: object): void => {
      clearTimeout(timer);
      worker.removeAllListeners();
      resolve(result);
    };
    const timer = setTimeout(() => {
      worker.kill('SIGKILL');
      finish({ error: `no answer within ${PAGE_LIMIT_MS / 1000} s` });
    }, PAGE_LIMIT_MS);
    worker.on('message', finish);
    worker.on('exit', (code) => finish({ error: `process ended with ${code}` }));
    worker.send(job);
  });
}

async function main(): Promise<void> {
  let args: ReturnType<typeof readArguments>;
  try {
    args = readArguments();
  } catch (error) {
    refuse(error instanceof Error ? error.message : String(error));
  }
  const pages = detectPages(args.corpus);
  const queue = [...pages];
  const results = new Map<string, object>();
  const work = async (): Promise<void> => {
    let worker = startWorker();
    for (let page = queue.shift(); page; page = queue.shift()) {
      const result = await ask(worker, { id: page.id, file: page.file, url: page.url, measure: args.measure });
      results.set(page.id, result);
      const failed = 'error' in result ? ` — ${String(result.error).split('\n')[0]}` : '';
      process.stderr.write(`[${results.size}/${pages.length}] ${page.id}${failed}\n`);
      if (!worker.connected || worker.killed) worker = startWorker();
    }
    worker.kill();
  };
  await Promise.all(Array.from({ length: Math.min(WORKERS, pages.length) }, work));
  const ordered = Object.fromEntries(pages.map(({ id }) => [id, results.get(id)]));
  fs.writeFileSync(args.out, `${JSON.stringify(ordered, null, 1)}\n`);
}

await main();
