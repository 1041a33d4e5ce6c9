import { describe, expect, it } from 'vitest';
import { codeOf, filesIn, importsOf, isSource, programFiles, read } from './sources';

const program = programFiles();
const named = (files: string[], pattern: RegExp) => files.filter((file) => pattern.test(codeOf(file)));

describe('the code', () => {
  it('turns a string into DOM in one file only', () => {
    const pattern =
      /\b(innerHTML|outerHTML)\s*\+?=(?!=)|\binsertAdjacentHTML\b|\bDOMParser\b|\bcreateContextualFragment\b|\bdangerouslySetInnerHTML\b|\bsetHTML(Unsafe)?\b|\bparseHTML(Unsafe)?\b|\bdocument\.write/;
    const sanitizes = (file: string) => importsOf(file).some(({ from, typeOnly }) => from === 'dompurify' && !typeOnly);
    const found = new Set([...named(program, pattern), ...program.filter(sanitizes)]);
    expect([...found]).toEqual(['lib/extract/sanitize.ts']);
  });

  it('opens IndexedDB in library and search only', () => {
    expect(named(program, /\bindexedDB\b/).filter((file) => !/^lib\/(library|search)\//.test(file))).toEqual([]);
  });

  it('uses no global of the browser or the page in lib', () => {
    const lib = program.filter((file) => file.startsWith('lib/'));
    const edge = new Set(['lib/messages.ts', 'lib/settings/store.ts']);
    expect(named(lib, /(?<![\w.'"`$])(chrome|browser)\.\w/).filter((file) => !edge.has(file))).toEqual([]);
  });

  it('runs no code from strings', () => {
    expect(named(program, /\beval\(|\bnew Function\(/)).toEqual([]);
  });

  it('leaves no type check out', () => {
    const written = [...program, ...filesIn('test').filter(isSource)];
    const marks = /@ts-(ignore|nocheck|expect-error)/;
    const own = 'test/rules/code.test.ts';
    expect(written.filter((file) => file !== own && marks.test(read(file)))).toEqual([]);
  });

  it('stays in small files', () => {
    const written = filesIn('entrypoints', 'components', 'lib', 'test').filter((file) =>
      /\.(tsx?|mjs|css)$/.test(file),
    );
    const tooLong = written
      .filter((file) => !file.startsWith('test/site/'))
      .map((file) => ({ file, lines: read(file).split('\n').length - 1 }))
      .filter(({ lines }) => lines > 300);
    expect(tooLong).toEqual([]);
  });

  it('names folders and files by words of the domain, in kebab case', () => {
    const written = filesIn('entrypoints', 'components', 'lib', 'test');
    expect(written.filter((file) => /(^|\/)(utils?|helpers?|common|shared|misc)(\/|\.)/.test(file))).toEqual([]);
    expect([...program, ...filesIn('test').filter(isSource)].filter((file) => /[A-Z_ ]/.test(file))).toEqual([]);
  });
});
