import { countUnits } from '../../cjk.ts';
import { valueAfter } from './credits.ts';
import type { Declared } from './meta-tags.ts';
import type { NearLine } from './near-lines.ts';
import type { Line } from './read-page.ts';

const LABEL = /(?:责编|責編|编辑|編輯|编审|[Ee]ditors?(?=\s*[:：]))\s*(?:[:：]|$)\s*/u;
/** Cheap to ask of thousands of lines. */
const HINT = /[编編]|ditor/u;
const MAX_LINE = 160;

/** 责任编辑, printed near the headline or after the story. */
export function findEditor(lines: readonly Line[], near: readonly NearLine[]): Declared | null {
  const nearest = new Set(near.map(({ line }) => line));
  const after = lines.slice(near[0]?.line.index ?? 0).filter((line) => line.text.length <= MAX_LINE);
  for (const line of [...nearest, ...after]) {
    if (!HINT.test(line.text)) continue;
    for (const part of line.parts) {
      const match = part.text.length <= MAX_LINE ? LABEL.exec(part.text) : null;
      const value = match && valueAfter(lines, line, part.start + match.index + match[0].length);
      // Some sites add a staff number: `王某_NB12345`.
      const name = value?.replace(/_\w+$/u, '');
      if (name && countUnits(name) <= 10) {
        return { value: name, where: nearest.has(line) ? 'line near headline' : 'line after the story' };
      }
    }
  }
  return null;
}
