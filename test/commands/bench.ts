/**
 * Benchmarks in real Chromium beside peers, printed as a Markdown table (see CONTRIBUTING, "Measuring"):
 *   npm run bench -- reader [--corpus DIR [--only ids]] [--json FILE]
 *   npm run bench -- library [--articles 1000] [--json FILE]
 *   npm run bench -- search [--articles 1000] [--json FILE]
 *   npm run bench -- known-item --corpus DIR [--json FILE]
 *   npm run bench -- page [--json FILE]
 *   npm run bench -- keywords [--sets DIR] [--json FILE]
 */
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Bench } from '../bench/bench.ts';
import { keywords } from '../bench/keywords.ts';
import { knownItem } from '../bench/known-item.ts';
import { library } from '../bench/library.ts';
import { markdownTable } from '../bench/markdown-table.ts';
import { page } from '../bench/page.ts';
import { reader } from '../bench/reader.ts';
import { createResults } from '../bench/results.ts';
import { search } from '../bench/search.ts';

const BENCHES: Record<string, Bench> = { reader, library, search, 'known-item': knownItem, page, keywords };

function refuse(why: string): never {
  const usages = Object.values(BENCHES).map(({ usage }) => `  npm run bench -- ${usage}`);
  process.stderr.write(`${[why, ...usages].join('\n')}\n`);
  process.exit(2);
}

type Arguments = { bench: Bench; options: Record<string, string | undefined>; json: string | undefined };

function readArguments([name = '', ...rest]: string[]): Arguments {
  const bench = Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined;
  if (!bench) refuse(name ? `Unknown benchmark: ${name}` : 'Which benchmark?');
  const options = Object.fromEntries([...bench.options, 'json'].map((option) => [option, { type: 'string' } as const]));
  const { json, ...own } = parse(rest, options);
  const { corpus, sets, articles } = own;
  if (articles !== undefined && !/^[1-9]\d{0,6}$/.test(articles)) refuse(`Not a number of articles: ${articles}`);
  for (const folder of [corpus, sets])
    if (folder !== undefined && !isFolder(folder)) refuse(`No such folder: ${folder}`);
  if (json !== undefined && !isFolder(path.dirname(path.resolve(json)))) refuse(`No folder for ${json}`);
  return { bench, options: own, json };
}

function parse(args: string[], options: Record<string, { type: 'string' }>): Record<string, string | undefined> {
  try {
    return parseArgs({ args, options }).values as Record<string, string | undefined>;
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

function isFolder(name: string): boolean {
  return fs.statSync(name, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

const { bench, options, json } = readArguments(process.argv.slice(2));
const results = createResults();
await bench.run(options, results, (line) => process.stderr.write(`${line}\n`));
const summary = results.summary();
if (json !== undefined) fs.writeFileSync(json, `${JSON.stringify(summary, null, 1)}\n`);
process.stdout.write(`${markdownTable(summary, 'quietpage')}\n`);
