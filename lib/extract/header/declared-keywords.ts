import { hasCjk } from '../../cjk.ts';
import { type Line, isAside } from './read-page.ts';
import { type MetaTags, declared } from './meta-tags.ts';

const LABEL =
  /^(?:[\s【[(（]*)(?:本文|文章)?(?:(?:关键|關鍵)[词詞字]|标签|標籤|tags?|keywords?|キーワード|タグ)[】\])）]?\s*(?:[:：]|$)\s*|\s(?:关键|關鍵)[词詞字]\s*[:：]\s*/iu;
const NEXT_CREDIT = /(?:责任编辑|責任編輯|责编|编辑|編輯|作者|记者|来源|來源|发布时间|时间)\s*[:：]/u;
const MAX_TERM = 30;
const MAX_TERMS = 40;

type DeclaredKeywords = { terms: string[]; where: string };

/** The page's own list, exactly as read: the visible line, else JSON-LD, else meta tags. */
export function findDeclaredKeywords(
  lines: readonly Line[],
  tags: MetaTags,
  linked: readonly string[],
): DeclaredKeywords {
  const meta = (name: string): DeclaredKeywords => ({
    terms: declared(tags, [name]).flatMap(({ value }) => split(value)),
    where: `meta ${name}`,
  });
  const lists: DeclaredKeywords[] = [
    { terms: visibleTerms(lines), where: 'line' },
    { terms: linked.length === 1 ? split(linked[0] ?? '') : [...linked], where: 'json-ld' },
    ...['article:tag', 'news_keywords', 'keywords', 'keyword', 'sailthru.tags', 'parsely-tags', 'dc.subject'].map(meta),
  ];
  const best = lists.find(({ terms }) => terms.length) ?? { terms: [], where: '' };
  return { terms: [...new Set(best.terms)].slice(0, MAX_TERMS), where: best.where };
}

function visibleTerms(lines: readonly Line[]): string[] {
  for (const line of lines) {
    const match = line.text.length < 300 ? LABEL.exec(line.text) : null;
    if (!match || isAside(line.block)) continue;
    const terms = termsAfter(lines, line, match.index + match[0].length);
    if (terms.length && terms.every((term) => term.length <= MAX_TERM)) return terms;
  }
  return [];
}

/** Each of several links is a term; plain text is split; a label that stands alone is followed by lines of links. */
function termsAfter(lines: readonly Line[], line: Line, start: number): string[] {
  const rest = line.text.slice(start);
  const plain = rest.slice(0, NEXT_CREDIT.exec(rest)?.index).trim();
  const linked = line.parts.filter((part) => part.link && part.start >= start && part.start < start + plain.length);
  if (linked.length > 1) return linked.map((part) => part.text);
  if (plain) return split(plain);
  const below: string[] = [];
  for (const next of lines.slice(line.index + 1, line.index + 1 + MAX_TERMS)) {
    if (next.text.length > MAX_TERM || !next.parts.every((part) => part.link)) break;
    below.push(...next.parts.map((part) => part.text));
  }
  return below;
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
