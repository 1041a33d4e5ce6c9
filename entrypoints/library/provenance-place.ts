/** The kinds of place that extraction names, and what they are called here; the rest of the name, if any, is a tag's. */
const PLACES: readonly { begins: RegExp; key: string }[] = [
  { begins: /^h[1-6]$/, key: 'headline' },
  { begins: /^line$/, key: 'line' },
  { begins: /^line near headline$/, key: 'near' },
  { begins: /^line after the story$/, key: 'after' },
  { begins: /^beside the date$/, key: 'near' },
  { begins: /^json-ld$/, key: 'jsonld' },
  { begins: /^meta /, key: 'meta' },
  { begins: /^link /, key: 'link' },
  { begins: /^title tag$/, key: 'titletag' },
  { begins: /^(?:byline element|author link|source element)$/, key: 'element' },
  { begins: /^address$/, key: 'address' },
  { begins: /^(?:time|pubdate)$/, key: 'time' },
  { begins: /^html lang$/, key: 'htmllang' },
  { begins: /^(?:script|words) of the text$/, key: 'text' },
  // Any other is an attribute and its value.
  { begins: /^[\w-]+ \S/, key: 'marked' },
];

/** `meta og:title` → the words for a meta tag, and `og:title`. A place that nobody knows has its own name as key. */
export function placeOf(where: string): { key: string; name: string } {
  const key = PLACES.find(({ begins }) => begins.test(where))?.key ?? where;
  return { key, name: key === 'marked' ? where : where.slice(where.indexOf(' ') + 1) };
}
