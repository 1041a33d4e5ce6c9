/**
 * The shipped detector over folders of saved pages (see CONTRIBUTING, "Detection"):
 *   npm run detect -- --corpus DIR [--corpus DIR …] --out FILE [--measure] [--score]
 * `--measure` adds all signals and Firefox's own test, for `--score` (which implies it) and `detect-fit.ts`.
 * `--score` prints how right it is, for pages whose gold says what they are.
 */
import { fork, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { detectPages } from './detect-pages.ts';
import { judgedPages } from './detect-results.ts';
import { scoreTables } from './detect-score.ts';
import type { DetectJob } from './detect-worker.ts';

const USAGE = 'detect --corpus DIR [--corpus DIR …] --out FILE [--measure] [--score]';
const WORKERS = 2;
const PAGE_LIMIT_MS = 60_000;

function refuse(why: string): never {
  process.stderr.write(`${why}\n${USAGE}\n`);
  process.exit(2);
}

type Arguments = { corpora: string[]; out: string; measure: boolean; score: boolean };

const isFolder = (dir: string) => fs.statSync(dir, { throwIfNoEntry: false })?.isDirectory() ?? false;

function readArguments(): Arguments {
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({
    options: { corpus: { type: 'string', multiple: true }, out: { type: 'string' }, measure: flag, score: flag },
  });
  if (!values.corpus || !values.out) throw new Error('--corpus and --out are needed.');
  const corpora = values.corpus.map((corpus) => path.resolve(corpus));
  const out = path.resolve(values.out);
  const missing = corpora.find((corpus) => !isFolder(corpus));
  if (missing) throw new Error(`No such folder: ${missing}`);
  if (!isFolder(path.dirname(out))) throw new Error(`No folder for ${out}`);
  return { corpora, out, measure: values.measure || values.score, score: values.score };
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
  let args: Arguments;
  try {
    args = readArguments();
  } catch (error) {
    refuse(error instanceof Error ? error.message : String(error));
  }
  const pages = args.corpora.flatMap(detectPages);
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
  if (args.score) process.stdout.write(`${scoreTables(judgedPages(args.corpora, ordered))}\n`);
}

await main();
