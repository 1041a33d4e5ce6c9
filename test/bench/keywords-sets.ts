/** Sets of texts with an editor's keywords, and the scorer that lies beside them. */
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

export type Gold = { id: string; lang: string; title: string; text: string; keywords: string[] };
/** Mean F1 of the documents, for the best `at` of each. */
export type Score = (gold: readonly Gold[], found: ReadonlyMap<string, string[]>, at: number) => number;

type Scorer = {
  scoreSet: (gold: readonly Gold[], found: ReadonlyMap<string, string[]>, at: number[]) => Record<string, number>;
};

const isGold = (value: unknown): value is Omit<Gold, 'title'> & { title?: unknown } =>
  typeof value === 'object' &&
  value !== null &&
  ['id', 'lang', 'text'].every((field) => typeof (value as Record<string, unknown>)[field] === 'string') &&
  Array.isArray((value as Record<string, unknown>)['keywords']);

/** Every `<name>.jsonl` of a folder. Throws for a line that is no such text. */
export function readSets(folder: string): Map<string, Gold[]> {
  const files = fs.readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
  const sets = files.toSorted().map((file): [string, Gold[]] => {
    const lines = fs.readFileSync(path.join(folder, file), 'utf8').split('\n').filter(Boolean);
    const gold = lines.map((line, i): Gold => {
      const value: unknown = JSON.parse(line);
      if (!isGold(value)) throw new Error(`Line ${i + 1} of ${file} is no text with keywords.`);
      const { id, lang, text, keywords, title } = value;
      return { id, lang, text, keywords, title: typeof title === 'string' ? title : '' };
    });
    return [path.basename(file, '.jsonl'), gold];
  });
  if (sets.length === 0) throw new Error(`No sets (*.jsonl) in ${folder}`);
  return new Map(sets);
}

/** `../eval/keywords.mjs`, seen from the sets. Throws if it is not there: scores by another rule would not compare. */
export async function loadScorer(folder: string): Promise<Score> {
  const file = path.resolve(folder, '..', 'eval', 'keywords.mjs');
  if (!fs.existsSync(file)) throw new Error(`There is no scorer for these sets: ${file}`);
  const { scoreSet } = (await import(pathToFileURL(file).href)) as Scorer;
  return (gold, found, at) => scoreSet(gold, found, [at])[`F1@${at}`] ?? Number.NaN;
}
