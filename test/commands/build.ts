/** Builds the extension when its sources are newer than the last build. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root';

export type Target = 'chrome' | 'firefox';
/** `e2e` has no `unlimitedStorage`, so that a full disk can be played (see wxt.config.ts). */
export type Mode = 'production' | 'e2e';

const SOURCES = ['entrypoints', 'components', 'lib', 'public', 'wxt.config.ts', 'package-lock.json', 'tsconfig.json'];

export function outputFolder(target: Target, mode: Mode = 'production'): string {
  return join(root, '.output', `${target}-mv3${mode === 'production' ? '' : `-${mode}`}`);
}

/** Returns the folder of the unpacked extension. Throws when the build fails; its output is then on stderr. */
export function ensureBuilt(target: Target, mode: Mode = 'production'): string {
  const folder = outputFolder(target, mode);
  const manifest = join(folder, 'manifest.json');
  const newest = Math.max(...SOURCES.map((source) => newestChange(join(root, source))));
  if (existsSync(manifest) && statSync(manifest).mtimeMs > newest) return folder;
  const started = new Date();
  const wxt = join(root, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [wxt, 'build', '-b', target, '--mode', mode], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production', CI: '1', NO_COLOR: '1' },
  });
  if (status === 0) {
    // A source that changed while we built is newer than this build.
    utimesSync(manifest, started, started);
    return folder;
  }
  process.stderr.write(stdout + stderr);
  throw new Error(`The ${target} build failed.`);
}

/** Folders count too: their time changes when a file in them is removed. */
function newestChange(path: string): number {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((entry) => newestChange(join(path, entry))));
}
