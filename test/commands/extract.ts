/**
 * The shipped extraction over a folder of saved pages (see CONTRIBUTING, "Measuring"):
 *   npm run extract -- --corpus DIR --out FILE [--engine jsdom|chromium] [--only ids] [--without pass,pass]
 */
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { corpusCases } from './extract-corpus.ts';
import { runJsdom } from './extract-jsdom.ts';

const USAGE = 'extract --corpus DIR --out FILE [--engine jsdom|chromium] [--only id,id] [--without pass,pass]';

type Arguments = {
  corpus: string;
  out: string;
  engine: 'jsdom' | 'chromium';
  only: Set<string> | null;
  without: string[];
};

function refuse(why: string): never {
  process.stderr.write(`${why}\n${USAGE}\n`);
  process.exit(2);
}

const list = (value: string | undefined): string[] =>
  (value ?? '')
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean);

function readArguments(argv: string[]): Arguments {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: argv,
    options: { corpus: text, out: text, engine: { ...text, default: 'jsdom' }, only: text, without: text },
  });
  if (!values.corpus || !values.out) refuse('--corpus and --out are needed.');
  if (values.engine !== 'jsdom' && values.engine !== 'chromium') refuse(`Unknown engine: ${values.engine}`);
  const corpus = path.resolve(values.corpus);
  if (!fs.statSync(corpus, { throwIfNoEntry: false })?.isDirectory()) refuse(`No such folder: ${corpus}`);
  const out = path.resolve(values.out);
  if (!fs.statSync(path.dirname(out), { throwIfNoEntry: false })?.isDirectory()) refuse(`No folder for ${out}`);
  return {
    corpus,
    out,
    engine: values.engine,
    only: values.only === undefined ? null : new Set(list(values.only)),
    without: list(values.without),
  };
}

async function main(): Promise<void> {
  let args: Arguments;
  try {
    args = readArguments(process.argv.slice(2));
  } catch (error) {
    refuse(error instanceof Error ? error.message : String(error));
  }
  const cases = corpusCases(args.corpus, args.only);
  const results = new Map<string, object>();
  const onResult = (id: string, result: object): void => {
    results.set(id, result);
    const failed = 'error' in result ? ` — ${String(result.error).split('\n')[0]}` : '';
    process.stderr.write(`[${results.size}/${cases.length}] ${id}${failed}\n`);
  };
  if (args.engine === 'chromium') {
    const { runChromium } = await import('./extract-chromium.ts');
    await runChromium(cases, args.without, onResult);
  } else {
    await runJsdom(cases, args.without, onResult);
  }
  const ordered = Object.fromEntries(cases.map(({ id }) => [id, results.get(id) ?? { error: 'not run', text: '' }]));
  fs.writeFileSync(args.out, `${JSON.stringify(ordered, null, 1)}\n`);
}

await main();
