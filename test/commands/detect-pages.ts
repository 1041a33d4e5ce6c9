/** The pages of a corpus folder for `detect`: `DIR/<dataset>/<case>/` and `DIR/<case>/`, whatever else lies there. */
import fs from 'node:fs';
import path from 'node:path';

/** What `gold.json` says of a page; read from outside, so everything but the key may be missing. */
export type DetectPage = {
  /** Key of the results: gold's `id`, else the path below DIR. */
  id: string;
  file: string;
  url: string;
  gold: Record<string, unknown>;
};

const NO_URL = 'https://page.invalid/';
const isFolder = (dir: string) => fs.statSync(dir, { throwIfNoEntry: false })?.isDirectory() ?? false;

function foldersIn(dir: string): string[] {
  return fs
    .readdirSync(dir)
    .toSorted()
    .map((name) => path.join(dir, name))
    .filter(isFolder);
}

function goldOf(dir: string): Record<string, unknown> {
  try {
    const gold: unknown = JSON.parse(fs.readFileSync(path.join(dir, 'gold.json'), 'utf8'));
    return typeof gold === 'object' && gold !== null ? (gold as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function pageIn(dir: string, corpus: string): DetectPage | null {
  const file = path.join(dir, 'page.html.gz');
  if (!fs.existsSync(file)) return null;
  const gold = goldOf(dir);
  const { id, url } = gold;
  return {
    id: typeof id === 'string' && id ? id : path.relative(corpus, dir).replaceAll(path.sep, '/'),
    url: typeof url === 'string' && /^https?:/.test(url) && URL.canParse(url) ? url : NO_URL,
    file,
    gold,
  };
}

export function detectPages(corpus: string): DetectPage[] {
  const dirs = foldersIn(corpus).flatMap((dir) => [dir].concat(foldersIn(dir)));
  return dirs.flatMap((dir) => pageIn(dir, corpus) ?? []);
}
