import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

const PAGE = /(?:src|href)="([^"#?]+\.(?:js|css))"/g;
const STATIC = /(?:\bfrom\s*|\bimport\s*)["'`]([^"'`]+\.js)["'`]/g;
const ANY = /(?:\bfrom\s*|\bimport\s*\(?\s*)["'`]([^"'`]+\.js)["'`]/g;

function reached(folder: string, entry: string, imports: RegExp): string[] {
  const seen = new Set<string>();
  const visit = (file: string) => {
    if (seen.has(file) || !existsSync(join(folder, file))) return;
    seen.add(file);
    const text = readFileSync(join(folder, file), 'utf8');
    const names = text.matchAll(file.endsWith('.html') ? PAGE : imports);
    for (const [, name = ''] of names) visit(name.startsWith('/') ? name.slice(1) : join(dirname(file), name));
  };
  visit(entry);
  return [...seen];
}

/**
 * A script or page of the build with everything that it loads, at once or later: names relative to the build's folder.
 */
export const loadedBy = (folder: string, entry: string): string[] => reached(folder, entry, ANY);

/** The same without what is asked for later. */
export const firstLoadedBy = (folder: string, entry: string): string[] => reached(folder, entry, STATIC);

export const bytesOf = (folder: string, files: string[]): number =>
  files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
