/**
 * Chromium with the built extension and nobody at its pages. Playwright makes every tab believe that it is seen, and
 * forbids prerendering; here the pages are left alone, and only the extension is asked.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import WebSocket from 'ws';
import { findChromium } from '../commands/browser';
import { waitFor } from './wait-for';

export type LoneChromium = {
  /** Opens a tab, in front or behind. */
  open: (url: string, active: boolean) => Promise<number>;
  /** Evaluates an expression in a page of the extension; the value must be plain data. */
  ask: <T>(expression: string) => Promise<T>;
  close: () => Promise<void>;
};

type Answer = { id?: number; result?: unknown; error?: { message: string } };

const PORT_AND_PATH = /^(\d+)\n(\/devtools\/browser\/[\da-f-]{36})/u;

export async function startLoneChromium(extension: string): Promise<LoneChromium> {
  const profile = mkdtempSync(join(tmpdir(), 'quietpage-lone-'));
  const switches = ['--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run', '--remote-debugging-port=0'];
  const child = spawn(
    await findChromium(),
    [
      ...switches,
      `--user-data-dir=${profile}`,
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
    ],
    { stdio: 'ignore' },
  );
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const portFile = join(profile, 'DevToolsActivePort');
  // The file is there before its two lines are.
  const [, port, path] = await waitFor(
    () => existsSync(portFile) && (PORT_AND_PATH.exec(readFileSync(portFile, 'utf8')) ?? false),
    'the port of Chromium',
    { timeout: 30_000 },
  );
  const send = await connect(`ws://127.0.0.1:${port}${path}`);
  const worker = await waitFor(async () => {
    const { targetInfos } = await send<{ targetInfos: { type: string; url: string }[] }>('Target.getTargets', {});
    return (
      targetInfos.find(({ type, url }) => type === 'service_worker' && url.startsWith('chrome-extension:')) ?? false
    );
  }, 'the worker of the extension');
  const url = `${new URL(worker.url).protocol}//${new URL(worker.url).host}/icon/16.png`;
  const { targetId } = await send<{ targetId: string }>('Target.createTarget', { url });
  const { sessionId } = await send<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true });
  const ask = async <T>(expression: string): Promise<T> => {
    const wanted = { expression, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails } = await send<{
      result: { value: T };
      exceptionDetails?: { exception?: { description?: string } };
    }>('Runtime.evaluate', wanted, sessionId);
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? expression);
    return result.value;
  };
  await waitFor(() => ask<boolean>(`Boolean(globalThis.chrome?.tabs)`), 'a page of the extension');
  return {
    ask,
    open: (to, active) => ask(`chrome.tabs.create(${JSON.stringify({ url: to, active })}).then(({ id }) => id)`),
    close: async () => {
      child.kill();
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    },
  };
}

type Send = <T>(method: string, params: object, sessionId?: string) => Promise<T>;

async function connect(address: string): Promise<Send> {
  const socket = new WebSocket(address);
  await new Promise((opened, failed) => {
    socket.once('open', opened);
    socket.once('error', failed);
  });
  const waiting = new Map<number, (answer: Answer) => void>();
  let last = 0;
  socket.on('message', (data) => {
    const answer = JSON.parse(String(data)) as Answer;
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer);
  });
  return (method, params, sessionId) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, ({ result, error }) => (error ? reject(new Error(error.message)) : resolve(result as never)));
      socket.send(JSON.stringify({ id: last, method, params, ...(sessionId ? { sessionId } : {}) }));
    });
}
