/** One load of a page in a process of its own, with the browser's trace of it. */
import type { CDPSession } from 'playwright-core';
import type { Chromium } from '../commands/launch-chromium.ts';

/** As Chromium writes them; `dur` and `tdur` (by the thread's own clock) in microseconds. */
type TraceEvent = {
  name: string;
  pid: number;
  ts: number;
  dur?: number;
  tdur?: number;
  args: { data?: { url?: string }; beginData?: { frame?: string } };
};

/** Times in ms. */
export type Load = {
  /** Thread time of the content script until it has looked: its evaluation and all calls of it since. NaN if none ran. */
  cpu: number;
  /** Thread time of its calls later than that. */
  later: number;
  /** The longest of all these. */
  longest: number;
  /** Layouts and style recalculations, and how many of both the content script made happen within its own time. */
  layouts: number;
  styles: number;
  forced: number;
  /** Since the navigation began. */
  loaded: number;
  painted: number;
};

const CONTENT_SCRIPT = /^chrome-extension:.*\/(?:detector|content)\.js$/;
const LOAD_LIMIT_MS = 60_000;
/** A content script comes soon after the load event. */
const SCRIPT_MS = 400;
/** Our first look for late content comes after 1.5 s, by which all have had their first look at the page. */
const LOOK_MS = 1400;

/** `rest`: how long the page stays open, in ms. */
export async function tracedLoad({ context, browser }: Chromium, url: string, rest = SCRIPT_MS): Promise<Load> {
  const page = await context.newPage();
  try {
    await page.bringToFront();
    await browser.send('Tracing.start', {
      transferMode: 'ReturnAsStream',
      traceConfig: { includedCategories: ['devtools.timeline'], excludedCategories: ['*'] },
    });
    await page.goto(url, { waitUntil: 'load', timeout: LOAD_LIMIT_MS });
    await page.waitForTimeout(rest);
    // Idle callbacks and background tasks come in turn, whoever asked: when these come, the content script's have been.
    await page.evaluate(async () => {
      for (let turn = 0; turn < 2; turn += 1) {
        await scheduler.postTask(() => undefined, { priority: 'background' });
        await new Promise((resolve) => requestIdleCallback(resolve));
      }
    });
    const times = await page.evaluate(() => ({
      loaded: performance.getEntriesByType('navigation')[0]?.toJSON().loadEventEnd as number,
      painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    }));
    const session = await context.newCDPSession(page);
    const { frameTree } = await session.send('Page.getFrameTree');
    return { ...readTrace(await endTrace(browser), frameTree.frame.id), ...times };
  } finally {
    await page.close();
  }
}

function readTrace(events: TraceEvent[], frame: string): Omit<Load, 'loaded' | 'painted'> {
  const isOurs = ({ args }: TraceEvent) => CONTENT_SCRIPT.test(args.data?.url ?? '');
  const evaluated = events.filter((event) => event.name === 'EvaluateScript' && isOurs(event));
  const calls = events.filter((event) => event.name === 'FunctionCall' && isOurs(event));
  // A call within another is counted with it.
  const own = [...evaluated, ...calls].filter(
    (event, _, all) =>
      event.pid === evaluated[0]?.pid && !all.some((other) => other !== event && isWithin(event, other)),
  );
  const looked = (evaluated[0]?.ts ?? 0) + LOOK_MS * 1000;
  const inFrame = (name: string) =>
    events.filter((event) => event.name === name && event.args.beginData?.frame === frame);
  const [layouts, styles] = [inFrame('Layout'), inFrame('UpdateLayoutTree')];
  return {
    cpu: evaluated.length > 0 ? sum(own.filter(({ ts }) => ts < looked)) : Number.NaN,
    later: sum(own.filter(({ ts }) => ts >= looked)),
    longest: Math.max(0, ...own.map(threadTime)),
    layouts: layouts.length,
    styles: styles.length,
    forced: [...layouts, ...styles].filter((event) => own.some((task) => isWithin(event, task))).length,
  };
}

const isWithin = (event: TraceEvent, { pid, ts, dur = 0 }: TraceEvent): boolean =>
  event.pid === pid && event.ts >= ts && event.ts <= ts + dur;
const threadTime = ({ tdur = 0 }: TraceEvent): number => tdur / 1000;
const sum = (events: readonly TraceEvent[]): number => events.reduce((total, event) => total + threadTime(event), 0);

async function endTrace(browser: CDPSession): Promise<TraceEvent[]> {
  const complete = new Promise<string>((resolve, reject) => {
    browser.once('Tracing.tracingComplete', ({ stream }) =>
      stream === undefined ? reject(new Error('Chromium gave no trace.')) : resolve(stream),
    );
  });
  await browser.send('Tracing.end');
  const handle = await complete;
  let text = '';
  for (let eof = false; !eof;) {
    const part = await browser.send('IO.read', { handle, size: 1 << 22 });
    text += part.base64Encoded ? Buffer.from(part.data, 'base64').toString() : part.data;
    eof = part.eof;
  }
  await browser.send('IO.close', { handle });
  return (JSON.parse(text) as { traceEvents: TraceEvent[] }).traceEvents;
}
