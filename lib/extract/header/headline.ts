import { countUnits, squash } from '../../cjk.ts';
import type { Declared } from './meta-tags.ts';
import { findDates } from './parse-date.ts';
import { type Line, type Page, isAside, isWithin, visibleText } from './read-page.ts';
import { type TitleRun, cutSiteName, titleRuns } from './title-parts.ts';

type Headline = { title: string; where: string; element: Element | null; variants: string[] };

type Candidate = { text: string; key: string; element: Element; level: number; score: number; agreement: number };

const MAX_HEADINGS = 60;
const MAX_LENGTH = 300;
const LINK = new Set(['A']);

/**
 * The headline is the visible text on which the page's own claims agree (title tag, og:title, JSON-LD);
 * where none does, a lone `h1` of the story; else the best claim without its site name.
 */
export function findHeadline(page: Page, claims: Declared[], sites: string[]): Headline {
  const runs = unique(claims.map(({ value }) => value)).map(titleRuns);
  const siteKeys = new Set(sites.map(squash));
  const candidates = [...headings(page), ...plainLines(page.lines, runs)].filter(
    (candidate) => !siteKeys.has(candidate.key),
  );
  for (const candidate of candidates) weigh(candidate, runs, candidates);
  const best = candidates.toSorted((a, b) => b.score - a.score)[0];
  const cut = claims.map((claim) => ({ ...claim, value: cutSiteName(claim.value, sites) }));
  const variants = unique([...claims, ...cut].map(({ value }) => value));
  if (best && best.agreement >= 0.5) return found(withoutCounter(best, runs), variants);
  const [lone, ...others] = candidates.filter((one) => one.level === 1 && isPossible(one));
  if (lone && !others.length) return found(lone, variants);
  const claim = cut.find((one) => one.where !== 'title tag') ?? cut[0];
  if (claim) return { title: claim.value, where: claim.where, element: null, variants };
  const first = candidates.find(isPossible);
  return first ? found(first, []) : firstTitleLikeLine(page.lines);
}

function found({ text, element, level }: Candidate, variants: string[]): Headline {
  return { title: text, where: level ? `h${level}` : 'line', element, variants: unique([text, ...variants]) };
}

/** A headline element may also hold a number of comments or an edit link: the claimed title says where the headline ends. */
function withoutCounter(candidate: Candidate, claims: TitleRun[][]): Candidate {
  const run = claims
    .flat()
    .find(
      (one) =>
        one.main &&
        candidate.key.startsWith(one.key) &&
        /^(?:[(（]?\d+[)）]?|\[\p{L}{2,6}\])$/u.test(candidate.key.slice(one.key.length)),
    );
  return run ? Object.assign(candidate, { text: run.text }) : candidate;
}

function headings(page: Page): Candidate[] {
  return page.headings.slice(0, MAX_HEADINGS).flatMap((element) => {
    const text = visibleText(element);
    const key = squash(text);
    if (!key || text.length > MAX_LENGTH) return [];
    return [{ text, key, element, level: Number(/^H(\d)$/i.exec(element.nodeName)?.[1] ?? 0), score: 0, agreement: 0 }];
  });
}

/** Lines that are no headings but read like a good part of a claimed title. */
function plainLines(lines: Line[], runs: TitleRun[][]): Candidate[] {
  const keys = new Set(
    runs
      .flat()
      .filter((run) => run.main || run.share > 0.3)
      .map((run) => run.key),
  );
  const wholes = runs.flatMap((own) => own.filter((run) => run.share === 1).map((run) => run.key));
  const initials = new Set([...keys, ...wholes].map((key) => key.charAt(0)));
  const longest = Math.min(MAX_LENGTH, 2 * Math.max(0, ...[...keys].map((key) => key.length)) + 20);
  return lines.flatMap((line) => {
    if (line.text.length > longest || line.text.length < 4 || !initials.has(squash(line.text.slice(0, 2)).charAt(0)))
      return [];
    const key = squash(line.text);
    const begins =
      countUnits(line.text) >= 8 && wholes.some((whole) => whole.startsWith(key) && key.length * 2 >= whole.length);
    if (!keys.has(key) && !begins) return [];
    return [{ text: line.text, key, element: line.block, level: 0, score: 0, agreement: 0 }];
  });
}

function weigh(candidate: Candidate, claims: TitleRun[][], all: Candidate[]): void {
  const agreements = claims.map((runs) => agree(candidate.key, runs, candidate.level));
  candidate.agreement = Math.max(0, ...agreements);
  const mean = agreements.reduce((sum, one) => sum + one, 0) / (agreements.length || 1);
  const { element, level } = candidate;
  const marks = `${element.className} ${element.id} ${element.getAttribute('itemprop') ?? ''}`;
  candidate.score =
    3 * mean +
    ([0, 0.6, 0.35, 0.2][level] ?? 0) +
    (/title|headline|heading|biaoti/i.test(marks) ? 0.2 : 0) -
    (isAside(element) ? 1 : 0) -
    (isWithin(element, LINK) ? 0.3 : 0) -
    (all.some((other) => other !== candidate && other.level === level && other.key === candidate.key) ? 0.1 : 0);
}

/** How well a visible text fits a claimed title, 0–1. */
function agree(key: string, runs: TitleRun[], level: number): number {
  let best = 0;
  for (const run of runs) {
    if (run.key === key) best = Math.max(best, run.main ? 1 : 0.3 + 0.3 * run.share);
    else if (run.main && run.key.includes(key)) best = Math.max(best, (0.95 * key.length) / run.key.length);
    else if (run.main && key.startsWith(run.key) && key.length - run.key.length <= 8) best = Math.max(best, 0.85);
    else if (run.main && key.includes(run.key)) best = Math.max(best, (0.95 * run.key.length) / key.length);
  }
  if (best >= 0.5 || level !== 1) return best;
  // Shortened or reworded titles: only those of like length can be alike.
  const alike = runs.filter((run) => run.main && run.key.length < 3 * key.length && key.length < 3 * run.key.length);
  return Math.max(best, ...alike.map((run) => 0.9 * likeness(key, run.key)));
}

/** Dice coefficient of character pairs. */
function likeness(a: string, b: string): number {
  const pairs = new Map<string, number>();
  for (let index = 0; index < a.length - 1; index++) {
    const pair = a.slice(index, index + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  let common = 0;
  for (let index = 0; index < b.length - 1; index++) {
    const pair = b.slice(index, index + 2);
    const left = pairs.get(pair) ?? 0;
    if (left > 0) common++;
    pairs.set(pair, left - 1);
  }
  return (2 * common) / Math.max(1, a.length + b.length - 2);
}

/** What could be a headline: not the logo, not in a menu, long enough to say something. */
function isPossible({ element, text }: Candidate): boolean {
  return countUnits(text) >= 3 && !isAside(element) && !isLogo(element);
}

/** The last resort: the line above the first dated line, else the first line of some length. */
function firstTitleLikeLine(lines: Line[]): Headline {
  const isPossibleLine = ({ text }: Line) => text.length <= 100 && countUnits(text) >= 6;
  const dated = lines.findIndex(({ text }) => text.length < 80 && findDates(text, { dayFirst: true }).length > 0);
  const line = [...lines.slice(Math.max(0, dated - 1), Math.max(0, dated)), ...lines].find(isPossibleLine);
  return line
    ? { title: line.text, where: 'line', element: line.block, variants: [line.text] }
    : { title: '', where: '', element: null, variants: [] };
}

function isLogo(element: Element): boolean {
  const link = element.closest('a[href]') ?? element.querySelector('a[href]');
  return /^(?:https?:\/\/[^/]+)?\/?(?:index\.\w+)?$/i.test(link?.getAttribute('href')?.trim() ?? 'none');
}

function unique(texts: string[]): string[] {
  return [...new Set(texts.filter(Boolean))];
}
