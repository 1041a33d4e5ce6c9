import { countUnits, squash } from '../../cjk.ts';
import { valueAfter } from './credits.ts';
import type { LinkedArticle } from './json-ld.ts';
import { type Declared, type MetaTags, declared } from './meta-tags.ts';
import type { NearLine } from './near-lines.ts';
import { cleanName } from './person-name.ts';
import { type Line, type Page, type Part, isWithin } from './read-page.ts';

const AUTHOR_META = [
  'author',
  'article:author',
  'article:author_name',
  'dc.creator',
  'dc.creator.author',
  'dcterms.creator',
  'byl',
  'byline',
  'authors',
  'parsely-author',
  'sailthru.author',
  'article.author',
  'citation_author',
  'weibo:article:author',
  'og:article:author',
  'lp.article:author',
  'creator',
  'bt:author',
];
const AUTHOR_LABEL =
  /(?:作者|撰文|撰稿|文字|(?<!\p{L})文|记者|記者|通讯员)\s*(?:[:：]|$)\s*|(?<!\p{L})文\s*[/／|｜]\s*/u;
const REPORTER =
  /^[（(【[]?(?:[\p{sc=Han}]{0,6}(?:日报|晚报|商报|早报|晨报)|本报|本网|本刊|新华社|见习|实习|首席|特约)*(?:记者|記者)\s*(?=\p{sc=Han})/u;
const BY =
  /^(?:(?:[Ww]ritten|[Rr]eported|[Pp]osted|[Ww]ords|[Ss]tory|[Tt]ext)\s+)?(?:[Bb]y|BY|[Vv]on|VON|[Pp]ar|PAR|[Pp]or|POR|[Dd]oor|Af|Di)(?:[\s:]|$)/u;
const AUTHOR_ADDRESS =
  /\/(?:authors?|people|person|staff|contributors?|editors|writers?|reporters?|journalists?|columnists?|autor(?:es|en)?|auteurs?|by)\/[^/?#]+\/?(?:[?#].*)?$/i;
const JOINER = /^(?:,|and|&|und|et|y|e|og|och|en|、|，|und\s|with)$/iu;
const ASIDE = new Set(['NAV', 'FOOTER', 'ASIDE']);

export type BylineContext = { tags: MetaTags; linked: LinkedArticle; taken: readonly string[] };

/**
 * Who wrote the story: what is printed near the headline before what is declared, since declared
 * authors are often the site, the desk or the editor. `taken` are names that cannot be the author.
 */
export function findByline(
  page: Page,
  near: readonly NearLine[],
  { tags, linked, taken }: BylineContext,
): Declared | null {
  const others = taken.map(squash).filter(Boolean);
  const people = { value: linked.authorIsPerson ? linked.authors.join(', ') : '', where: 'json-ld' };
  const printed = [...labelled(page.lines, near), ...afterBy(near)];
  const marked = elementsNear(page, near);
  const candidates = [
    ...printed,
    people,
    ...authorLinks(near),
    ...marked,
    ...joined(declared(tags, AUTHOR_META)),
    ...labelledCard(tags),
    ...page.authors
      .filter((element) => !isWithin(element, ASIDE))
      .slice(0, 3)
      .map((element) => ({ value: nameIn(partsOf(page.lines, element)), where: 'byline element' })),
    { value: linked.authors.join(', '), where: 'json-ld' },
  ];
  for (const { value, where } of candidates) {
    const name = cleanName(value);
    const key = squash(name);
    if (
      name &&
      !others.some(
        (other) =>
          other === key ||
          (key.length > other.length && other.length > 1 && key.endsWith(other) && where.startsWith('meta')),
      )
    )
      return { value: name, where };
  }
  return null;
}

function labelled(lines: readonly Line[], near: readonly NearLine[]): Declared[] {
  return near.flatMap(({ line, distance }) => {
    if (distance < -6 || line.text.length > 200) return [];
    for (const part of line.parts) {
      const match = AUTHOR_LABEL.exec(part.text) ?? REPORTER.exec(part.text);
      const value = match && valueAfter(lines, line, part.start + match.index + match[0].length);
      if (value && countUnits(value) <= 12) return [{ value, where: 'line near headline' }];
    }
    return [];
  });
}

function afterBy(near: readonly NearLine[]): Declared[] {
  return near.flatMap(({ line, distance }) => {
    if (distance < -4 || distance > 15) return [];
    const first = line.parts.findIndex((part) => BY.test(part.text));
    const start = line.parts[first]?.start ?? -1;
    if (first < 0 || start > 60 || line.text.length - start > 200) return [];
    return [{ value: nameIn(line.parts.slice(first)), where: 'line near headline' }];
  });
}

/** Links near the headline whose address is that of a person on the site. */
function authorLinks(near: readonly NearLine[]): Declared[] {
  const names = near
    .filter(({ distance, units }) => distance >= -3 && distance <= 10 && units <= 40)
    .flatMap(({ line }) => line.parts)
    .filter((part) => AUTHOR_ADDRESS.test(part.link?.getAttribute('href') ?? ''))
    .map((part) => part.text)
    .filter((text) => countUnits(text) >= 2 || /^\p{sc=Han}{2,4}$/u.test(text));
  return [{ value: [...new Set(names)].slice(0, 4).join(', '), where: 'author link' }];
}

function elementsNear(page: Page, near: readonly NearLine[]): Declared[] {
  return near.flatMap(({ line, distance, units }) => {
    if (distance < -4 || units > 60) return [];
    const element = page.authors.find(
      (one) => one.contains(line.parts[0]?.element ?? null) || line.parts.some((part) => one.contains(part.element)),
    );
    if (!element || isWithin(element, ASIDE)) return [];
    return [{ value: nameIn(line.parts.filter((part) => element.contains(part.element))), where: 'byline element' }];
  });
}

function partsOf(lines: readonly Line[], element: Element): Part[] {
  return (
    lines
      .find((line) => line.parts.some((part) => element.contains(part.element)))
      ?.parts.filter((part) => element.contains(part.element)) ?? []
  );
}

/** The first run of text that is a name, and further ones while "and" or a comma joins them. */
function nameIn(parts: readonly Part[]): string {
  const names: string[] = [];
  let joins = true;
  for (const part of parts) {
    const text = part.text
      .replace(BY, '')
      .replace(/^[\s,:：]+/u, '')
      .trim();
    if (JOINER.test(part.text) || !text) {
      joins = true;
      continue;
    }
    if (!joins && !/^(?:,|and\b|&)/i.test(part.text)) break;
    names.push(text.replace(/^(?:and\b|&)\s*/i, ''));
    joins = /(?:,|\band|&|、)$/i.test(part.text);
  }
  return [...new Set(names)].slice(0, 6).join(', ').replace(/,\s*,/g, ',');
}

/** Several tags of one name are several authors. */
function joined(all: Declared[]): Declared[] {
  return [...new Set(all.map(({ where }) => where))].map((where) => {
    const values = all
      .filter((one) => one.where === where && !/^(?:https?:)?\/\//i.test(one.value))
      .map(({ value }) => value);
    return { where, value: [...new Set(values)].slice(0, 20).join(', ') };
  });
}

/** `twitter:label1` = "Written by" names what `twitter:data1` holds. */
function labelledCard(tags: MetaTags): Declared[] {
  return [1, 2].flatMap((n) => {
    const label = tags.get(`twitter:label${n}`)?.[0] ?? '';
    return /writ|author|verfasst|écrit|escrito|作者|執筆/iu.test(label) ? declared(tags, [`twitter:data${n}`]) : [];
  });
}
