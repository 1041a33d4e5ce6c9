import { countUnits } from '../../cjk.ts';
import type { Line } from './read-page.ts';

/** A line and its place: `distance` 1 is the first line after the headline, -1 the last before it. */
export type NearLine = { line: Line; distance: number; units: number };

const BEFORE = 12;
const AFTER = 30;
/** A line this long is prose. */
export const PROSE = 60;

/**
 * The lines around the headline, nearest after it first, up to where the story is well under way.
 * Without a headline, the first lines of the page.
 */
export function linesNear(lines: Line[], headline: Element | null): NearLine[] {
  const isOwn = (line: Line | undefined) => headline?.contains(line?.parts[0]?.element ?? null) === true;
  const first = Math.max(0, lines.findIndex(isOwn));
  let last = headline ? first : -1;
  while (isOwn(lines[last + 1])) last++;
  const near: NearLine[] = [];
  let prose = 0;
  for (const line of lines.slice(last + 1, last + 1 + (headline ? AFTER : 3 * AFTER))) {
    const units = countUnits(line.text);
    near.push({ line, distance: line.index - last, units });
    if (units >= PROSE) prose++;
    if (prose >= 3) break;
  }
  for (const line of lines.slice(Math.max(0, first - BEFORE), first).toReversed()) {
    near.push({ line, distance: line.index - first, units: countUnits(line.text) });
  }
  return near;
}
