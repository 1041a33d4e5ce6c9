import { countUnits, squash } from '../../cjk.ts';
import { valueAfter } from './credits.ts';
import type { LinkedArticle } from './json-ld.ts';
import { type Line, visibleText } from './lines.ts';
import { type Declared, type MetaTags, declared } from './meta-tags.ts';
import type { NearLine } from './near-lines.ts';

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
  'twitter:creator:name',
  'citation_author',
  'weibo:article:author',
  'og:article:author',
  'lp.article:author',
  'creator',
  'bt:author',
];
const AUTHOR_LABEL =
  /(?:作者|撰文|撰稿|文字|(?<![\p{L}])文|记者|記者|通讯员)\s*(?:[:：]|$)\s*|(?<![\p{L}])文\s*[/／|｜]\s*/u;
const REPORTER = /^[（(【[]?(?:本报|本网|本刊|新华社|见习|实习|首席|特约)?(?:记者|記者)\s*(?=\p{sc=Han})/u;
const BY = /^(?:(?:written|reported|posted|words|story|text)\s+)?(?:by|von|par|por|di|door|av|af)[\s:]+(?=\p{Lu})/iu;
const EDITOR_LABEL =
  /(?:责任编辑|責任編輯|责编|責編|本文编辑|文字编辑|执行编辑|值班编辑|编辑|編輯|编审|Editors?(?=\s*[:：]))\s*(?:[:：]|$)\s*/iu;
const NO_NAME =
  /^(?:admin(?:istrator)?|editor|root|user|guest|null|undefined|none|unknown|author|about us|佚名|匿名|未知|网络|互联网|本站|原创|暂无|小编|staff)$/i;
const CLASSES =
  '[rel~="author"], [itemprop~="author"], [class*="byline" i], [class*="author" i], [data-testid*="byline" i], [class~="writer" i]';

/** Who wrote the story; `sites` are names that cannot be a person. */
export function findByline(
  doc: Document,
  lines: readonly Line[],
  near: readonly NearLine[],
  tags: MetaTags,
  linked: LinkedArticle,
  headline: Element | null,
  sites: readonly string[],
): Declared | null {
  const taken = new Set(sites.map(squash));
  const candidates = [
    ...labelled(lines, near),
    { value: linked.authorIsPerson ? linked.authors.join(', ') : '', where: 'json-ld' },
    ...joined(declared(tags, AUTHOR_META)),
    ...byClass(doc, headline),
    ...near.flatMap(({ line }) =>
      BY.test(line.text) && line.text.length < 120 ? [{ value: line.text, where: 'line near headline' }] : [],
    ),
    { value: linked.authors.join(', '), where: 'json-ld' },
  ];
  for (const { value, where } of candidates) {
    const name = cleanName(value);
    if (name && !taken.has(squash(name)) && !NO_NAME.test(name)) return { value: name, where };
  }
  return null;
}

/** 责任编辑, printed near the headline or after the story. */
export function findEditor(lines: readonly Line[], near: readonly NearLine[]): Declared | null {
  const nearest = near.map(({ line }) => line);
  const after = lines.slice(Math.max(0, near[0]?.line.index ?? 0)).filter((line) => line.text.length <= 160);
  for (const line of [...nearest, ...after]) {
    for (const part of line.parts) {
      const match = part.text.length < 200 ? EDITOR_LABEL.exec(part.text) : null;
      const name = match && valueAfter(lines, line, part.start + match.index + match[0].length).replace(/_\w+$/u, '');
      if (name && countUnits(name) <= 10)
        return { value: name, where: nearest.includes(line) ? 'line near headline' : 'line after the story' };
    }
  }
  return null;
}

function labelled(lines: readonly Line[], near: readonly NearLine[]): Declared[] {
  return near.flatMap(({ line, distance }) => {
    if (distance < -6 || line.text.length > 200) return [];
    for (const part of line.parts) {
      const match = AUTHOR_LABEL.exec(part.text) ?? REPORTER.exec(part.text);
      const value =
        match &&
        valueAfter(lines, line, part.start + match.index + match[0].length).replace(/^(?:本报|本网)?记者\s*/u, '');
      if (value && countUnits(value) <= 12) return [{ value, where: 'line near headline' }];
    }
    return [];
  });
}

/** Several tags of one name are several authors. */
function joined(all: Declared[]): Declared[] {
  const names = [...new Set(all.map(({ where }) => where))];
  return names.map((where) => ({
    where,
    value: [
      ...new Set(
        all
          .filter((one) => one.where === where)
          .map((one) => one.value)
          .filter((value) => !/^(?:https?:)?\/\//i.test(value)),
      ),
    ]
      .slice(0, 6)
      .join(', '),
  }));
}

/** Elements that call themselves author or byline, those after the headline first. */
function byClass(doc: Document, headline: Element | null): Declared[] {
  const elements = [...doc.querySelectorAll(CLASSES)]
    .slice(0, 40)
    .filter((element) => !element.closest('nav, footer, aside, [class*="comment" i], [class*="related" i]'));
  const follows = (element: Element) => (headline && headline.compareDocumentPosition(element) & 4 ? 0 : 1);
  return elements
    .toSorted((a, b) => follows(a) - follows(b))
    .map((element) => {
      const inner = element.querySelector('[itemprop~="name"], [rel~="author"], [class~="name"]') ?? element;
      return { value: visibleText(inner), where: 'byline element' };
    });
}

function cleanName(raw: string): string {
  const name = raw
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(BY, '')
    .replace(/\s*(?:[|•·]|\bon\b|\bposted\b|\bupdated\b|\bpublished\b|@\w+|\d{1,2}[:/.]\d).*$/iu, '')
    .replace(/[\s,，;；:：|-]+$/u, '');
  return /^(?:https?:|www\.)/i.test(name) || name.length > 120 || countUnits(name) > 16 || !/\p{L}{2}/u.test(name)
    ? ''
    : name;
}
