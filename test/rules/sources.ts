import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from '../commands/root';

/** What is made, not written. */
const MADE = new Set(['node_modules', '.output', '.wxt', '.git', 'artifacts']);

/** Paths of all written files below the folders, relative to the project, with `/`. */
export function filesIn(...folders: string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { withFileTypes: true, recursive: false }).flatMap((entry) => {
      if (MADE.has(entry.name)) return [];
      const path = join(root, folder, entry.name);
      const name = relative(root, path).replaceAll('\\', '/');
      return entry.isDirectory() ? filesIn(name) : [name];
    }),
  );
}

export const read = (file: string): string => readFileSync(join(root, file), 'utf8');

export const isSource = (file: string): boolean => /\.tsx?$/.test(file) && !file.endsWith('.d.ts');

/** Our program: what ships. */
export const programFiles = (): string[] => filesIn('entrypoints', 'components', 'lib').filter(isSource);

/** Source text without comments, which may name what the code must not use. Line ends are kept. */
export function codeOf(file: string): string {
  return read(file)
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ''))
    .replace(/(^|[\s;{}(,])\/\/[^\n]*/g, '$1');
}

export type Import = { from: string; typeOnly: boolean };

/** Static and dynamic imports and re-exports of a file, as written. */
export function importsOf(file: string): Import[] {
  const code = codeOf(file);
  const found = [
    ...code.matchAll(/^\s*(?:import|export)\s+(type\s)?(?:[\w*{}\s,$]+?\sfrom\s+)?['"]([^'"]+)['"]/gm),
    ...code.matchAll(/\bimport\(\s*()['"]([^'"]+)['"]\s*\)/g),
  ];
  return found.map(([, type, from]) => ({ from: from ?? '', typeOnly: Boolean(type) }));
}

/** A relative import as a path from the project's root; a package's name as it is. */
export function targetOf(file: string, from: string): string {
  if (!from.startsWith('.')) return from;
  return relative(root, join(root, file, '..', from)).replaceAll('\\', '/');
}
