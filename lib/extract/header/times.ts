import { declaredDates } from './declared-dates.ts';
import { type DateContext, type FoundDate, daysApart, isSane } from './found-date.ts';
import type { LinkedArticle } from './json-ld.ts';
import type { Declared, MetaTags } from './meta-tags.ts';
import type { NearLine } from './near-lines.ts';
import { isoOf, readDate } from './parse-date.ts';
import type { Page } from './read-page.ts';
import { dateAfterStory, shownDates } from './shown-dates.ts';

type Times = { published: Declared | null; updated: Declared | null };

type Sources = { tags: MetaTags; linked: LinkedArticle; url: string };

/** A shown date of this score stands in a line of its own and is labelled, timed or marked as a date. */
const SURE = 2.5;

/** The publish and update times: what the page shows near its headline, checked against what it declares. */
export function findTimes(page: Page, near: NearLine[], { tags, linked, url }: Sources, context: DateContext): Times {
  const { firm, vague, modified, elements } = declaredDates(page, tags, linked, context);
  const addressDay = dayInAddress(url, context);
  const told = [...firm, ...vague];
  const expected = told.map(({ date }) => date.day);
  const shown = shownDates(near, addressDay ? [...expected, addressDay] : expected, context);
  const published =
    choose(shown.published[0], told[0], { isFirm: firm.length > 0, addressDay, now: context.now }) ??
    dateAfterStory(page, near, context) ??
    elements[0] ??
    (addressDay && inAddress(addressDay));
  const updated = shown.updated[0] ?? modified[0];
  const first = published ? settle(published, told) : null;
  const last = updated ? settle(updated, modified) : null;
  return { published: first, updated: first && last && isLater(last.value, first.value) ? last : null };
}

type Evidence = { isFirm: boolean; addressDay: string | null; now: Date };

/** Between a shown and a declared date that disagree, the address decides, then which of the two is the surer kind. */
function choose(
  shown: FoundDate | undefined,
  told: FoundDate | undefined,
  { isFirm, addressDay, now }: Evidence,
): FoundDate | null {
  if (!shown || !told) return shown ?? told ?? null;
  const apart = daysApart(shown.date.day, told.date.day);
  // One day apart is mostly the same instant in two zones: the page's own day holds, if it is one.
  if (apart <= 1) return apart === 0 || shown.score >= SURE ? shown : told;
  if (addressDay && daysApart(addressDay, told.date.day) <= 1) return told;
  if (addressDay && daysApart(addressDay, shown.date.day) <= 1) return shown;
  const isOfRequest = daysApart(told.date.day, now.toISOString().slice(0, 10)) <= 1;
  return isFirm && !(isOfRequest && shown.score >= SURE) ? told : shown;
}

/** Adds what the declared twin of a shown date knows: the time, or the zone when both name the same instant. */
function settle({ date, where }: FoundDate, twins: FoundDate[]): Declared {
  const same = twins.find((twin) => twin.date.day === date.day && twin.date.time);
  if (!date.time && same) return { value: isoOf({ ...same.date, day: date.day }), where };
  const instant = twins.find((twin) => twin.date.zone && twin.date.time);
  if (date.time && !date.zone && instant) {
    const minutes = (Date.parse(`${date.day}T${date.time}Z`) - Date.parse(isoOf(instant.date))) / 60_000;
    const offset = Math.round(minutes / 15) * 15;
    if (Math.abs(offset) <= 14 * 60 && Math.abs(minutes - offset) <= 1)
      return { value: `${isoOf(date)}${zoneText(offset)}`, where };
  }
  return { value: isoOf(date), where };
}

function zoneText(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${String(Math.floor(size / 60)).padStart(2, '0')}:${String(size % 60).padStart(2, '0')}`;
}

/** Later by a minute at least: a copy of the publish time with seconds is no update. */
function isLater(updated: string, published: string): boolean {
  const zoned = [updated, published].every((value) => /(?:Z|[+-]\d\d:\d\d)$/.test(value));
  if (zoned) return Date.parse(updated) - Date.parse(published) >= 60_000;
  const known = Math.min(updated.length, published.length, 'YYYY-MM-DDTHH:MM'.length);
  return updated.slice(0, known) > published.slice(0, known);
}

function dayInAddress(url: string, context: DateContext): string | null {
  const match = /(?<!\d)((?:19|20)\d{2})(?:[-/_.]?(0[1-9]|1[0-2])[-/_.]?|[/-](\d)[/-])([0-2]?\d|3[01])(?!\d)/.exec(url);
  const date = match && readDate(`${match[1]}-${match[2] ?? match[3]}-${match[4]}`, context);
  return date && isSane(date.day, context) ? date.day : null;
}

function inAddress(day: string): FoundDate {
  return { date: { day, time: '', zone: '', start: 0, end: 0 }, where: 'address', score: 0 };
}
