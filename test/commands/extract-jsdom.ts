/** The jsdom engine: two child processes, so that a page that hangs costs its time limit and not the run. */
import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Case } from './extract-corpus.ts';

const WORKERS = 2;
const PAGE_LIMIT_MS = 60_000;

type Answer = { id: string; result: object };

/** Runs one page; a worker that died or hung is thrown away, `null` in `worker.process` says so. */
function ask(process_: ChildProcess, job: Case & { without: string[] }): Promise<object> {
  return new Promise((resolve) => {
    const finish = (result: object): void => {
      clearTimeout(timer);
      process_.removeAllListeners('message');
      process_.removeAllListeners('exit');
      resolve(result);
    };
    const timer = setTimeout(() => {
      process_.kill('SIGKILL');
      finish({ error: `no answer within ${PAGE_LIMIT_MS / 1000} s`, text: '' });
    }, PAGE_LIMIT_MS);
    process_.on('message', (answer: Answer) => finish(answer.result));
    process_.on('exit', (code) => finish({ error: `worker ended with ${code}`, text: '' }));
    process_.send(job);
  });
}

export async function runJsdom(
  cases: Case[],
  without: string[],
  onResult: (id: string, result: object) => void,
): Promise<void> {
  const queue = [...cases];
  const start = (): ChildProcess => fork(fileURLToPath(new URL('extract-worker.ts', import.meta.url)));
  const work = async (): Promise<void> => {
    let worker = start();
    for (let job = queue.shift(); job; job = queue.shift()) {
      onResult(job.id, await ask(worker, { ...job, without }));
      if (!worker.connected || worker.killed) worker = start();
    }
    worker.kill();
  };
  await Promise.all(Array.from({ length: Math.min(WORKERS, cases.length) }, work));
}
