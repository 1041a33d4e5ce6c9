import { countUnits, hasCjk } from '../../cjk.ts';
import { upToNextCredit, valueAfter } from './credits.ts';
import { type Declared, type MetaTags, declared } from './meta-tags.ts';
import type { NearLine } from './near-lines.ts';
import { findDates } from './parse-date.ts';
import { type Line, type Page, isAside } from './read-page.ts';

const LABEL =
  /(?<!图|[图圖]片|数据|[资資]料|照片|[视音]频|素材|收入|资金|人员|主要|传染|病毒|经济)(?:文章|信息|稿件|新闻|本文|内容|转载|原文|文字)?(?:来源|來源|稿源|出处|出處|转载自|转自|来自|출처|[Ss]ource(?=\s*[:：]))(?:于|網站|网站|媒体)?\s*(?:[:：]|$)\s*|^(?:来自|來自)\s+/u;
const ACTION = /[打评評]|分享|收藏|字|我要|[查返]|首页|关注|更多|微信|^[上下]一|[>›»]/u;
/** How names of Chinese and Japanese media end. */
const MEDIA = /(?:[网網报報社台臺]|新闻|新聞|客户端|周刊|杂志|频道|资讯|在线|传媒|通讯|电视|广播|融媒体|发布|专栏)$/u;
const MAX_UNITS = 16;

/** 来源 as the page prints it near the headline or after the story; null when it prints none. */
export function findSource(page: Page, near: readonly NearLine[], tags: MetaTags): Declared | null {
  const close = near.filter(({ line, distance }) => distance >= -6 && line.text.length <= 300);
  for (const { line } of close) {
    const value = labelled(page.lines, line);
    if (value) return { value, where: 'line near headline' };
  }
  return (
    markedSource(page, close) ??
    besideDate(close) ??
    declared(tags, ['source', 'article:source', 'contentsource']).find(({ value }) => isName(value)) ??
    afterStory(page.lines, near)
  );
}

/** Whether a byline is the name of a medium, not of a person. */
export function isMedium(name: string): boolean {
  return MEDIA.test(name) && countUnits(name) >= 3;
}

function afterStory(lines: readonly Line[], near: readonly NearLine[]): Declared | null {
  for (const line of lines.slice(near[0]?.line.index ?? 0)) {
    const value = line.text.length <= 120 ? labelled(lines, line) : null;
    if (value && !isAside(line.block)) return { value, where: 'line after the story' };
  }
  return null;
}

function labelled(lines: readonly Line[], line: Line): string | null {
  for (const part of line.parts) {
    const match = LABEL.exec(part.text);
    if (!match) continue;
    const value = valueAfter(lines, line, part.start + match.index + match[0].length);
    if (isName(value)) return value;
  }
  return null;
}

/** An element near the headline that calls itself source. */
function markedSource(page: Page, near: readonly NearLine[]): Declared | null {
  for (const { line, distance } of near) {
    if (distance < -3 || distance > 10) continue;
    const part = line.parts.find((one) => page.sources.some((element) => element.contains(one.element)));
    const value = part && upToNextCredit(part.text).trim();
    if (value && hasCjk(line.text) && isName(value) && !ACTION.test(value)) return { value, where: 'source element' };
  }
  return null;
}

/** A link or a name of a medium that stands beside the date: `2009年11月09日11:30 某某新闻`. */
function besideDate(near: readonly NearLine[]): Declared | null {
  for (const { line, distance, units } of near) {
    if (distance < 1 || distance > 8 || units > 40 || !hasCjk(line.text)) continue;
    const date = findDates(line.text, { dayFirst: true })[0];
    if (!date) continue;
    const beside = [
      ...line.parts
        .filter((part) => part.start >= date.end - 1)
        .slice(0, 1)
        .map((part) => ({ text: part.text, sure: part.link !== null })),
      { text: line.text.slice(date.end).trim().split(' ')[0] ?? '', sure: false },
      { text: line.text.slice(0, date.start).trim().split(' ').at(-1) ?? '', sure: false },
    ];
    const hit = beside.find(
      ({ text, sure }) =>
        isName(text) && !ACTION.test(text) && (isMedium(text) || (sure && hasCjk(text) && countUnits(text) >= 3)),
    );
    if (hit) return { value: hit.text, where: 'beside the date' };
  }
  return null;
}

function isName(value: string): boolean {
  if (/^(?:原创|转载|轉載|未知|不详)$/u.test(value)) return false;
  const units = countUnits(value);
  return units > 0 && units <= MAX_UNITS && !/[。！？!?]|https?:/u.test(value) && /\p{sc=Han}|\p{L}{2}/u.test(value);
}
