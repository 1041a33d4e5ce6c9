import type { Line } from './read-page.ts';

const GLUE = /^\s*[-–—－·•、/《》&]\s*|[-–—－·•、/《&]\s*$/u;
/** What starts the next credit on the same line. */
const NEXT =
  /\s*[（([【<>|｜│丨•]|\s{2,}|(?:\s|^|(?<=\S))(?:(?:责任|責任|本文|本网|值班|文字)?(?:编辑|編輯|[责主]编|責編)|(?:本报|本刊|特约|见习|实习)?(?:记者|記者)|通讯员|作者|撰文|摄影|攝影|校对|审核|监制|来源|來源|稿源|发布|發布|时间|時間|日期|更新|关键词|關鍵字|标签|字号|字體|字体|浏览|点击|阅读|閱讀|评论|評論|分享|打印|收藏|订阅|我要|原标题|参与|查看|(?:责|文|图)[/：:])\s*[：:]?/u;
const DATE = /(?:19|20)\d{2}\s*[-/.年]\s*\d{1,2}|\d{1,2}月\d{1,2}日|\d{1,2}:\d{2}/u;

/**
 * The value that follows a label: the rest of its run of text, or the next run when the label stands
 * alone in its own element or line. Stops where another credit, a date or a gap begins.
 */
export function valueAfter(lines: readonly Line[], line: Line, end: number): string {
  const at = line.parts.findLastIndex((part) => part.start < end);
  const own = line.text.slice(end, partEnd(line, at)).replace(/^[\s：:]+/u, '');
  if (own) return tidy(extend(line, at, own));
  const next = line.parts[at + 1];
  if (next) return tidy(extend(line, at + 1, next.text.replace(/^[\s：:]+/u, '')));
  const below = lines[line.index + 1];
  return below && below.text.length <= 40 ? tidy(below.text) : '';
}

function partEnd(line: Line, at: number): number {
  const part = line.parts[at];
  return part ? part.start + part.text.length : line.text.length;
}

/** Joins the following runs while a hyphen or the like holds them together: `人民网-` `《人民日报》`. */
function extend(line: Line, at: number, value: string): string {
  let whole = value;
  for (const part of line.parts.slice(at + 1)) {
    if (!GLUE.test(part.text) && !/[-–—－·•、/《&]\s*$/u.test(whole)) break;
    whole += part.text;
  }
  return whole;
}

/** Cuts where a date or another credit begins. */
export function upToNextCredit(value: string): string {
  const date = DATE.exec(value);
  const upToDate = date ? value.slice(0, date.index) : value;
  const next = NEXT.exec(upToDate);
  return next && next.index > 0 ? upToDate.slice(0, next.index) : upToDate;
}

function tidy(value: string): string {
  return upToNextCredit(value)
    .replace(/^[\s：:《“"]+(?=.*$)/u, (lead) => lead.replace(/[\s：:]/gu, ''))
    .replace(/[\s,，;；。、:：)）\]】|｜-]+$/u, '')
    .trim();
}
