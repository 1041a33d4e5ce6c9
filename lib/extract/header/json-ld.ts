/** What the page's JSON-LD says about its article; empty values where it says nothing usable. */
export type LinkedArticle = {
  headline: string;
  published: string;
  modified: string;
  authors: string[];
  /** False when the author is an organisation or the site itself. */
  authorIsPerson: boolean;
  publisher: string;
  siteName: string;
  keywords: string[];
  image: string;
  url: string;
  lang: string;
};

type Node = Record<string, unknown>;

const MAX_SCRIPTS = 30;
const MAX_LENGTH = 1_000_000;
const MAX_NODES = 2000;
const MAX_DEPTH = 8;
const ARTICLE = /(?:article|posting|reportage|review|webpage)$/i;
const REAL_ARTICLE = /(?:article|posting|reportage)$/i;

/** Finds the best article node among all scripts; broken, huge and deep ones are passed over. */
export function readJsonLd(doc: Document): LinkedArticle {
  const nodes = [...doc.getElementsByTagName('script')]
    .filter((script) => /^application\/ld\+json/i.test(script.type))
    .slice(0, MAX_SCRIPTS)
    .flatMap((script) => flatten(parse(script.textContent ?? '')));
  const articles = nodes.filter((node) => typesOf(node).some((type) => ARTICLE.test(type)));
  const article = articles.toSorted((a, b) => weight(b) - weight(a))[0] ?? {};
  const site = nodes.find((node) => typesOf(node).includes('WebSite')) ?? {};
  const authors = list(article['author'] ?? article['creator']);
  const first = (...keys: string[]) => keys.map((key) => text(article[key])).find(Boolean) ?? '';
  return {
    headline: first('headline', 'name'),
    published: first('datePublished', 'dateCreated', 'uploadDate'),
    modified: first('dateModified'),
    authors: [...new Set(namesOf(authors))].slice(0, 10),
    authorIsPerson: !authors.some((author) => isNode(author) && typesOf(author).includes('Organization')),
    publisher: namesOf(article['publisher'])[0] ?? '',
    siteName: text(site['name']),
    keywords: namesOf(article['keywords']),
    image: addressOf(article['image']) || first('thumbnailUrl'),
    url: first('url') || addressOf(article['mainEntityOfPage']),
    lang: namesOf(article['inLanguage'])[0] ?? '',
  };
}

/** Forgives what is common and harmless: comment and CDATA wrappers, a last semicolon, raw line breaks, trailing commas. */
function parse(source: string): unknown {
  if (source.length > MAX_LENGTH) return null;
  const bare = source
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:<!--|\/\*.*?\*\/|(?:\/\/ ?)?<!\[CDATA\[)/, '')
    .replace(/(?:-->|(?:\/\/ ?)?\]\]>|;)$/, '');
  for (const candidate of [bare, bare.replace(/\p{Cc}+/gu, ' ').replace(/,\s*([}\]])/g, '$1')]) {
    try {
      return JSON.parse(candidate);
    } catch {
      // The more forgiving form is tried, then nothing.
    }
  }
  return null;
}

function flatten(root: unknown): Node[] {
  const found: Node[] = [];
  const queue: { value: unknown; depth: number }[] = [{ value: root, depth: 0 }];
  for (let index = 0; index < queue.length && index < MAX_NODES; index++) {
    const { value, depth } = queue[index] ?? { value: null, depth: 0 };
    if (depth > MAX_DEPTH) continue;
    if (Array.isArray(value)) for (const item of value.slice(0, 200)) queue.push({ value: item, depth: depth + 1 });
    if (!isNode(value)) continue;
    found.push(value);
    for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage']) queue.push({ value: value[key], depth: depth + 1 });
  }
  return found;
}

function weight(node: Node): number {
  const real = typesOf(node).some((type) => REAL_ARTICLE.test(type));
  return (real ? 4 : 0) + (text(node['headline']) ? 2 : 0) + (text(node['datePublished']) ? 1 : 0);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function typesOf(node: Node): string[] {
  return list(node['@type'])
    .filter((type) => typeof type === 'string')
    .map((type) => type.replace(/^.*[/#:]/, ''));
}

function list(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.flat(2).slice(0, 50) : [value];
}

function text(value: unknown): string {
  if (Array.isArray(value)) return text(value[0]);
  if (isNode(value)) return text(value['@value']);
  return typeof value === 'string' && value.length < 2000 ? value.trim() : '';
}

/** The names in a text, a node, or a list of both. */
function namesOf(value: unknown): string[] {
  return list(value)
    .map((one) => (isNode(one) ? text(one['name']) || text(one['@value']) : text(one)))
    .filter(Boolean);
}

/** The first address in a text, a node, or a list of both. */
function addressOf(value: unknown): string {
  const addresses = list(value).map((one) =>
    isNode(one) ? text(one['url']) || text(one['contentUrl']) || text(one['@id']) : text(one),
  );
  return addresses.find(Boolean) ?? '';
}
