import type { Line } from './read-page.ts';
import type { Declared } from './meta-tags.ts';

const SAMPLE = 1500;
/** In the order in which they are asked for. A declared language fits when it is written in the script. */
const SCRIPTS: readonly { regex: RegExp; lang: string }[] = [
  { regex: /[\p{sc=Hira}\p{sc=Kana}]/gu, lang: 'ja' },
  { regex: /\p{sc=Hang}/gu, lang: 'ko' },
  { regex: /\p{sc=Han}/gu, lang: 'zh' },
  { regex: /\p{sc=Arab}/gu, lang: 'ar' },
  { regex: /\p{sc=Hebr}/gu, lang: 'he' },
  { regex: /\p{sc=Cyrl}/gu, lang: 'ru' },
  { regex: /\p{sc=Deva}/gu, lang: 'hi' },
  { regex: /\p{sc=Thai}/gu, lang: 'th' },
  { regex: /\p{sc=Grek}/gu, lang: 'el' },
];
/** ISO 15924 codes of the scripts above. */
const OTHER_SCRIPT = /^(?:Jpan|Kore|Hani|Arab|Hebr|Cyrl|Deva|Thai|Grek)$/;
/** Frequent small words that mark a language written in Latin letters. */
const SMALL_WORDS: Readonly<Record<string, string>> = {
  en: 'the and of to in is that for was with',
  de: 'der die und das ist nicht den von mit zu ein',
  fr: 'le la les des et est une dans pour que',
  es: 'el la los las de y que en un por con',
  pt: 'o a os as de e que em um para com não',
  it: 'il la di e che un per con non della',
  nl: 'de het een en van is dat op te voor met',
};
const TRADITIONAL = /[們這個來時國說對會學過後]/gu;
const SIMPLIFIED = /[们这个来时国说对会学过后]/gu;

/** The language of the text; a declared one is believed only when the script of the text allows it. */
export function findLanguage(claims: readonly Declared[], lines: readonly Line[]): Declared {
  const sample = sampleOf(lines);
  const valid = claims.flatMap(({ value, where }) => {
    const tag = canonicalTag(value);
    return tag ? [{ value: tag, where }] : [];
  });
  const script = scriptOf(sample);
  if (script) {
    const fits = valid.find(({ value }) => scriptCode(value) === scriptCode(script));
    return fits ?? { value: script === 'zh' ? chinese(sample) : script, where: 'script of the text' };
  }
  const words = smallWords(sample);
  const latin = valid.find(({ value }) => !OTHER_SCRIPT.test(scriptCode(value)));
  const [lang, most] = [...words].toSorted((a, b) => b[1] - a[1])[0] ?? ['', 0];
  const isLikely = most > 0.1;
  if (latin && (!isLikely || 2 * (words.get(latin.value.split('-')[0] ?? '') ?? 1) >= most)) return latin;
  return isLikely ? { value: lang, where: 'words of the text' } : { value: '', where: '' };
}

/** Right to left by declaration, else by language. */
export function findDirection(doc: Document, headline: Element | null, lang: string): 'ltr' | 'rtl' {
  const declared = (headline?.closest('[dir]') ?? doc.body?.closest('[dir]') ?? doc.documentElement)
    .getAttribute('dir')
    ?.toLowerCase();
  if (declared === 'rtl' || declared === 'ltr') return declared;
  return ['Arab', 'Hebr'].includes(scriptCode(lang)) ? 'rtl' : 'ltr';
}

/** ISO 15924 code of the script that a language is mostly written in; all of Chinese alike. */
function scriptCode(tag: string): string {
  // The two that most pages are in; asking the browser's tables takes milliseconds the first time.
  if (/^zh(?:-CN|-Hans)*$/.test(tag)) return 'Hani';
  if (/^en(?:-[A-Z]{2})?$/.test(tag)) return 'Latn';
  return tag ? (new Intl.Locale(tag).maximize().script ?? '').replace(/^Han[st]$/, 'Hani') : '';
}

function sampleOf(lines: readonly Line[]): string {
  const prose = lines.filter((line) => line.text.length >= 40);
  let sample = '';
  for (const line of prose.length ? prose : lines) {
    sample += ` ${line.text}`;
    if (sample.length > SAMPLE) break;
  }
  return sample.slice(0, SAMPLE);
}

/** The main language of the script that the text is in; empty for Latin letters and too little text. */
function scriptOf(sample: string): string {
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 10) return '';
  // Most pages are in Latin letters or not at all.
  if ((sample.match(/[a-z\u00c0-\u024f]/giu)?.length ?? 0) > 0.75 * letters) return '';
  const share = (regex: RegExp) => (sample.match(regex)?.length ?? 0) / letters;
  // Japanese needs few kana beside its Han characters; any other script must be a good part of the text.
  return SCRIPTS.find(({ regex, lang }) => share(regex) > (lang === 'ja' ? 0.08 : 0.25))?.lang ?? '';
}

function chinese(sample: string): string {
  const traditional = sample.match(TRADITIONAL)?.length ?? 0;
  const simplified = sample.match(SIMPLIFIED)?.length ?? 0;
  return traditional > simplified ? 'zh-Hant' : 'zh-Hans';
}

/** Share of each language's small words among all words of the text; none for too few words. */
function smallWords(sample: string): Map<string, number> {
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length < 30) return new Map();
  return new Map(
    Object.entries(SMALL_WORDS).map(([lang, list]) => {
      const small = list.split(' ');
      return [lang, words.filter((word) => small.includes(word)).length / words.length];
    }),
  );
}

function canonicalTag(value: string): string | null {
  try {
    return Intl.getCanonicalLocales(value.trim().replace('_', '-'))[0] ?? null;
  } catch {
    return null;
  }
}
