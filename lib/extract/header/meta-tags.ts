/** The page's `<meta>` tags by plain name, values in document order. */
export type MetaTags = ReadonlyMap<string, string[]>;

export type Declared = { value: string; where: string };

const MAX_TAGS = 400;
const MAX_LENGTH = 4000;

/** Reads `name`, `property`, `itemprop` and `http-equiv` alike: pages mix them up. */
export function readMetaTags(doc: Document): MetaTags {
  const tags = new Map<string, string[]>();
  for (const meta of [...doc.getElementsByTagName('meta')].slice(0, MAX_TAGS)) {
    // Some content systems write `value` where `content` belongs.
    const value = (meta.getAttribute('content') ?? meta.getAttribute('value') ?? '').trim();
    if (!value || value.length > MAX_LENGTH) continue;
    for (const attribute of ['name', 'property', 'itemprop', 'http-equiv']) {
      for (const name of (meta.getAttribute(attribute) ?? '').split(/(?<!:)\s+/)) {
        const key = plain(name);
        if (key) tags.set(key, [...(tags.get(key) ?? []), value]);
      }
    }
  }
  return tags;
}

/** All values under the given names, best name first. */
export function declared(tags: MetaTags, names: readonly string[]): Declared[] {
  return names.flatMap((name) => (tags.get(plain(name)) ?? []).map((value) => ({ value, where: `meta ${name}` })));
}

/** All values under names that match, in the page's order; `names` are asked of plain ones. */
export function declaredLike(tags: MetaTags, names: RegExp): Declared[] {
  return Array.from(tags).flatMap(([name, values]) =>
    names.test(name) ? values.map((value) => ({ value, where: `meta ${name}` })) : [],
  );
}

/** One form for `publish_date`, `publish-date` and `publishDate`, and for names with and without a vendor before them. */
function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/^dcterms?(?=[.:])/, 'dc')
    .replace(/^(?:weibo|bt|rnews|sailthru|og(?=:article))[.:]/, '')
    .replace(/[^a-z\d]/g, '');
}
