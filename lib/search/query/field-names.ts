import { fold } from '../fold';

/** What is written before the colon, by what it means. Traditional characters are folded to these. */
const NAMES = {
  site: 'site domain host 网站 站点 域名 网址',
  source: 'source publisher 来源 媒体 出处',
  tag: 'tag tags label 标签',
  keyword: 'keyword keywords 关键词 关键字',
  lang: 'lang language 语言 语种',
  is: 'is in 是 状态',
  has: 'has 有 含 带',
  before: 'before until 早于 之前 以前',
  after: 'after since 晚于 之后 以后 自',
  published: 'published date 日期 发布 发布于 发表于',
  saved: 'saved 保存 保存于 存于',
  minutes: 'minutes minute min mins 分钟 时长',
};

/** What other search boxes have: said to be none of ours instead of searched for in silence. */
const FOREIGN = 'title intitle author byline inurl url filetype text intext 标题 作者 链接 正文';

export type FieldName = keyof typeof NAMES;

const entriesOf = ([field, names]: [string, string]) => names.split(' ').map((name) => [fold(name), field] as const);
const FIELDS = new Map(Object.entries(NAMES).flatMap(entriesOf)) as ReadonlyMap<string, FieldName>;
const FOREIGN_NAMES = new Set(FOREIGN.split(' ').map(fold));

/** Do they differ by one letter changed, added or left out, or by two that changed places? */
function isNear(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [restA, restB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB === `${restA[1]}${restA[0]}`;
}

/** The field that a word before a colon names; `unknown` when it was likely meant to name one, else null. */
export function fieldNamed(name: string): FieldName | 'unknown' | null {
  const folded = fold(name);
  const field = FIELDS.get(folded);
  if (field) return field;
  const meant = folded.length > 3 && [...FIELDS.keys()].some((known) => known.length > 3 && isNear(known, folded));
  return meant || FOREIGN_NAMES.has(folded) ? 'unknown' : null;
}
