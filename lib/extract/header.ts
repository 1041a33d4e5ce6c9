/** What a page says about its article, outside the article's body. */
import type { Provenance, ProvenanceField } from '../article.ts';
import { findCanonical, findLeadImage } from './header/addresses.ts';
import { findAuthors } from './header/authors.ts';
import { findDeclaredKeywords } from './header/declared-keywords.ts';
import { findEditor } from './header/editor.ts';
import { findHeadline } from './header/headline.ts';
import { type LinkedArticle, readJsonLd } from './header/json-ld.ts';
import { findDirection, findLanguage } from './header/language.ts';
import { type Declared, type MetaTags, declared, readMetaTags } from './header/meta-tags.ts';
import { linesNear } from './header/near-lines.ts';
import { readPage } from './header/read-page.ts';
import { findSource, isMedium } from './header/source.ts';
import { siteNameIn } from './header/title-parts.ts';
import { findTimes } from './header/times.ts';

export type Header = {
  title: string;
  /** The title as read in each place (headline, og:title, JSON-LD, title tag with and without site suffix), each once. */
  titleVariants: string[];
  /** The element of `doc` that is the visible headline, if any. */
  headline: Element | null;
  byline: string | null;
  editor: string | null;
  /** 来源 of a Chinese page, else the site's name. */
  source: string | null;
  siteName: string | null;
  /** ISO 8601, the calendar day that the page shows. */
  publishedAt: string | null;
  updatedAt: string | null;
  /** BCP 47; empty when unknown. */
  lang: string;
  dir: 'ltr' | 'rtl';
  leadImage: string | null;
  canonicalUrl: string | null;
  /** Exactly as read. */
  declaredKeywords: string[];
  provenance: Provenance;
};

/** Reads title, dates, credits and the rest from a page as it was loaded. Does not modify `doc`. */
export function readHeader(doc: Document, { url, now }: { url: string; now: Date }): Header {
  const tags = readMetaTags(doc);
  const linked = readJsonLd(doc);
  const page = doc.body ? readPage(doc.body) : { lines: [], headings: [], dates: [], authors: [], sources: [] };
  const base = baseOf(doc, url);

  const named = siteNames(tags, linked);
  const headline = findHeadline(page, titleClaims(doc, tags, linked), [
    ...named.map(({ value }) => value),
    ...hostNames(url),
  ]);
  const site = named[0] ?? { value: siteNameIn(doc.title, headline.title), where: 'title tag' };
  const near = linesNear(page.lines, headline.element);

  const lang = findLanguage(languageClaims(doc, tags, linked), page.lines);
  const dayFirst = !/^en(?:-US)?$/i.test(lang.value);
  const times = findTimes(page, near, { tags, linked, url }, { now, dayFirst });
  const editor = findEditor(page.lines, near);
  const authors = findAuthors(page, near, {
    tags,
    linked,
    taken: [...named.map(({ value }) => value), site.value, ...hostNames(url), editor?.value ?? ''],
  });
  const byline = authors.find(({ value }) => !isMedium(value)) ?? null;
  const byMedium = authors.find(({ value }) => isMedium(value)) ?? null;
  const source = findSource(page, near, tags) ?? byMedium ?? (site.value ? site : null);
  const keywords = findDeclaredKeywords(page.lines, tags, linked.keywords);
  const leadImage = findLeadImage(
    [
      ...declared(tags, ['og:image', 'og:image:url', 'twitter:image']),
      { value: linked.image, where: 'json-ld' },
      ...links(doc, 'image_src'),
      ...declared(tags, ['thumbnail', 'image']),
    ],
    base,
  );
  const canonical = findCanonical(
    [...links(doc, 'canonical'), ...declared(tags, ['og:url']), { value: linked.url, where: 'json-ld' }],
    base,
  );

  const found = {
    byline,
    editor,
    source,
    publishedAt: times.published,
    updatedAt: times.updated,
    canonicalUrl: canonical,
    leadImage,
  };
  return {
    ...valuesOf(found),
    title: headline.title,
    titleVariants: headline.variants,
    headline: headline.element,
    siteName: site.value || null,
    lang: lang.value,
    dir: findDirection(doc, headline.element, lang.value),
    declaredKeywords: keywords.terms,
    provenance: provenanceOf({ ...found, title: headline, lang, keywords }),
  };
}

function valuesOf<Field extends string>(found: Record<Field, Declared | null>): Record<Field, string | null> {
  const values = Object.entries<Declared | null>(found).map(([field, one]) => [field, one?.value ?? null]);
  return Object.fromEntries(values) as Record<Field, string | null>;
}

function provenanceOf(found: Record<ProvenanceField, { where: string } | null>): Provenance {
  return Object.fromEntries(Object.entries(found).flatMap(([field, one]) => (one?.where ? [[field, one.where]] : [])));
}

function titleClaims(doc: Document, tags: MetaTags, linked: LinkedArticle): Declared[] {
  return [
    { value: doc.title, where: 'title tag' },
    ...declared(tags, ['og:title', 'twitter:title']),
    { value: linked.headline, where: 'json-ld' },
  ]
    .map(({ value, where }) => ({ value: value.replace(/\s+/gu, ' ').trim().slice(0, 400), where }))
    .filter(({ value }) => value);
}

function siteNames(tags: MetaTags, linked: LinkedArticle): Declared[] {
  return [
    ...declared(tags, ['og:site_name']),
    { value: linked.publisher, where: 'json-ld' },
    { value: linked.siteName, where: 'json-ld' },
    ...declared(tags, ['application-name']),
  ]
    .map(({ value, where }) => ({ value: value.replace(/^https?:\/\/(?:www\.)?|\/$/gi, ''), where }))
    .filter(({ value }) => value && value.length <= 60);
}

/** `www.example.com.cn` gives `example.com.cn` and `example`. */
function hostNames(url: string): string[] {
  if (!URL.canParse(url)) return [];
  const host = new URL(url).hostname.replace(/^www\./, '');
  const all = host.split('.');
  const labels = all.filter((label) => label.length > 3 || all.length <= 2);
  return [host, ...labels];
}

function languageClaims(doc: Document, tags: MetaTags, linked: LinkedArticle): Declared[] {
  return [
    {
      value: doc.documentElement.getAttribute('lang') ?? doc.documentElement.getAttribute('xml:lang') ?? '',
      where: 'html lang',
    },
    ...declared(tags, ['content-language', 'og:locale', 'dc.language', 'language']),
    { value: linked.lang, where: 'json-ld' },
  ].filter(({ value }) => value);
}

function links(doc: Document, rel: string): Declared[] {
  return [...doc.querySelectorAll(`link[rel~="${rel}" i]`)]
    .slice(0, 3)
    .map((link) => ({ value: link.getAttribute('href') ?? '', where: `link ${rel}` }));
}

/** Addresses are read against `<base>`, which itself is read against the page's address. */
function baseOf(doc: Document, url: string): string {
  const base = doc.getElementsByTagName('base')[0]?.getAttribute('href') ?? '';
  return URL.canParse(base, url) && /^https?:$/.test(new URL(base, url).protocol) ? new URL(base, url).href : url;
}
