import { fold } from '../fold';
import type { FieldName } from './field-names';
import type { FieldFilter, ProblemCode } from './query';
import { mayBecomeDay, readDay, readStretch } from './read-date';
import { mayBecomeMinutes, readMinutes } from './read-minutes';

const byName = <T extends string>(names: Record<T, string>): Map<string, T> =>
  new Map(
    (Object.entries(names) as [T, string][]).flatMap(([what, all]) => all.split(' ').map((n) => [fold(n), what])),
  );

const IS = byName({
  inbox: 'inbox 收件箱',
  archived: 'archived archive 归档 已归档',
  trash: 'trash trashed deleted 废纸篓 回收站 垃圾箱 已删除',
  unread: 'unread unopened 未读 没读',
  read: 'read opened 已读 读过',
  favourite: 'favourite favorite favourites favorites starred 收藏 已收藏 星标',
});
const HAS = byName({
  picture: 'picture pictures image images photo photos 图 图片 配图 照片',
  note: 'note notes 笔记 备注',
  version: 'version versions 版本 旧版本 旧版',
});
const LANGUAGES = byName({
  zh: 'chinese 中文 汉语 华语 简体 繁体 简体中文 繁体中文',
  en: 'english 英文 英语',
  ja: 'japanese 日文 日语',
  ko: 'korean 韩文 韩语',
  fr: 'french 法文 法语',
  de: 'german 德文 德语',
  es: 'spanish 西班牙文 西班牙语',
  ru: 'russian 俄文 俄语',
});

/** A filter, what is wrong, or null while its value may still be typed. */
export type Read = { filter: FieldFilter } | { problem: ProblemCode } | null;

/** Fewer than an address allows: none of the signs that join two of them. */
const HOST = /^[a-z\d_-]+(\.[a-z\d_-]+)*$|^\[[a-f\d:.]+\]$/;

/** `news.cn`, `www.news.cn`, `https://www.news.cn/politics/`, `*.gov.cn` → the host, in the form of addresses. */
function readHost(value: string): string | null {
  const address = value
    .normalize('NFKC')
    .trim()
    .replace(/^[a-z][a-z\d+.-]*:\/\//i, '')
    .replace(/^(\*?\.|www\.)/i, '');
  const host = /^[^/?#\\@]+/.exec(address)?.[0] ?? '';
  try {
    const { hostname } = new URL(`http://${host}/`);
    const bare = hostname.replace(/^www\.|\.$/g, '');
    return HOST.test(bare) ? bare : null;
  } catch {
    return null;
  }
}

const isBeginning = (names: Map<string, string>, value: string): boolean =>
  [...names.keys()].some((name) => name.startsWith(value));

/** `open`: the value stands at the end of what is typed, so that it may still be going on. */
export function readFilter(field: FieldName, value: string, { open, now }: { open: boolean; now: Date }): Read {
  const text = fold(value).trim();
  const shown = value.trim().normalize('NFC').replace(/\s+/g, ' ');
  if (text === '') return open ? null : { problem: 'empty' };
  const otherwise = (problem: ProblemCode, mayGoOn: boolean): Read => (open && mayGoOn ? null : { problem });
  switch (field) {
    case 'site': {
      const host = readHost(value);
      if (host === null) return otherwise('site', /^[a-z]+:\/*$/i.test(shown));
      return open && !host.includes('.') ? null : { filter: { field, host } };
    }
    case 'source':
      return { filter: { field, text } };
    case 'tag':
    case 'keyword':
      return { filter: { field, name: shown } };
    case 'lang': {
      const lang = LANGUAGES.get(text) ?? /^([a-z]{2,3})([-_][a-z\d]+)*$/.exec(text)?.[1];
      return lang
        ? { filter: { field, lang: lang === 'cn' ? 'zh' : lang } }
        : otherwise(field, isBeginning(LANGUAGES, text) || text.endsWith('-'));
    }
    case 'is': {
      const what = IS.get(text);
      return what ? { filter: { field, what } } : otherwise(field, isBeginning(IS, text));
    }
    case 'has': {
      const what = HAS.get(text);
      return what ? { filter: { field, what } } : otherwise(field, isBeginning(HAS, text));
    }
    case 'minutes': {
      const minutes = readMinutes(text);
      return minutes ? { filter: { field, ...minutes } } : otherwise(field, mayBecomeMinutes(text));
    }
    case 'before':
    case 'after': {
      const day = readDay(text, now);
      if (!day) return otherwise('date', mayBecomeDay(text, now));
      return { filter: { field: 'published', [field === 'before' ? 'to' : 'from']: day.from } };
    }
    case 'published':
    case 'saved': {
      const stretch = readStretch(text, now);
      return stretch ? { filter: { field, ...stretch } } : otherwise('date', mayBecomeDay(text, now));
    }
  }
}
