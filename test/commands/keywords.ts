/**
 * `keywords --in FILE.jsonl --out FILE.jsonl [--top K]`: the shipped keyword extraction on lines of
 * `{ id, lang, title?, text }`; writes lines of `{ id, keywords }`, best first.
 */
import { createReadStream, createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { keywords } from '../../lib/keywords/keywords';

type Line = { id: unknown; lang: string; title: string; text: string };

function readLine(line: string): Line {
  const value: unknown = JSON.parse(line);
  if (typeof value !== 'object' || value === null) throw new Error('not an object');
  const { id, lang = '', title, text } = value as Record<string, unknown>;
  if (typeof id !== 'string' && typeof id !== 'number') throw new Error('no id');
  if (typeof text !== 'string') throw Object.assign(new Error('no text'), { id });
  return { id, lang: typeof lang === 'string' ? lang : '', title: typeof title === 'string' ? title : '', text };
}

function answer(line: string, limit: number): object {
  try {
    const { id, ...article } = readLine(line);
    return { id, keywords: keywords({ ...article, declared: [], source: null }, { limit }).map(({ term }) => term) };
  } catch (error) {
    const { message, id } = error as Error & { id?: unknown };
    return { ...(id === undefined ? {} : { id }), error: message };
  }
}

async function run(from: string, to: string, limit: number): Promise<number> {
  const input = createReadStream(from, 'utf8');
  await once(input, 'open');
  const output = createWriteStream(to);
  await once(output, 'open');
  let read = 0;
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    if (!line.trim()) continue;
    read++;
    if (!output.write(`${JSON.stringify(answer(line, limit))}\n`)) await once(output, 'drain');
  }
  output.end();
  await once(output, 'finish');
  return read;
}

function fail(reason: string): never {
  process.stderr.write(`keywords: ${reason}\nusage: keywords --in FILE.jsonl --out FILE.jsonl [--top K]\n`);
  process.exit(2);
}

function readArguments(): { from: string; to: string; limit: number } {
  try {
    const { values } = parseArgs({
      options: { in: { type: 'string' }, out: { type: 'string' }, top: { type: 'string', default: '8' } },
    });
    const limit = Number(values.top);
    if (!values.in || !values.out) throw new Error('--in and --out are needed');
    if (!Number.isInteger(limit) || limit < 1) throw new Error('--top must be a whole number above 0');
    return { from: values.in, to: values.out, limit };
  } catch (error) {
    return fail((error as Error).message);
  }
}

const { from, to, limit } = readArguments();
try {
  process.stderr.write(`keywords: ${await run(from, to, limit)} lines\n`);
} catch (error) {
  fail((error as Error).message);
}
