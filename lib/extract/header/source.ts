import { countUnits, hasCjk } from '../../cjk.ts';
import { valueAfter } from './credits.ts';
import type { Line } from './lines.ts';
import type { Declared, MetaTags } from './meta-tags.ts';
import { declared } from './meta-tags.ts';
import type { NearLine } from './near-lines.ts';

const LABEL =
  /(?<!图片|圖片|数据|资料|資料|照片|视频|音频|图|素材|灵感|收入|资金|人员|主要|传染|病毒|生活|食物|经济)(?:文章|信息|稿件|新闻|本文|内容|转载|原文|文字)?(?:来源|來源|稿源|出处|出處|转载自|转自|来自|출처|Source(?=\s*[:：]))(?:于|網站|网站|媒体)?\s*(?:[:：]|$)\s*|^(?:来自|來自)\s+/iu;
const MAX_UNITS = 16;

/** 来源 as the page prints it near the headline or after the story; null when it prints none. */
export function findSource(lines: readonly Line[], near: readonly NearLine[], tags: MetaTags): Declared | null {
  for (const { line, distance } of near) {
    if (distance < -6 || line.text.length > 300) continue;
    const value = labelled(lines, line);
    if (value) return { value, where: 'line near headline' };
  }
  const named = declared(tags, ['source', 'article:source', 'contentsource', 'mediaid', 'article:media']).find(
    ({ value }) => isName(value) && !/^https?:/i.test(value),
  );
  if (named) return named;
  for (const line of lines.slice(near[0]?.line.index ?? 0).filter((one) => one.text.length <= 120)) {
    if (line.block.closest('nav, footer, aside')) continue;
    const value = labelled(lines, line);
    if (value) return { value, where: 'line after the story' };
  }
  return null;
}

function labelled(lines: readonly Line[], line: Line): string | null {
  for (const part of line.parts) {
    const match = LABEL.exec(part.text);
    if (!match) continue;
    const value = valueAfter(lines, line, part.start + match.index + match[0].length).replace(/^(?:来自|转自)/u, '');
    if (isName(value)) return value;
  }
  return null;
}

function isName(value: string): boolean {
  const units = countUnits(value);
  return (
    units > 0 &&
    units <= MAX_UNITS &&
    !/[。！？!?]|https?:\/\//u.test(value) &&
    (hasCjk(value) || /\p{L}{2}/u.test(value))
  );
}
