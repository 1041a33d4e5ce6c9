import { countUnits } from '../../cjk.ts';
import { upToNextCredit } from './credits.ts';
import { findDates } from './parse-date.ts';

const NO_NAME =
  /^(?:admin(?:istrator)?|editor(?:ial)?|root|user|guest|null|undefined|none|unknown|authors?|autor|name|staff|about us|share|follow|by|last|updated?|published|comments?|佚名|匿名|未知|网络|互联网|本站|原创|暂无|小编|关注|作者|来源|编辑|记者)$/iu;
const TAIL = /\s*(?:[|•·–—]\s|\b(?:on\s|(?:posted|updated|published|follow)\b)|@\w|\d{1,2}[:/.]\d).*$/iu;

const ROLE =
  /,\s*(?:the\s+)?(?:[\p{L}&-]+\s+){0,4}(?:editor|reporter|writer|correspondent|columnist|contributor|technologist|director|professor|author|journalist)\b.*$/iu;

/** A byline without "By", dates, roles after a bar and the like; empty when no name is left. */
export function cleanName(raw: string): string {
  const line = raw.slice(0, 1000).replace(/\s+/gu, ' ').trim();
  const name = upToNextCredit(line.slice(0, findDates(line, { dayFirst: true })[0]?.start))
    .replace(/^(?:by|von|par|por)[\s:]+(?=\S)/iu, '')
    .replace(/^(?:本报|本网|本刊)?(?:记者|記者|作者|文|通讯员)\s*[:：/／]?\s*(?=\p{sc=Han}{2})/u, '')
    .replace(TAIL, '')
    .replace(ROLE, '')
    .replace(/^[\s,，;；:：|-]+|[\s,，;；:：|-]+$/gu, '');
  const possible =
    name.length <= 400 && countUnits(name) <= 60 && /\p{L}{2}/u.test(name) && !/^(?:https?:|www\.)/i.test(name);
  return possible && !NO_NAME.test(name) ? name : '';
}
