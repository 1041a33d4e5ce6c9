/** What a search box offers for what is being typed. */
import type { KnownValue } from '../../lib/library/known-values';
import { fold } from '../../lib/search/fold';
import type { Unfinished } from '../../lib/search/query/completion-at';
import { writtenValue } from '../../lib/search/query/edit-query';
import type { FieldName } from '../../lib/search/query/field-names';
import { parseQuery } from '../../lib/search/query/parse-query';
import { t } from '../i18n';
import { sayCondition } from '../search-reading/say-filter';

/** `text` is shown, `written` goes into the box; `whole`: with it the filter is complete. */
export type Completion = Pick<KnownValue, 'count' | 'more'> & {
  text: string;
  written: string;
  note: string;
  whole: boolean;
};

/** Latin and Chinese. */
type Names = readonly [string, string];

const FIELDS: Record<FieldName, Names> = {
  tag: ['tag', '标签'],
  keyword: ['keyword', '关键词'],
  source: ['source', '来源'],
  site: ['site', '网站'],
  is: ['is', '是'],
  has: ['has', '有'],
  saved: ['saved', '保存'],
  after: ['after', '晚于'],
  before: ['before', '早于'],
  published: ['published', '日期'],
  minutes: ['minutes', '时长'],
  lang: ['lang', '语言'],
};

const DAYS: readonly Names[] = [
  ['today', '今天'],
  ['yesterday', '昨天'],
  ['7d', '近7天'],
  ['last week', '上周'],
  ['this month', '本月'],
  ['this year', '今年'],
];

/** Fields with few values. */
const VALUES: Partial<Record<FieldName, readonly Names[]>> = {
  is: [
    ['unread', '未读'],
    ['read', '已读'],
    ['favourite', '收藏'],
    ['inbox', '收件箱'],
    ['archived', '已归档'],
    ['trash', '废纸篓'],
  ],
  has: [
    ['picture', '图片'],
    ['note', '笔记'],
    ['version', '旧版本'],
  ],
  lang: [
    ['zh', '中文'],
    ['en', '英文'],
    ['ja', '日文'],
    ['ko', '韩文'],
    ['fr', '法文'],
    ['de', '德文'],
    ['es', '西班牙文'],
    ['ru', '俄文'],
  ],
  saved: DAYS,
  published: DAYS,
  after: DAYS,
  before: DAYS,
  minutes: [
    ['<5', '<5'],
    ['5-10', '5-10'],
    ['>10', '>10'],
  ],
};

const HAN = /\p{Script=Han}/u;

/** Two Latin letters or one Chinese character: fewer begin every other word. */
const BEGUN = /^(?:[a-z]{2,}|\p{Script=Han}+)$/u;

function namesFrom(beginning: string): Completion[] {
  const typed = fold(beginning);
  if (!BEGUN.test(typed)) return [];
  return Object.entries(FIELDS).flatMap(([field, names]) =>
    names
      .filter((name) => name.startsWith(typed))
      .map((name): Completion => {
        const written = name + (HAN.test(name) ? '：' : ':');
        return { text: written, written, note: t(`search_field_${field as FieldName}`), count: null, whole: false };
      }),
  );
}

/** Numbers of minutes need no quotation marks. */
const VERBATIM = /^[<>\d-]+$/u;

/** What a filter means, where its value alone does not say it. */
function noteOf(filter: string, value: string, now: Date): string {
  const [condition] = parseQuery(`${filter} `, now).clauses[0]?.any ?? [];
  const said = condition ? sayCondition(condition, filter) : '';
  return said.toLowerCase().includes(value) ? '' : said;
}

function valuesFrom(names: readonly Names[], { name, beginning }: { name: string; beginning: string }, now: Date) {
  const typed = fold(beginning).trim();
  return names.flatMap(([latin, han]): Completion[] => {
    const value = HAN.test(name) ? han : latin;
    const written = VERBATIM.test(value) ? value : writtenValue(value);
    const note = noteOf(`${name}:${written}`, value, now);
    if (![latin, han, note].some((one) => fold(one).startsWith(typed))) return [];
    return [{ text: value, written, note, count: null, whole: true }];
  });
}

const knownCompletion = ({ value, ...counted }: KnownValue): Completion => ({
  text: value,
  written: writtenValue(value),
  note: '',
  ...counted,
  whole: true,
});

/** `known`: values of the library, for the fields that have them. Nothing when all is typed already. */
export function completions(unfinished: Unfinished, known: readonly KnownValue[], now: Date): Completion[] {
  const { kind, beginning } = unfinished;
  if (kind === 'word') return namesFrom(beginning);
  const fixed = VALUES[unfinished.field];
  const all = fixed ? valuesFrom(fixed, unfinished, now) : known.map(knownCompletion);
  const [only, another] = all;
  return only && !another && fold(only.text) === fold(beginning) ? [] : all;
}
