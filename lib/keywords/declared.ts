/** The page's own keywords → those worth keeping. */
import { hasCjk } from '../cjk';
import { isMedium } from './media';
import type { Told } from './part-of';
import { isStopWord } from './stop-words';
import { termKey } from './term-key';

/** Columns of a news site and fillers, not subjects of an article. */
const SECTIONS = new Set(
  (
    '新闻 新聞 要闻 国内 国际 国内新闻 国际新闻 社会 社会新闻 时政 财经 体育 娱乐 科技 军事 文化 教育 健康 汽车 房产 旅游 滚动 滚动新闻 ' +
    '资讯 最新 头条 首页 网站首页 频道 专题 视频 图片 评论 本地 地方 综合 热点 快讯 门户 网站 正文 关键词 标签 未分类 ' +
    'news home homepage world us uk politics business sports sport technology tech entertainment opinion lifestyle ' +
    'video videos photos latest breaking top stories featured article articles general national international local ' +
    'breaking-news front-page home-page culture magazines uncategorized tags keywords post blog null undefined none n/a ' +
    'actualité actualités accueil monde sport économie société notícias início mundo nachrichten startseite noticias portada ' +
    'ニュース 国内 国際 社会 経済 スポーツ 뉴스 사회 정치 경제 연예'
  ).split(' '),
);
/** Lists longer than this were written for search engines: only what the article itself says is kept. */
const STUFFED = 8;
const MOST_KEPT = 24;
/** Never looked at beyond this many. */
const MOST_ENTRIES = 500;
const LONGEST = { cjk: 20, spaced: 50 };
const MOST_WORDS = 6;
/** Of the terms of a list that names what the article is about, the article holds at least this share. */
const TOLD = 0.25;
/** Of a site's columns and of its search engine page, where the article itself does not say so: 东区新闻, 最新章节, market-amazon. */
const COLUMN =
  /(?:新闻|新聞|报道|报导|報導|资讯|資訊|频道|頻道|专栏|專欄|专题|專題|要闻|动态|生活方式|章节|阅读|下载|大全|官网|首页|ニュース|뉴스)$|^[a-z\d]+(?:-[a-z\d]+)+$/iu;
const LABEL = /^\s*(?:关键词|关键字|標籤|标签|tags?|keywords?)\s*[:：]\s*/iu;
/** Signs of markup, scripts, addresses and templates: no word of a reader. */
const FOREIGN = /[<>{}\\=$^`\ufffd\p{Cs}]|https?:|script:|\.\.\/|www\.|@|&\w+;|\.(?:com|cn|net|org)\b/iu;

export type Declared = { term: string; key: string };

type About = { title: string; told: Told; lang: string; source: string | null };

function split(entries: readonly string[]): string[] {
  const items: string[] = [];
  for (const entry of entries.slice(0, MOST_ENTRIES)) {
    const bare = entry.slice(0, 10_000).replace(LABEL, '');
    let parts = bare.split(/[,，、;；|_。！？\n\t]/u);
    // One Chinese line without any other mark is parted by its spaces.
    if (parts.length === 1 && entries.length === 1 && hasCjk(bare)) parts = bare.split(/\s+/u);
    items.push(...parts);
  }
  return items.slice(0, MOST_ENTRIES);
}

function isWellFormed(term: string): boolean {
  const length = [...term].length;
  if (length < 2 || FOREIGN.test(term) || !/\p{L}/u.test(term)) return false;
  return hasCjk(term) ? length <= LONGEST.cjk : length <= LONGEST.spaced && term.split(/\s+/u).length <= MOST_WORDS;
}

/** @param source key of the site's name */
function isSite(key: string, source: string, isTold: () => boolean): boolean {
  if (!source) return false;
  if (key === source || (key.includes(source) && source.length > 1)) return true;
  if (!source.includes(key)) return false;
  // "China" is the head of "China Daily", but may well be the subject: then the article says so.
  return isMedium(key) || (source.startsWith(key) && !isTold());
}

/** Each once, as written first, in the page's order. */
export function declaredTerms(entries: readonly string[], { title, told, lang, source }: About): Declared[] {
  if (!entries.length) return [];
  const titleKey = termKey(title);
  const sourceKey = termKey(source ?? '');
  const kept = new Map<string, Declared>();
  for (const item of split(entries)) {
    const term = item
      .normalize('NFKC')
      .replace(/\s+/gu, ' ')
      .replace(/[\p{Cc}\p{Cf}]+/gu, '')
      .replace(/^\s*#(.+?)#?\s*$/u, '$1')
      .replace(/^[\s"'“”‘’《》「」()（）·.。:：-]+|[\s"'“”‘’《》「」·。:：-]+$/gu, '');
    const key = termKey(term);
    if (!isWellFormed(term) || kept.has(key) || key === titleKey) continue;
    if (
      isStopWord(key, lang) ||
      isStopWord(key, 'zh') ||
      isStopWord(key, 'en') ||
      SECTIONS.has(key.replaceAll(' ', '-'))
    )
      continue;
    if (isSite(key, sourceKey, () => told.holds(key))) continue;
    kept.set(key, { term, key });
  }
  const all = [...kept.values()];
  const said = all.filter(({ key }) => told.holds(key));
  const isOfTheSite = said.length < all.length * TOLD;
  if (all.length > STUFFED || (isOfTheSite && all.length > 2)) return said.slice(0, MOST_KEPT);
  return all.filter((one) => said.includes(one) || !COLUMN.test(one.term)).slice(0, MOST_KEPT);
}
