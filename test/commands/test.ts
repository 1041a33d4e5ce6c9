/** `npm test`: everything that CI runs, one step after the other. The last line is `N passed, N failed, N skipped`. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChineseFont, findChromium, findFirefox } from './browser';
import { ensureBuilt, outputFolder } from './build';
import { root } from './root';

type Counts = { passed: number; failed: number; skipped: number };
type Step = { name: string; run: () => Promise<Counts> };

const PASSED: Counts = { passed: 1, failed: 0, skipped: 0 };
const FAILED: Counts = { passed: 0, failed: 1, skipped: 0 };
/** A step that hangs must not hang CI. */
const STEP_LIMIT_MS = 15 * 60_000;

const bin = (name: string) => join(root, 'node_modules', '.bin', name);
const reports = mkdtempSync(join(tmpdir(), 'quietpage-test-'));

const steps: Step[] = [
  { name: 'build', run: async () => attempt(() => void (ensureBuilt('chrome'), ensureBuilt('firefox'))) },
  { name: 'types', run: () => tool('tsc') },
  { name: 'lint', run: () => tool('oxlint') },
  { name: 'format', run: () => tool('oxfmt', '--check') },
  { name: 'unused code', run: () => tool('knip', '--no-progress', '--no-config-hints') },
  { name: 'add-on linter (Firefox)', run: lintFirefox },
  { name: 'unit and rules', run: () => vitest('unit', 'test/vitest.config.ts') },
  { name: 'corpus', run: corpus },
  { name: 'browser', run: browsers },
  { name: 'stories in Chromium', run: () => vitest('chromium', 'test/e2e/vitest.config.ts', 'test/e2e/stories') },
  { name: 'smoke in Firefox', run: firefox },
];

/** Runs a program to its end with its output shown. True when it succeeded. */
function runs(command: string, args: string[]): Promise<boolean> {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
      shell: process.platform === 'win32',
      timeout: STEP_LIMIT_MS,
    });
    child.on('error', (error) => {
      console.log(error.message);
      done(false);
    });
    child.on('exit', (code) => done(code === 0));
  });
}

async function tool(name: string, ...args: string[]): Promise<Counts> {
  return (await runs(bin(name), args)) ? PASSED : FAILED;
}

async function attempt(work: () => void | Promise<void>): Promise<Counts> {
  try {
    await work();
    return PASSED;
  } catch (error) {
    console.log(error instanceof Error ? error.message : error);
    return FAILED;
  }
}

function skip(reason: string): Counts {
  console.log(`Skipped: ${reason}`);
  return { passed: 0, failed: 0, skipped: 1 };
}

/** Counted from Vitest's own report; a suite that could not even be loaded counts as one failure. */
async function vitest(name: string, config: string, ...filters: string[]): Promise<Counts> {
  const report = join(reports, `${name}.json`);
  const args = ['run', '--config', config, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const succeeded = await runs(bin('vitest'), [...args, ...filters]);
  if (!existsSync(report)) return FAILED;
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(
    readFileSync(report, 'utf8'),
  ) as Record<`num${'Passed' | 'Failed' | 'Pending' | 'Todo'}Tests`, number>;
  const failed = succeeded ? numFailedTests : Math.max(1, numFailedTests);
  return { passed: numPassedTests, failed, skipped: numPendingTests + numTodoTests };
}

/** Warnings about what our dependencies do in their bundled form are not ours to mend: only errors count. */
function lintFirefox(): Promise<Counts> {
  return tool('web-ext', 'lint', '--no-config-discovery', '--source-dir', outputFolder('firefox'), '--output', 'text');
}

async function corpus(): Promise<Counts> {
  const folder = join(root, '..', 'shared', 'corpus');
  if (!existsSync(folder)) return skip('the corpus of real pages (../shared/corpus) is not on this machine.');
  return vitest('corpus', 'test/corpus/vitest.config.ts');
}

function browsers(): Promise<Counts> {
  return attempt(async () => {
    console.log(await findChromium());
    if (!ensureChineseFont()) console.log('No Chinese font: screenshots will show boxes.');
  });
}

async function firefox(): Promise<Counts> {
  if (!(await findFirefox())) return skip('there is no Firefox 142 or newer, and it could not be installed.');
  return vitest('firefox', 'test/e2e/vitest.config.ts', 'test/e2e/firefox.test.ts');
}

async function main(): Promise<number> {
  const total = { passed: 0, failed: 0, skipped: 0 };
  const summary: string[] = [];
  for (const { name, run } of steps) {
    console.log(`\n— ${name}`);
    const started = Date.now();
    const { passed, failed, skipped } = await run().catch((error: unknown) => {
      console.log(error);
      return FAILED;
    });
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
    const seconds = Math.round((Date.now() - started) / 1000);
    summary.push(`${failed > 0 ? 'FAIL' : 'ok  '}  ${name}: ${passed}/${passed + failed} in ${seconds} s`);
  }
  rmSync(reports, { recursive: true, force: true });
  console.log(`\n${summary.join('\n')}\n`);
  console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  return total.failed > 0 ? 1 : 0;
}

process.exitCode = await main();
