import { beforeAll, describe, expect, it } from 'vitest';
import chinese from '../../../../public/_locales/zh_CN/messages.json';
import english from '../../../../public/_locales/en/messages.json';
import { useMessages } from '../../../../components/i18n';
import { sayCondition } from '../../../../components/search-reading/say-filter';
import { parseQuery } from '../../../../lib/search/query/parse-query';

const NOW = new Date(2026, 10, 23, 15);
const said = (typed: string): string =>
  parseQuery(typed, NOW)
    .clauses.flatMap(({ any }) => any.map((one) => sayCondition(one, typed)))
    .join(' · ');
const speak = (messages: typeof english, locale: string) =>
  useMessages(
    (key, values = []) => messages[key].message.replace(/\$(\d)/g, (_, n: string) => values[Number(n) - 1] ?? ''),
    locale,
  );

describe('a condition in Chinese', () => {
  beforeAll(() => speak(chinese as typeof english, 'zh-CN'));
  it.each([
    ['网站：www.news.cn', '网站 news.cn'],
    ['來源：臺灣新聞', '来源 臺灣新聞'],
    ['早于：2024-05', '2024年5月以前发表'],
    ['晚于：2024年', '2024年起发表'],
    ['保存：2024年1月到3月', '2024年1月 – 2024年3月保存'],
    ['保存：昨天', '2026年11月22日保存'],
    ['语言：英文', '英语'],
    ['是：未读 有：笔记', '未读 · 有笔记'],
    ['时长：<5', '4 分钟以内'],
    ['时长：5-10 时长：10+', '5–10 分钟 · 10 分钟以上'],
    ['-浙江 不含：“江 苏” 不含：来源：新华社', '不要：浙江 · 不要：“江 苏” · 不要：来源 新华社'],
  ])('%s: %s', (typed, words) => expect(said(typed)).toBe(words));
});

describe('a condition in English', () => {
  beforeAll(() => speak(english, 'en-GB'));
  it.each([
    ['site:news.cn', 'site news.cn'],
    ['-source:"New York Times"', 'not: source New York Times'],
    ['before:2024-05', 'published before May 2024'],
    ['after:2024-05-03', 'published since 3 May 2024'],
    ['saved:2024', 'saved 2024'],
    ['lang:zh', 'in Chinese'],
    ['minutes:<5', 'up to 4 min'],
    ['-tag:"a b" NOT storm', 'not: tag a b · not: storm'],
  ])('%s: %s', (typed, words) => expect(said(typed)).toBe(words));
});
