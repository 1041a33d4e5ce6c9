/** Child process of the jsdom engine: one page after the other, each answered by its prediction or its error. */
import { JSDOM, VirtualConsole } from 'jsdom';
import { pageMarkup, type Case } from './extract-corpus.ts';
import { predict } from './extract-page.ts';

type Job = Case & { without: string[] };

function run({ url, file, without }: Job): object {
  try {
    // No `runScripts`, no `resources`: nothing of the page runs or is fetched. Its complaints about style sheets go nowhere.
    const { window } = new JSDOM(pageMarkup(file), { url, virtualConsole: new VirtualConsole() });
    try {
      return predict(window.document, url, without);
    } finally {
      window.close();
    }
  } catch (error) {
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error), text: '' };
  }
}

process.on('message', (job: Job) => process.send?.({ id: job.id, result: run(job) }));
