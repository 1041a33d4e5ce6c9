/** Terms that stand for fields rather than words. They begin with a control character, which no word contains. */
import { fold } from '../fold';
import { tokenise } from '../tokenise';
import { utf8 } from './bytes';

const SITE = '\u0001h';
const SOURCE = '\u0001o';
const LANG = '\u0001l';

/** `www.news.cn` → terms of `www.news.cn` and `news.cn`: a site is found by any part of its name from the right. */
export function siteTerms(url: string): string[] {
  if (!URL.canParse(url)) return [];
  const labels = new URL(url).hostname.split('.');
  const last = Math.max(1, labels.length - 1);
  return Array.from({ length: last }, (_, i) => siteTerm(labels.slice(i).join('.')));
}

export const siteTerm = (host: string): string => SITE + host.toLowerCase().slice(0, 64);

/** The words and bigrams of a source's name. */
export const sourceTerms = (source: string): string[] => [
  ...new Set(tokenise(fold(source)).map((term) => SOURCE + term)),
];

/** A term, or the beginning of one, as it stands among those of sources. */
export const asSource = (term: Uint8Array): Uint8Array => Uint8Array.of(...utf8(SOURCE), ...term);

/** The first part of a language tag. */
export const langTerm = (lang: string): string[] => {
  const [primary] = lang.toLowerCase().split(/[-_]/u);
  return primary ? [LANG + primary] : [];
};
