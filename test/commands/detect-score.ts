/**
 * How right the detector is, beside Firefox's own test:
 *   npx tsx test/commands/detect-score.ts --corpus DIR --results FILE [--corpus DIR --results FILE …]
 * FILE is written by `npm run detect -- --measure`. Prints Markdown tables and every wrong page.
 */
import { half, readResults, type Judged } from './detect-results.ts';

const SEED = 'quietpage';
const SYSTEMS: [name: string, takes: (page: Judged) => boolean][] = [
  ['quietpage', (page) => page.verdict.article],
  ['isProbablyReaderable', (page) => page.readerable],
  ['isProbablyReaderable 50/10', (page) => page.readerableLow],
];

const share = (part: number, all: number): string => (all ? `${part} of ${all} (${(part / all).toFixed(3)})` : '–');
const taken = (pages: Judged[], takes: (page: Judged) => boolean) => share(pages.filter(takes).length, pages.length);
const row = (cells: string[]) => console.log(`| ${cells.join(' | ')} |`);

function table(title: string, pages: Judged[], by: (page: Judged) => string): void {
  row([title, ...SYSTEMS.map(([name]) => name)]);
  row(['---', ...SYSTEMS.map(() => '---')]);
  for (const name of [...new Set(pages.map(by))].toSorted()) {
    const group = pages.filter((page) => by(page) === name);
    row([name, ...SYSTEMS.map(([, takes]) => taken(group, takes))]);
  }
  console.log();
}

const pages = readResults(process.argv.slice(2));
table('taken for an article', pages, (page) => page.group);
table('by half of the sites', pages, (page) => `${page.group}, half ${half(page.site, SEED)}`);
table('by kind', pages, (page) => page.kind);

row(['all', 'precision', 'recall', 'F1']);
row(['---', '---', '---', '---']);
for (const [name, takes] of SYSTEMS) {
  const right = pages.filter((page) => page.isArticle && takes(page)).length;
  const precision = right / pages.filter(takes).length;
  const recall = right / pages.filter((page) => page.isArticle).length;
  row([name, ...[precision, recall, (2 * precision * recall) / (precision + recall)].map((value) => value.toFixed(3))]);
}
console.log();
for (const { id, isArticle, verdict } of pages)
  if (verdict.article !== isArticle)
    console.log(`${isArticle ? 'missed' : 'false'} ${id} ${verdict.score} ${verdict.reasons.join(' ')}`);
