/** Firefox with the built extension, driven over WebDriver BiDi: Debian has no driver program, and none is needed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import WebSocket from 'ws';
import { findFirefox } from '../commands/browser';
import { waitFor } from './wait-for';

/** Fixed, so that the addresses of our own pages are known before the extension is installed. */
const ADDON = 'quietpage@quietpage.example';
const UUID = '2f6b1d58-3a0c-4a57-9d53-1f0f6f2b7a11';

const PREFERENCES = {
  'extensions.webextensions.uuids': JSON.stringify({ [ADDON]: UUID }),
  'intl.locale.requested': 'en-US',
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'datareporting.policy.dataSubmissionEnabled': false,
  'toolkit.telemetry.enabled': false,
  'app.update.enabled': false,
};

export type Tab = {
  goto: (url: string) => Promise<void>;
  /** Evaluates an expression in the page's world; the value must be plain data. */
  evaluate: <T>(expression: string) => Promise<T>;
  /** A real click on the first element with this selector. */
  click: (selector: string) => Promise<void>;
  type: (text: string) => Promise<void>;
  press: (key: string) => Promise<void>;
  /** All text inside the closed shadow roots of the page; empty when the clean view is not open. */
  textInShadow: () => Promise<string>;
  close: () => Promise<void>;
};

export type Firefox = {
  newTab: () => Promise<Tab>;
  /** Ends the event page, as the browser does after some seconds without work, or when it crashes. Resolves when it is gone. */
  stopBackground: () => Promise<void>;
  /** Installs the same build once more, as an update does: our pages close. Resolves when the detector is registered. */
  update: () => Promise<void>;
  /** Address of one of our own pages. */
  ownPage: (path: string) => string;
  close: () => Promise<void>;
};

type Send = <T>(method: string, params: object) => Promise<T>;

/** Without an extension: a browser to compare with. */
export async function startFirefox(extension: string | null): Promise<Firefox> {
  const executable = await findFirefox();
  if (!executable) throw new Error('There is no Firefox to start.');
  const profile = mkdtempSync(join(tmpdir(), 'quietpage-firefox-'));
  const downloads = { 'browser.download.folderList': 2, 'browser.download.dir': profile };
  const lines = Object.entries({ ...PREFERENCES, ...downloads }).map(
    ([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`,
  );
  writeFileSync(join(profile, 'user.js'), lines.join('\n'));
  const child = spawn(
    executable,
    ['--headless', '--remote-debugging-port=0', '--remote-allow-system-access', '--profile', profile, '--no-remote'],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const socket = new WebSocket(`${await addressOf(child)}/session`);
  await new Promise((opened, failed) => {
    socket.once('open', opened);
    socket.once('error', failed);
  });
  const send = commandsOver(socket);
  await send('session.new', { capabilities: {} });
  const install = async () => {
    if (!extension) return;
    await send('webExtension.install', { extensionData: { type: 'path', path: extension } });
    // A page that opens before that is not looked at.
    await waitFor(
      async () => (await inBrowser<number>(send, 'extension.registeredContentScripts.size')) > 0,
      'the detector',
    );
  };
  await install();
  return {
    newTab: () => newTab(send),
    update: install,
    stopBackground: () => stopBackground(send),
    ownPage: (path) => `moz-extension://${UUID}${path}`,
    close: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      socket.close();
      child.kill();
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    },
  };
}

/** Firefox writes the address of its BiDi server to stderr. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error(`Firefox did not start: ${said.slice(-500)}`)), 60_000);
    child.stderr?.on('data', (part: Buffer) => {
      said += part.toString();
      const address = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(said)?.[1];
      if (!address) return;
      clearTimeout(timer);
      resolve(address);
    });
    child.once('exit', (code) => reject(new Error(`Firefox ended with ${code}: ${said.slice(-500)}`)));
  });
}

function commandsOver(socket: WebSocket): Send {
  let last = 0;
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  socket.on('message', (data) => {
    const answer = JSON.parse(String(data)) as { id?: number; result?: never; error?: string; message?: string };
    const asker = waiting.get(answer.id ?? -1);
    if (!asker || answer.id === undefined) return;
    waiting.delete(answer.id);
    if (answer.error) asker.reject(new Error(`${answer.error}: ${answer.message}`));
    else asker.resolve(answer.result as never);
  });
  return (method, params) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      socket.send(JSON.stringify({ id: last, method, params }));
    });
}

/** From the browser's own window, as about:debugging does it. */
const stopBackground = (send: Send): Promise<void> =>
  inBrowser(send, 'extension.terminateBackground({ ignoreDevToolsAttached: true }).then(() => null)');

/** Evaluates an expression about the `extension` as the browser itself sees it. The value must be plain. */
async function inBrowser<T>(send: Send, expression: string): Promise<T> {
  const { contexts } = await send<{ contexts: { context: string }[] }>('browsingContext.getTree', {
    'moz:scope': 'chrome',
  });
  const answer = await send<{ type: string; result?: { value?: T }; exceptionDetails?: { text: string } }>(
    'script.evaluate',
    {
      expression: `(async ({ extension }) => ${expression})(WebExtensionPolicy.getByID(${JSON.stringify(ADDON)}))`,
      target: { context: contexts[0]?.context },
      awaitPromise: true,
    },
  );
  if (answer.type !== 'success') throw new Error(answer.exceptionDetails?.text ?? `${expression} failed.`);
  return answer.result?.value as T;
}

async function newTab(send: Send): Promise<Tab> {
  const { context } = await send<{ context: string }>('browsingContext.create', { type: 'tab' });
  const target = { context };
  const evaluate = async <T>(expression: string): Promise<T> => {
    // Only text comes back whole: everything else is wrapped by type.
    const answer = await send<{ type: string; result?: { value?: string }; exceptionDetails?: { text: string } }>(
      'script.evaluate',
      {
        expression: `(async () => JSON.stringify({ value: await (${expression}) }))()`,
        target,
        awaitPromise: true,
      },
    );
    if (answer.type !== 'success') throw new Error(answer.exceptionDetails?.text ?? 'The script failed.');
    return (JSON.parse(answer.result?.value ?? '{}') as { value: T }).value;
  };
  const perform = (actions: object[]) => send('input.performActions', { context, actions });
  const keys = (text: string) =>
    [...text].flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
  return {
    evaluate,
    // Waiting for the load of one of our own pages never ends, so its state is asked for.
    goto: async (url) => {
      await send('browsingContext.navigate', { context, url, wait: 'none' });
      const there = JSON.stringify(url);
      await waitFor(
        () => evaluate<boolean>(`location.href.startsWith(${there}) && document.readyState === 'complete'`),
        url,
        {
          timeout: 30_000,
        },
      );
    },
    click: async (selector) => {
      const at = await evaluate<{ x: number; y: number }>(`(() => {
        const element = document.querySelector(${JSON.stringify(selector)});
        element.scrollIntoView({ block: 'center' });
        const { x, y, width, height } = element.getBoundingClientRect();
        return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
      })()`);
      const pointer = [
        { type: 'pointerMove', ...at },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ];
      await perform([{ type: 'pointer', id: 'mouse', actions: pointer }]);
    },
    type: async (text) => void (await perform([{ type: 'key', id: 'keys', actions: keys(text) }])),
    press: async (value) => void (await perform([{ type: 'key', id: 'keys', actions: keys(value) }])),
    textInShadow: async () => {
      const answer = await send('script.evaluate', {
        expression: 'document.documentElement',
        target,
        awaitPromise: false,
        serializationOptions: { includeShadowTree: 'all', maxDomDepth: 100 },
      });
      return textOfShadows(answer as Node);
    },
    close: async () => void (await send('browsingContext.close', { context })),
  };
}

type Node = { value?: { nodeType?: number; nodeValue?: string; children?: Node[]; shadowRoot?: Node | null } };

function textOfShadows(node: unknown, inside = false): string {
  const { value } = ((node as { result?: Node }).result ?? node) as Node;
  if (!value) return '';
  const own = inside && value.nodeType === 3 ? (value.nodeValue ?? '') : '';
  const shadow = value.shadowRoot ? textOfShadows(value.shadowRoot, true) : '';
  return [own, shadow, ...(value.children ?? []).map((child) => textOfShadows(child, inside))].join('');
}
