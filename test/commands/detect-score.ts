import { half, type Judged } from './detect-results.ts';

const SEED = 'quietpage';
const SYSTEMS: [name: string, takes: (page: Judged) => boolean][] = [
  ['quietpage', (page) => page.verdict.article],
  ['isProbablyReaderable', (page) => page.readerable],
  ['isProbablyReaderable 50/10', (page) => page.readerableLow],
];

const row = (cells: string[]) => `| ${cells.join(' | ')} |`;
const table = (head: string[], rows: string[][]) => [head, head.map(() => '---'), ...rows].map(row).join('\n');

function taken(pages: Judged[], takes: (page: Judged) => boolean): string {
  const part = pages.filter(takes).length;
  return `${part} of ${pages.length} (${(part / pages.length).toFixed(3)})`;
}

function takenBy(title: string, pages: Judged[], by: (page: Judged) => string): string {
  const rows = [...new Set(pages.map(by))].toSorted().map((name) => {
    const group = pages.filter((page) => by(page) === name);
    return [name].concat(SYSTEMS.map(([, takes]) => taken(group, takes)));
  });
  return table([title, ...SYSTEMS.map(([name]) => name)], rows);
}

export type Quality = { precision: number; recall: number; f1: number };

export function quality(pages: Judged[], takes: (page: Judged) => boolean): Quality {
  const right = pages.filter((page) => page.isArticle && takes(page)).length;
  const precision = right / pages.filter(takes).length;
  const recall = right / pages.filter((page) => page.isArticle).length;
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}

/** The half of the sites that rules are tuned on (0), and the other, on which they are judged (1). */
export const halves = (pages: Judged[]): Judged[][] =>
  [0, 1].map((one) => pages.filter(({ site }) => half(site, SEED) === one));

function qualities(pages: Judged[]): string {
  const parts: [string, Judged[]][] = [
    ['all sites', pages],
    ...halves(pages).map((part, n): [string, Judged[]] => [`half ${n}`, part]),
  ];
  const rows = parts.flatMap(([name, part]) =>
    SYSTEMS.map(([system, takes]) => {
      const { precision, recall, f1 } = quality(part, takes);
      return [name, system].concat([precision, recall, f1].map((value) => value.toFixed(3)));
    }),
  );
  return table(['sites', 'by', 'precision', 'recall', 'F1'], rows);
}

/** How right the detector is, beside Firefox's own test with its own and with lower thresholds: Markdown tables, and every wrong page. */
export function scoreTables(pages: Judged[]): string {
  const wrong = pages
    .filter(({ isArticle, verdict }) => verdict.article !== isArticle)
    .map(
      ({ id, kind, isArticle, verdict }) =>
        `${isArticle ? 'missed' : `taken, ${kind}`}: ${id} ${verdict.score} ${verdict.reasons.join(' ')}`,
    );
  return [
    takenBy('taken for an article', pages, (page) => page.group),
    takenBy('by half of the sites', pages, (page) => `${page.group}, half ${half(page.site, SEED)}`),
    takenBy('by kind', pages, (page) => page.kind),
    qualities(pages),
    wrong.toSorted().join('\n'),
  ].join('\n\n');
}
