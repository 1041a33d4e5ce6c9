import { type Line, type Page, isAside, isWithin } from './read-page.ts';
import { type Declared, type MetaTags, declared } from './meta-tags.ts';
import { type NearLine, PROSE } from './near-lines.ts';
import { type WrittenDate, findDates, isoOf, readDate } from './parse-date.ts';

export type Times = { published: Declared | null; updated: Declared | null };

type Found = { date: WrittenDate; where: string; score: number };
type Context = { dayFirst: boolean; now: Date };

/** Names that mean the time of publication and nothing else. */
const PUBLISHED_META = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'article.published',
  'publishdate',
  'publish_date',
  'publish-date',
  'pubdate',
  'publish_time',
  'publishtime',
  'og:published_time',
  'og:release_date',
  'published_time',
  'published-date',
  'publication_date',
  'parsely-pub-date',
  'sailthru.date',
  'article_date_original',
  'originalpublicationdate',
  'citation_publication_date',
  'citation_online_date',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date.created',
  'cxenseparse:recs:publishtime',
  'weibo: article:create_at',
  'weibo:article:create_at',
  'bt:pubdate',
  'rnews:datepublished',
  'analyticsattributes.articledate',
  'displaydate',
  'date_published',
  'apub:time',
  'datecreated',
  'release_date',
];
/** Names that some sites fill with the time of the request or of the last change. */
const VAGUE_META = [
  'date',
  'dc.date',
  'dcterms.date',
  'dc.date.publication',
  'created',
  'article:date',
  'og:pubdate',
  'pub_date',
  'eomportal-firstpublished',
];
const UPDATED_META = [
  'article:modified_time',
  'og:article:modified_time',
  'datemodified',
  'og:updated_time',
  'article:updated_time',
  'dcterms.modified',
  'dc.date.modified',
  'last-modified',
  'lastmod',
  'revised',
  'article:updated',
  'weibo: article:update_at',
  'weibo:article:update_at',
];
const PUBLISHED_LABEL =
  /发布|發布|发表|發表|刊发|刊登|刊出|时间|時間|日期|上传|公開|配信|掲載|入力|입력|등록|publish|posted|first\s|created|veröffentlicht|erstellt|publié|publicado|pubblicato/i;
const UPDATED_LABEL =
  /更新|修改|最后编辑|最終|수정|updated|modified|last\s+(?:edit|change)|aktualisiert|mis à jour|actualizado|aggiornato/i;
const FOREIGN_LABEL = /下一篇|上一篇|截至|截止|有效期|活动时间|©|copyright|版权|events?\b|on\s+air/i;
const ITEM = new Set(['LI']);
const TIME_MARK = /time|date|publish|posted|meta|info|byline|riqi|shijian/i;

/** The publish and update times: what the page shows near its headline, checked against what it declares. */
export function findTimes(
  page: Page,
  near: NearLine[],
  tags: MetaTags,
  linked: { published: string; modified: string },
  url: string,
  context: Context,
): Times {
  const firm = usable(
    [
      { value: linked.published, where: 'json-ld' },
      ...declared(tags, PUBLISHED_META),
      ...marked(page, 'datePublished'),
      ...pubdates(page),
    ],
    context,
  );
  const vague = usable(declared(tags, VAGUE_META), context);
  const modified = usable(
    [{ value: linked.modified, where: 'json-ld' }, ...declared(tags, UPDATED_META), ...marked(page, 'dateModified')],
    context,
  );
  const addressDay = dayInAddress(url, context);
  const shown = visibleDates(
    near,
    [...firm, ...vague].map((one) => one.date.day),
    addressDay,
    context,
  );
  const best = shown.published[0];
  const told = firm[0] ?? vague[0];
  const published =
    choose(best, firm[0], told, addressDay) ??
    afterStory(page, near, context) ??
    timeElement(page, context) ??
    address(addressDay);
  const updated = shown.updated[0] ?? modified[0];
  const first = published && settle(published, [...firm, ...vague]);
  const last = updated && settle(updated, modified);
  return { published: first, updated: first && last && isLater(last.value, first.value) ? last : null };
}

/** Later by a minute at least: a copy of the publish time with seconds is no update. */
function isLater(updated: string, published: string): boolean {
  const zoned = [updated, published].every((value) => /(?:Z|[+-]\d\d:\d\d)$/.test(value));
  const instants = zoned
    ? [updated, published]
    : [updated.slice(0, 19), published.slice(0, 19)].map((value) => `${value}${value.length > 10 ? 'Z' : ''}`);
  const [after = 0, before = 0] = instants.map((value) => Date.parse(value));
  const sameDayOnly = !zoned && Math.min(updated.length, published.length) === 10;
  return sameDayOnly ? updated.slice(0, 10) > published.slice(0, 10) : after - before >= 60_000;
}

function choose(
  shown: Found | undefined,
  firm: Found | undefined,
  told: Found | undefined,
  addressDay: string | null,
): Found | null {
  if (!shown || !told) return shown ?? told ?? null;
  const apart = daysApart(shown.date.day, told.date.day);
  if (apart === 0 || (apart === 1 && shown.score >= 3)) return shown;
  if (apart === 1) return told;
  if (addressDay && daysApart(addressDay, told.date.day) <= 1) return told;
  if (addressDay && daysApart(addressDay, shown.date.day) <= 1) return shown;
  return firm ? told : shown;
}

/** Adds what the declared twin of a shown date knows: the time, or the zone when both name the same instant. */
function settle({ date, where }: Found, twins: Found[]): Declared {
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

function visibleDates(
  near: NearLine[],
  told: string[],
  addressDay: string | null,
  context: Context,
): { published: Found[]; updated: Found[] } {
  const published: Found[] = [];
  const updated: Found[] = [];
  for (const { line, distance, units } of near) {
    if (line.text.length > 400) continue;
    for (const date of findDates(line.text, context)) {
      if (!isSane(date.day, context)) continue;
      const before = line.text.slice(Math.max(0, date.start - 18), date.start);
      const score =
        weigh(line, date, distance, units, before) +
        (told.includes(date.day) ? 2 : 0) +
        (date.day === addressDay ? 2 : 0);
      const isUpdate =
        UPDATED_LABEL.test(before) && !PUBLISHED_LABEL.test(before.replace(/更新(?:时间|時間|日期)|最終更新日時/u, ''));
      if (score > 0) (isUpdate ? updated : published).push({ date, where: 'line near headline', score });
    }
  }
  if (!published.length && updated.length) published.push(...updated.splice(0));
  return {
    published: published.toSorted((a, b) => b.score - a.score),
    updated: updated.toSorted((a, b) => b.score - a.score),
  };
}

function weigh(line: Line, date: WrittenDate, distance: number, units: number, before: string): number {
  const rest = units - 6;
  const part = line.parts.findLast((one) => one.start <= date.start);
  const element = part?.element ?? line.block;
  const marks = `${element.nodeName === 'TIME' ? 'time' : ''} ${element.className} ${element.id} ${line.block.className}`;
  return (
    2 -
    Math.abs(distance) / (distance > 0 ? 15 : 5) -
    (distance < 0 ? 0.6 : 0) -
    (rest > PROSE ? 3 : rest > 25 ? 1 : 0) +
    (PUBLISHED_LABEL.test(before) ? 1 : 0) -
    (FOREIGN_LABEL.test(before) ? 2 : 0) +
    (TIME_MARK.test(marks) ? 0.5 : 0) +
    (date.time ? 0.5 : 0) -
    (/星期|周[一二三四五六日]/u.test(line.text) && !date.time ? 1 : 0) -
    (part?.link ? 1.5 : 0) -
    (isAside(element) || isWithin(element, ITEM) ? 0.7 : 0)
  );
}

/** A labelled date in a short line after the story: some pages print their credits there. */
function afterStory(page: Page, near: NearLine[], context: Context): Found | null {
  for (const line of page.lines.slice(near[0]?.line.index ?? 0)) {
    if (line.text.length > 120 || !PUBLISHED_LABEL.test(line.text)) continue;
    const date = findDates(line.text, context).find(({ start }) =>
      PUBLISHED_LABEL.test(line.text.slice(Math.max(0, start - 12), start)),
    );
    if (date && isSane(date.day, context) && !isAside(line.block))
      return { date, where: 'line after the story', score: 0 };
  }
  return null;
}

function marked(page: Page, property: string): Declared[] {
  const elements = page.dates.filter((element) => (element.getAttribute('itemprop') ?? '').includes(property));
  return elements.slice(0, 5).map((element) => ({ value: valueOf(element), where: `itemprop ${property}` }));
}

function pubdates(page: Page): Declared[] {
  const elements = page.dates.filter((element) => element.hasAttribute('pubdate'));
  return elements.slice(0, 2).map((element) => ({ value: valueOf(element), where: 'time' }));
}

/** The first `<time>` of the story, for pages that show no written date near the headline ("3 hours ago"). */
function timeElement(page: Page, context: Context): Found | null {
  const elements = page.dates.filter((element) => !isAside(element));
  return (
    usable(
      elements.slice(0, 3).map((element) => ({ value: valueOf(element), where: 'time' })),
      context,
    )[0] ?? null
  );
}

function valueOf(element: Element): string {
  const named = element.getAttribute('datetime') ?? element.getAttribute('content') ?? element.getAttribute('title');
  return named ?? element.textContent ?? '';
}

function usable(values: Declared[], context: Context): Found[] {
  return values.flatMap(({ value, where }) => {
    const date = value.length < 120 ? readDate(value, context) : null;
    return date && isSane(date.day, context) ? [{ date, where, score: 0 }] : [];
  });
}

/** Not before the web, not after tomorrow (somewhere it is already tomorrow). */
function isSane(day: string, { now }: Context): boolean {
  const tomorrow = new Date(now.getTime() + 86_400_000).toISOString().slice(0, 10);
  return day >= '1990' && day <= tomorrow;
}

function dayInAddress(url: string, context: Context): string | null {
  const match =
    /(?<!\d)((?:19|20)\d{2})[-/_.]?(0[1-9]|1[0-2])[-/_.]?([0-2]\d|3[01])(?!\d)/.exec(url) ??
    /(?<!\d)((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?!\d)/.exec(url);
  const date = match && readDate(`${match[1]}-${match[2]}-${match[3]}`, context);
  return date && isSane(date.day, context) ? date.day : null;
}

function address(day: string | null): Found | null {
  return day ? { date: { day, time: '', zone: '', start: 0, end: 0 }, where: 'address', score: 0 } : null;
}

function daysApart(a: string, b: string): number {
  return Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;
}
