import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * A script or page of the build with everything that it loads, at once or later: names relative to the build's folder.
 */
export function loadedBy(folder: string, entry: string): string[] {
  const seen = new Set<string>();
  const visit = (file: string) => {
    if (seen.has(file) || !existsSync(join(folder, file))) return;
    seen.add(file);
    const text = readFileSync(join(folder, file), 'utf8');
    const names = file.endsWith('.html')
      ? [...text.matchAll(/(?:src|href)="([^"#?]+\.(?:js|css))"/g)]
      : [...text.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*)["'`]([^"'`]+\.js)["'`]/g)];
    for (const [, name = ''] of names) visit(name.startsWith('/') ? name.slice(1) : join(dirname(file), name));
  };
  visit(entry);
  return [...seen];
}

export const bytesOf = (folder: string, files: string[]): number =>
  files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
