import { countUnits, hasCjk, squash } from '../../cjk.ts';

/** What commonly stands between a headline and the names of section and site in a title tag. */
const SEPARATOR =
  /\s*[_|｜¦»]+\s*|\s+[-–—−－:·•‹›«/<>]+\s+|\s*(?:--+|——+|::+)\s*|(?<=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{P}])[-–—－](?=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}A-Z])|[-–—－](?=[\p{L}\d. ]{2,20}$)|\s*[：:](?=[^：:]{2,24}$)/gu;
/** A last or first segment that names a site or section in so many words. */
const SITE_WORD =
  /(?:[网網報报]|网站|频道|頻道|新闻|新聞|资讯|在线|線上|首页|社区|论坛|客户端|门户|杂志|周刊|电视台|通讯社|ニュース|オンライン|뉴스|일보|\.(?:com|cn|net|org)|news|online|magazine|times|post|daily|tribune)$/iu;
/** Names of sections, which say nothing about the site. */
const SECTION =
  /^(?:\p{sc=Han}{0,4}(?:频道|頻道|新闻|新聞|资讯|首页|要闻|焦点|焦點|时政|滚动|正文|论坛|社区)|\p{sc=Han}{1,2}|page \d+|news|blog|home)$/iu;
const MAX_SEGMENTS = 8;

export type TitleRun = {
  text: string;
  key: string;
  /** Share of the whole title, 0–1. */ share: number;
  main: boolean;
};

/**
 * Every contiguous run of a title's segments: `A_B_C` gives A, B, C, A_B, B_C and A_B_C.
 * `main` runs hold the longest or the first segment, where the headline mostly is.
 */
export function titleRuns(title: string): TitleRun[] {
  const segments = split(title);
  const longest = Math.max(...segments.map((segment) => segment.key.length));
  const whole = squash(title).length || 1;
  const runs: TitleRun[] = [];
  for (const [from, first] of segments.entries()) {
    for (const last of segments.slice(from)) {
      const text = title.slice(first.start, last.end).trim();
      const key = squash(text);
      const main = segments.some(
        (segment) =>
          segment.start >= first.start &&
          segment.end <= last.end &&
          (segment.start === segments[0]?.start || segment.key.length === longest),
      );
      if (key) runs.push({ text, key, share: key.length / whole, main });
    }
  }
  return runs;
}

/** A title tag without the names of site and section around it; `sites` are names that the page gives itself. */
export function cutSiteName(title: string, sites: readonly string[]): string {
  const names = new Set(sites.map(squash).filter(Boolean));
  const segments = split(title);
  const isSite = (text: string, key: string) =>
    names.has(key) ||
    [...names].some((name) => name.length > 3 && (key.startsWith(name) || key.endsWith(name))) ||
    (SITE_WORD.test(text) && countUnits(text) <= 10);
  const longest = () => Math.max(...segments.map((segment) => segment.key.length));
  while (segments.length > 1) {
    const last = segments.at(-1);
    if (!last) break;
    const weak = /[_|｜]/u.test(last.before) || /--|——|::/u.test(last.before);
    const small =
      last.key.length < longest() && (countUnits(last.text) <= (weak ? 12 : 5) || isSite(last.text, last.key));
    if (!small && !names.has(last.key)) break;
    segments.pop();
  }
  while (segments.length > 1) {
    const first = segments[0];
    if (!first || !isSite(first.text, first.key) || first.key.length >= longest()) break;
    segments.shift();
  }
  return title.slice(segments[0]?.start ?? 0, segments.at(-1)?.end ?? title.length).trim();
}

/** The name of the site, from what the title tag holds beside the headline; empty when only sections are named. */
export function siteNameIn(title: string, headline: string): string {
  const segments = split(title);
  const key = squash(headline);
  const rest = segments.filter((segment) => !key.includes(segment.key) && !segment.key.includes(key));
  if (rest.length === segments.length) return '';
  const names = rest.map(({ text }) => text.trim()).filter((text) => countUnits(text) <= 12 && !SECTION.test(text));
  const sites = names.filter((name) => SITE_WORD.test(name));
  return sites.findLast(hasCjk) ?? sites.at(-1) ?? (rest.at(-1) === segments.at(-1) ? names.at(-1) : names[0]) ?? '';
}

type Segment = { text: string; key: string; start: number; end: number; before: string };

function split(title: string): Segment[] {
  const segments: Segment[] = [];
  let start = 0;
  let before = '';
  const push = (end: number) => {
    const text = title.slice(start, end);
    if (squash(text)) segments.push({ text, key: squash(text), start, end, before });
  };
  for (const match of title.matchAll(SEPARATOR)) {
    if (segments.length >= MAX_SEGMENTS) break;
    push(match.index);
    start = match.index + match[0].length;
    before = match[0];
  }
  push(title.length);
  return segments.length ? segments : [{ text: title, key: squash(title), start: 0, end: title.length, before: '' }];
}
