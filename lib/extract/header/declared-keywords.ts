import { hasCjk } from '../../cjk.ts';
import type { Line } from './read-page.ts';
import { type Declared, type MetaTags, declared } from './meta-tags.ts';

const LABEL =
  /^(?:[\s【[(（]*)(?:本文|文章)?(?:关键词|關鍵詞|关键字|關鍵字|标签|標籤|标签云|tags?|keywords?|キーワード|タグ)[】\])）]?\s*(?:[:：]|$)\s*/iu;
const MAX_TERMS = 40;

export type DeclaredKeywords = { terms: string[]; where: string };

/** The page's own list, exactly as read: the visible line, else JSON-LD, else meta tags. */
export function findDeclaredKeywords(
  lines: readonly Line[],
  tags: MetaTags,
  linked: readonly string[],
): DeclaredKeywords {
  const meta = (names: string[]): Declared[] => declared(tags, names);
  const lists: DeclaredKeywords[] = [
    { terms: visibleTerms(lines), where: 'line' },
    { terms: linked.length === 1 ? split(linked[0] ?? '') : [...linked], where: 'json-ld' },
    { terms: meta(['article:tag', 'og:article:tag']).flatMap(({ value }) => split(value)), where: 'meta article:tag' },
    { terms: meta(['news_keywords']).flatMap(({ value }) => split(value)), where: 'meta news_keywords' },
    {
      terms: meta(['keywords', 'keyword', 'sailthru.tags', 'parsely-tags', 'dc.subject'])
        .slice(0, 1)
        .flatMap(({ value }) => split(value)),
      where: 'meta keywords',
    },
  ];
  const best = lists.find(({ terms }) => terms.length) ?? { terms: [], where: '' };
  return { terms: [...new Set(best.terms)].slice(0, MAX_TERMS), where: best.where };
}

function visibleTerms(lines: readonly Line[]): string[] {
  for (const line of lines) {
    const match = line.text.length < 300 ? LABEL.exec(line.text) : null;
    if (!match || line.block.closest('nav, footer, aside')) continue;
    const rest = line.text.slice(match[0].length);
    const links = line.parts.filter((part) => part.link && part.start >= match[0].length).map((part) => part.text);
    const terms = links.length > 1 || (links.length === 1 && links[0] === rest) ? links.flatMap(split) : split(rest);
    const good = terms.filter((term) => term.length <= 30);
    if (good.length && good.length === terms.length) return good;
  }
  return [];
}

/** Commas of all kinds first; spaces only where no comma is and the words are Chinese or Japanese. */
function split(list: string): string[] {
  const byComma = list
    .split(/[,，、;；|｜\n]+/u)
    .map((term) => term.trim())
    .filter(Boolean);
  if (byComma.length > 1 || !hasCjk(list)) return byComma;
  return list.split(/\s+/u).filter(Boolean);
}
