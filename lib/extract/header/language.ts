import type { Line } from './read-page.ts';
import type { Declared } from './meta-tags.ts';

const SAMPLE = 1500;
const SCRIPTS: readonly { regex: RegExp; lang: string; also: readonly string[] }[] = [
  { regex: /[\p{sc=Hira}\p{sc=Kana}]/gu, lang: 'ja', also: [] },
  { regex: /\p{sc=Hang}/gu, lang: 'ko', also: [] },
  { regex: /\p{sc=Han}/gu, lang: 'zh', also: ['yue', 'lzh', 'wuu', 'cmn'] },
  { regex: /\p{sc=Arab}/gu, lang: 'ar', also: ['fa', 'ur', 'ps', 'ku', 'ckb', 'sd', 'ug'] },
  { regex: /\p{sc=Hebr}/gu, lang: 'he', also: ['yi', 'iw'] },
  { regex: /\p{sc=Cyrl}/gu, lang: 'ru', also: ['uk', 'be', 'bg', 'sr', 'mk', 'kk', 'ky', 'mn', 'tg', 'tt'] },
  { regex: /\p{sc=Deva}/gu, lang: 'hi', also: ['mr', 'ne', 'sa'] },
  { regex: /\p{sc=Thai}/gu, lang: 'th', also: [] },
  { regex: /\p{sc=Grek}/gu, lang: 'el', also: [] },
  { regex: /\p{sc=Beng}/gu, lang: 'bn', also: ['as'] },
  { regex: /\p{sc=Taml}/gu, lang: 'ta', also: [] },
];
/** Frequent small words that mark a language written in Latin letters. */
const SMALL_WORDS: Readonly<Record<string, string>> = {
  en: 'the and of to in is that for was with on are this have from by not it as he',
  de: 'der die und das ist nicht den von mit zu ein eine für auf dem sich auch im wie wird',
  fr: 'le la les des et est une dans pour que qui sur pas du au avec ce par plus',
  es: 'el la los las de y que en un una por con para se del su es al como',
  pt: 'o a os as de e que em um uma para com não por do da no na se mais',
  it: 'il la di e che un una per con non del della sono nel alla le gli i si',
  nl: 'de het een en van is dat op te in voor met niet zijn aan er ook bij maar',
  pl: 'i w na z do że się nie jest to po o od przez dla jak za ale oraz',
  tr: 've bir bu için ile da de olarak çok daha olan gibi kadar sonra en ne var',
};
const TRADITIONAL = /[們這個來時國說對會學過經後發現間還點開問關長電車萬與業產種書東無見從愛當為樂]/gu;
const SIMPLIFIED = /[们这个来时国说对会学过经后发现间还点开问关长电车万与业产种书东无见从爱当为乐]/gu;

/** The language of the text; a declared one is believed only when the script of the text allows it. */
export function findLanguage(claims: readonly Declared[], lines: readonly Line[]): Declared {
  const sample = sampleOf(lines);
  const valid = claims.flatMap(({ value, where }) => {
    const tag = canonicalTag(value);
    return tag ? [{ value: tag, where }] : [];
  });
  const script = scriptOf(sample);
  if (script) {
    const fits = valid.find(({ value }) => [script.lang, ...script.also].includes(value.split('-')[0] ?? ''));
    return fits ?? { value: script.lang === 'zh' ? chinese(sample) : script.lang, where: 'script of the text' };
  }
  const words = smallWords(sample);
  const latin = valid.find(
    ({ value }) => !SCRIPTS.some(({ lang, also }) => [lang, ...also].includes(value.split('-')[0] ?? '')),
  );
  if (
    latin &&
    (!words ||
      words.share[latin.value.split('-')[0] ?? ''] === undefined ||
      (words.share[latin.value.split('-')[0] ?? ''] ?? 0) * 2 >= (words.share[words.lang] ?? 0))
  )
    return latin;
  return words ? { value: words.lang, where: 'words of the text' } : { value: '', where: '' };
}

/** Right to left by declaration, else by language. */
export function findDirection(doc: Document, headline: Element | null, lang: string): 'ltr' | 'rtl' {
  const declared = (headline?.closest('[dir]') ?? doc.body?.closest('[dir]') ?? doc.documentElement)
    .getAttribute('dir')
    ?.toLowerCase();
  if (declared === 'rtl' || declared === 'ltr') return declared;
  return /^(?:ar|he|iw|fa|ur|ps|yi|sd|ug|ckb)\b/.test(lang) ? 'rtl' : 'ltr';
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

function scriptOf(sample: string): (typeof SCRIPTS)[number] | null {
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 10) return null;
  // Most pages are in Latin letters or not at all.
  if ((sample.match(/[a-z\u00c0-\u024f]/giu)?.length ?? 0) > 0.75 * letters) return null;
  const share = (regex: RegExp) => (sample.match(regex)?.length ?? 0) / letters;
  // Japanese needs few kana beside its Han characters; any other script must be a good part of the text.
  return SCRIPTS.find(({ regex, lang }) => share(regex) > (lang === 'ja' ? 0.08 : 0.25)) ?? null;
}

function chinese(sample: string): string {
  const traditional = sample.match(TRADITIONAL)?.length ?? 0;
  const simplified = sample.match(SIMPLIFIED)?.length ?? 0;
  return traditional > simplified ? 'zh-Hant' : 'zh-Hans';
}

function smallWords(sample: string): { lang: string; share: Record<string, number> } | null {
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length < 30) return null;
  const share: Record<string, number> = {};
  for (const [lang, list] of Object.entries(SMALL_WORDS)) {
    const set = new Set(list.split(' '));
    share[lang] = words.filter((word) => set.has(word)).length / words.length;
  }
  const [lang, best] = Object.entries(share).toSorted((a, b) => b[1] - a[1])[0] ?? ['', 0];
  return best > 0.12 ? { lang, share } : null;
}

function canonicalTag(value: string): string | null {
  try {
    return Intl.getCanonicalLocales(value.trim().replace('_', '-'))[0] ?? null;
  } catch {
    return null;
  }
}
