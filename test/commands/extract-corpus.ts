/** The saved pages of a corpus folder: `DIR/<dataset>/<case>/page.html.gz` with its `gold.json`. */
import fs from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

export type Case = { id: string; url: string; file: string };

const NO_URL = 'https://page.invalid/';

function folders(dir: string): string[] {
  return fs
    .readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
    .map((entry) => entry.name)
    .toSorted();
}

/** `gold.json` is read for the address alone; a page without it gets one that leads nowhere. */
function urlOf(goldFile: string): string {
  try {
    const gold: unknown = JSON.parse(fs.readFileSync(goldFile, 'utf8'));
    const url = typeof gold === 'object' && gold !== null && 'url' in gold ? gold.url : null;
    return typeof url === 'string' && /^https?:/.test(url) && URL.canParse(url) ? url : NO_URL;
  } catch {
    return NO_URL;
  }
}

export function corpusCases(corpus: string, only: ReadonlySet<string> | null): Case[] {
  const cases: Case[] = [];
  for (const dataset of folders(corpus)) {
    for (const name of folders(path.join(corpus, dataset))) {
      const file = path.join(corpus, dataset, name, 'page.html.gz');
      const id = `${dataset}/${name}`;
      if (!fs.existsSync(file) || (only && !only.has(id))) continue;
      cases.push({ id, url: urlOf(path.join(corpus, dataset, name, 'gold.json')), file });
    }
  }
  return cases;
}

export function pageMarkup(file: string): string {
  return gunzipSync(fs.readFileSync(file)).toString('utf8');
}
