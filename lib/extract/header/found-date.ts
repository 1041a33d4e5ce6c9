import type { WrittenDate } from './parse-date.ts';

/** A date with the place where it was read; a higher score is likelier. */
export type FoundDate = { date: WrittenDate; where: string; score: number };

export type DateContext = {
  /** Whether 8/9/2022 is the 8th of September. */
  dayFirst: boolean;
  now: Date;
};

/** Not before the web, not after tomorrow (somewhere it is already tomorrow). */
export function isSane(day: string, { now }: DateContext): boolean {
  const tomorrow = new Date(now.getTime() + 86_400_000).toISOString().slice(0, 10);
  return day >= '1990' && day <= tomorrow;
}

export function daysApart(a: string, b: string): number {
  return Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;
}
