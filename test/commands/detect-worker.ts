/** Child process of `detect`: one page after the other in jsdom, each answered by its verdict or its error. */
import { isProbablyReaderable } from '@mozilla/readability';
import { JSDOM, VirtualConsole } from 'jsdom';
import { addressSignals } from '../../lib/detect/address-signals.ts';
import { bodySignals } from '../../lib/detect/body-signals.ts';
import { headSignals } from '../../lib/detect/head-signals.ts';
import { peopleSignals } from '../../lib/detect/people-signals.ts';
import { verdict } from '../../lib/detect/verdict.ts';
import { pageMarkup } from './extract-corpus.ts';

export type DetectJob = { id: string; file: string; url: string; measure: boolean };

/** For scoring and fitting: every signal, also those that the verdict did not need, and Firefox's test beside. */
function measures(document: Document, url: string): object {
  const body = document.querySelector('body');
  return {
    signals: body && {
      ...addressSignals(url, body),
      ...headSignals(document),
      ...bodySignals(document, body),
      ...peopleSignals(document),
    },
    readerable: isProbablyReaderable(document),
    readerableLow: isProbablyReaderable(document, { minContentLength: 50, minScore: 10 }),
  };
}

function run({ file, url, measure }: DetectJob): object {
  try {
    // No `runScripts`, no `resources`: nothing of the page runs or is fetched. Its complaints about style sheets go nowhere.
    const { window } = new JSDOM(pageMarkup(file), { url, virtualConsole: new VirtualConsole() });
    try {
      const start = performance.now();
      const result = verdict(window.document, url);
      const ms = Math.round((performance.now() - start) * 10) / 10;
      return { ...result, ms, ...(measure ? measures(window.document, url) : {}) };
    } finally {
      window.close();
    }
  } catch (error) {
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

process.on('message', (job: DetectJob) => process.send?.(run(job)));
