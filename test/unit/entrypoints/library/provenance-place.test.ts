import { expect, it } from 'vitest';
import { placeOf } from '../../../../entrypoints/library/provenance-place';
import english from '../../../../public/_locales/en/messages.json' with { type: 'json' };

const texts: Record<string, { message: string }> = english;

/** Every place that extraction names: it has words here, and they name the tag or attribute where there is one. */
it.each([
  ['h1', 'headline', ''],
  ['line', 'line', ''],
  ['line near headline', 'near', ''],
  ['beside the date', 'near', ''],
  ['line after the story', 'after', ''],
  ['json-ld', 'jsonld', ''],
  ['meta og:title', 'meta', 'og:title'],
  ['meta article:published_time', 'meta', 'article:published_time'],
  ['link canonical', 'link', 'canonical'],
  ['title tag', 'titletag', ''],
  ['byline element', 'element', ''],
  ['author link', 'element', ''],
  ['source element', 'element', ''],
  ['address', 'address', ''],
  ['time', 'time', ''],
  ['html lang', 'htmllang', ''],
  ['script of the text', 'text', ''],
  ['words of the text', 'text', ''],
  ['itemprop datePublished', 'marked', 'itemprop datePublished'],
  ['pubdate', 'time', ''],
])('calls “%s” %s', (where, key, name) => {
  const place = placeOf(where);
  expect(place.key).toBe(key);
  const words = texts[`provenance_at_${key}`]?.message;
  expect(words, 'a text for it').toMatch(/\S/u);
  expect(words?.includes('{name}') ? place.name : '').toBe(name);
});
