import { inlineMarkdown } from './inline.ts';

const MAX_SPAN = 50;

function spanOf(cell: Element, name: 'colspan' | 'rowspan'): number {
  const span = Number.parseInt(cell.getAttribute(name) ?? '1', 10);
  return span >= 1 ? Math.min(span, MAX_SPAN) : 1;
}

/** Lines of a cell cannot be lines in a pipe table. */
function cellText(cell: Element): string {
  const blocks = Array.from(cell.children).filter((child) => /^(?:p|div|li|ul|ol)$/.test(child.localName));
  const lines = blocks.length ? blocks.map((block) => inlineMarkdown([block])) : [inlineMarkdown(cell.childNodes)];
  return lines.filter(Boolean).join('<br>').replaceAll('  \n', '<br>').replaceAll('|', '\\|');
}

/** Cells on their grid: the places that a spanning cell covers stay empty. */
function gridOf(rows: readonly Element[]): string[][] {
  const grid: (string | undefined)[][] = rows.map(() => []);
  rows.forEach((row, y) => {
    let x = 0;
    for (const cell of Array.from(row.children)) {
      while (grid[y]?.[x] !== undefined) x += 1;
      const width = spanOf(cell, 'colspan');
      for (let down = 0; down < spanOf(cell, 'rowspan'); down += 1) {
        for (let right = 0; right < width; right += 1) {
          const line = grid[y + down];
          if (line) line[x + right] = down || right ? '' : cellText(cell);
        }
      }
      x += width;
    }
  });
  const width = Math.max(0, ...grid.map((line) => line.length));
  return grid.map((line) => Array.from({ length: width }, (_, x) => line[x] ?? ''));
}

const rowText = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** A pipe table (https://github.github.com/gfm/#tables-extension-); `null` for a table that only lays out one column. */
export function tableMarkdown(table: Element): string | null {
  const rows = Array.from(table.querySelectorAll('tr')).filter((row) => row.closest('table') === table);
  const grid = gridOf(rows);
  const width = grid[0]?.length ?? 0;
  if (width < 2 || table.querySelector('table')) return null;
  const hasHead =
    Array.from(rows[0]?.children ?? []).every((cell) => cell.localName === 'th') || !!rows[0]?.closest('thead');
  const head = hasHead ? (grid[0] ?? []) : (grid[0]?.map(() => '') ?? []);
  const body = hasHead ? grid.slice(1) : grid;
  return [head, head.map(() => '---'), ...body].map(rowText).join('\n');
}
