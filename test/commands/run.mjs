/**
 * `node test/commands/run.mjs <command> <args>`: installs what is missing, then runs `<command>.ts`.
 * Plain JavaScript without packages, because on a fresh clone there is nothing but Node and npm.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');

function stop(message, code = 1) {
  console.error(message);
  process.exit(code);
}

function requireNode(major, minor) {
  const [haveMajor, haveMinor] = process.versions.node.split('.').map(Number);
  if (haveMajor < major || (haveMajor === major && haveMinor < minor)) {
    stop(`Quietpage needs Node ${major}.${minor} or newer; this is ${process.versions.node}.`);
  }
}

const packagesOf = (lockFile) => JSON.parse(readFileSync(lockFile, 'utf8')).packages;

/** npm leaves a copy of the lock file beside what it installed; a package for another platform is not in it. */
function packagesAreCurrent() {
  const installedLock = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedLock)) return false;
  try {
    const installed = packagesOf(installedLock);
    return Object.entries(packagesOf(join(root, 'package-lock.json'))).every(
      ([path, wanted]) => path === '' || wanted.optional || installed[path]?.version === wanted.version,
    );
  } catch {
    return false;
  }
}

/** Output goes to stderr: stdout belongs to the command. On Windows npm is a script for a shell. */
function runOrStop(command, args, failure) {
  const shell = process.platform === 'win32' && command === 'npm';
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], shell });
  if (error || status !== 0) stop(`${failure} (${error?.message ?? `exit code ${status}`}).`);
}

function installPackages() {
  console.error('Installing packages (npm ci) …');
  runOrStop(
    'npm',
    ['ci', '--include=dev'],
    'npm ci failed: the packages could not be installed. Is the registry reachable?',
  );
}

/** WXT writes the types and the base of tsconfig.json here; normally at `npm ci`. */
function writeGeneratedTypes() {
  runOrStop(
    process.execPath,
    [join(root, 'node_modules', 'wxt', 'bin', 'wxt.mjs'), 'prepare'],
    'wxt prepare failed: see the lines above',
  );
}

requireNode(20, 19);
const [command = '', ...args] = process.argv.slice(2);
const script = join(here, `${command}.ts`);
if (!/^[a-z]+$/.test(command) || !existsSync(script)) stop(`Unknown command “${command}”.`, 2);
if (!packagesAreCurrent()) installPackages();
if (!existsSync(join(root, '.wxt', 'tsconfig.json'))) writeGeneratedTypes();

// npm runs scripts in the project's folder; paths on the command line are meant from where the user stood.
const cwd = process.env.INIT_CWD && existsSync(process.env.INIT_CWD) ? process.env.INIT_CWD : process.cwd();
const tsx = join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs');
const child = spawn(process.execPath, [tsx, '--tsconfig', join(root, 'tsconfig.json'), script, ...args], {
  cwd,
  stdio: 'inherit',
});
// Ctrl-C reaches the child by itself; waiting for it lets the child clean up.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('error', (error) => stop(`Could not run ${command}: ${error.message}`));
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
