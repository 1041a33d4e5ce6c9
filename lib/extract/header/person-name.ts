import { countUnits } from '../../cjk.ts';
import { upToNextCredit } from './credits.ts';

const NO_NAME =
  /^(?:admin(?:istrator)?|editor|editorial|root|user|guest|null|undefined|none|unknown|author|authors|staff|about us|share|follow|by|last|updated?|published|comments?|佚名|匿名|未知|网络|互联网|本站|原创|暂无|小编|关注|作者|来源|编辑|记者)$/iu;
const TAIL =
  /\s*(?:[|•·–—]\s|\bon\s|\bposted\b|\bupdated\b|\bpublished\b|\bfollow\b|@\w+|\d{1,2}[:/.]\d|\bView ORCID\b).*$/iu;

/** A byline without "By", dates, roles after a bar and the like; empty when no name is left. */
export function cleanName(raw: string): string {
  const name = upToNextCredit(raw.replace(/\s+/gu, ' ').trim())
    .replace(/^(?:by|von|par|por)[\s:]+(?=\S)/iu, '')
    .replace(/^(?:本报|本网|本刊)?(?:记者|記者|作者|文|通讯员)\s*[:：/／]?\s*(?=\p{sc=Han}{2})/u, '')
    .replace(TAIL, '')
    .replace(/^[\s,，;；:：|-]+|[\s,，;；:：|-]+$/gu, '');
  const possible =
    name.length <= 400 && countUnits(name) <= 60 && /\p{L}{2}/u.test(name) && !/^(?:https?:|www\.)/i.test(name);
  return possible && !NO_NAME.test(name) ? name : '';
}
