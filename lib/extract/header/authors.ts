import { countUnits, squash } from '../../cjk.ts';
import { valueAfter } from './credits.ts';
import type { LinkedArticle } from './json-ld.ts';
import { type Declared, type MetaTags, declaredLike } from './meta-tags.ts';
import type { NearLine } from './near-lines.ts';
import { cleanName } from './person-name.ts';
import { type Line, type Page, type Part, isAside } from './read-page.ts';

const AUTHOR_META = /^(?:article|parsely|citation)?authors?(?:name)?$|^dccreator$|^byl(?:ine)?$/;
const AUTHOR_LABEL =
  /(?:作者|撰文|撰稿|文字|(?<!\p{L})文|记者|記者|通讯员)\s*(?:[:：]|$)\s*|(?<!\p{L})文\s*[/／|｜]\s*/u;
const REPORTER =
  /^[（(【[]?(?:[\p{sc=Han}]{0,6}(?:日报|晚报|商报|早报|晨报)|本报|本网|本刊|新华社|见习|实习|首席|特约)*(?:记者|記者)\s*(?=\p{sc=Han})/u;
const BY = /^(?:(?:written|reported|posted|words|story|text)\s+)?(?:by|von|par|por|door)(?:[\s:]|$)/iu;
const AUTHOR_ADDRESS =
  /\/(?:authors?|people|person|staff|contributors?|editors|writers?|reporters?|journalists?|columnists?|autor(?:es|en)?|auteurs?|by)\/[^/?#]+\/?(?:[?#].*)?$/i;
const INVITATION = /^(?:more|view|see|read|all|follow|posts|articles|mehr|alle|查看|更多|关注)\b/iu;
const JOINER = /^(?:[,&、，]|and|und|et|y|e|og|och|en|with)$/iu;
const ONE_WORD = /^\p{Lu}[\p{L}.’'-]*$/u;

type AuthorContext = { tags: MetaTags; linked: LinkedArticle; taken: readonly string[] };

/**
 * Who wrote the story, likeliest first: what is printed near the headline before what is declared, since
 * declared authors are often the site, the desk or the editor. `taken` are names that cannot be the author.
 */
export function findAuthors(page: Page, near: readonly NearLine[], { tags, linked, taken }: AuthorContext): Declared[] {
  const others = taken.map(squash).filter((key) => key.length > 1);
  const linkedAuthors = { value: linked.authors.join(', '), where: 'json-ld' };
  const candidates = [
    ...labelled(page.lines, near),
    ...afterBy(near),
    ...(linked.authorIsPerson ? [linkedAuthors] : []),
    ...authorLinks(near),
    ...elementsNear(page, near),
    ...joined(declaredLike(tags, AUTHOR_META)),
    linkedAuthors,
  ];
  // Content systems of Chinese papers put the editor into the author tag, with the site's name before it.
  const isTaken = (key: string, where: string) =>
    others.some((other) => other === key || (where.startsWith('meta') && key.endsWith(other)));
  return candidates
    .map(({ value, where }) => ({ value: cleanName(value), where }))
    .filter(({ value, where }) => value && !isTaken(squash(value), where));
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
  const names = new Map<Element, string>();
  const parts = near
    .filter(({ distance, units }) => distance >= -3 && distance <= 10 && units <= 40)
    .flatMap(({ line }) => line.parts);
  for (const { link, text } of parts) {
    if (!link || names.has(link) || !AUTHOR_ADDRESS.test(link.getAttribute('href') ?? '')) continue;
    if (countUnits(text) >= 2 && !INVITATION.test(text)) names.set(link, text);
  }
  return [{ value: [...new Set(names.values())].slice(0, 4).join(', '), where: 'author link' }];
}

function elementsNear(page: Page, near: readonly NearLine[]): Declared[] {
  return near.flatMap(({ line, distance, units }) => {
    if (distance < -4 || units > 60) return [];
    const element = page.authors.find((one) => partsIn(line, one).length);
    if (!element || isAside(element)) return [];
    return [{ value: nameIn(partsIn(line, element)), where: 'byline element' }];
  });
}

function partsIn(line: Line, element: Element): Part[] {
  return line.parts.filter((part) => element.contains(part.element));
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
    const last = names.at(-1) ?? '';
    // First name and surname in elements of their own.
    const continues = ONE_WORD.test(last) && ONE_WORD.test(text);
    if (!joins && !continues && !/^(?:,|and\b|&)/i.test(part.text)) break;
    if (continues && !joins) names.splice(-1, 1, `${last} ${text}`);
    else names.push(text.replace(/^(?:and\b|&)\s*/i, ''));
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
