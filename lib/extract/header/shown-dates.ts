import { type DateContext, type FoundDate, isSane } from './found-date.ts';
import { type NearLine, PROSE } from './near-lines.ts';
import { type WrittenDate, findDates } from './parse-date.ts';
import { type Line, type Page, isAside, isWithin } from './read-page.ts';

const PUBLISHED_LABEL =
  /发布|發布|发表|發表|刊发|刊登|刊出|时间|時間|日期|上传|公開|配信|掲載|入力|입력|등록|publi[séc]|pubbli|posted|first\s|created|veröffentlicht|erstellt/i;
const UPDATED_LABEL =
  /更新|修改|最后编辑|最終|수정|updated|modified|last\s+(?:edit|change)|aktualisiert|mis à jour|actualizado|aggiornato/i;
const FOREIGN_LABEL = /下一篇|上一篇|截至|截止|有效期|活动时间|©|copyright|版权|events?\b|on\s+air/i;
const ITEM = new Set(['LI']);
const TIME_MARK = /time|date|publish|posted|meta|info|byline|riqi|shijian/i;

/** The dates in the lines around the headline, likeliest first; `expected` are days that tags or the address name. */
export function shownDates(
  near: NearLine[],
  expected: readonly string[],
  context: DateContext,
): { published: FoundDate[]; updated: FoundDate[] } {
  const published: FoundDate[] = [];
  const updated: FoundDate[] = [];
  for (const { line, distance, units } of near) {
    if (line.text.length > 400) continue;
    for (const date of findDates(line.text, context)) {
      if (!isSane(date.day, context)) continue;
      const before = line.text.slice(Math.max(0, date.start - 18), date.start);
      const score = weigh(line, date, distance, units, before) + (expected.includes(date.day) ? 2 : 0);
      const isUpdate =
        UPDATED_LABEL.test(before) && !PUBLISHED_LABEL.test(before.replace(/更新(?:时间|時間|日期)|最終更新日時/u, ''));
      if (score > 0) (isUpdate ? updated : published).push({ date, where: 'line near headline', score });
    }
  }
  if (!published.length && updated.length) published.push(...updated.splice(0));
  for (const found of [published, updated]) found.sort((a, b) => b.score - a.score);
  return { published, updated };
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
export function dateAfterStory(page: Page, near: NearLine[], context: DateContext): FoundDate | null {
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
