/** Words of two languages, the commonest first. The common ones are real, the others made of common characters or syllables. */
import { createRandom, type Random } from './random.ts';
import { zipf } from './zipf.ts';

export type Language = 'zh' | 'en';

/** Characters of Chinese, about as common as they stand here. */
const COMMON_CHARACTERS =
  '的一是不了人在有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运';

const COMMON_ZH =
  '的 是 在 了 和 有 也 对 将 为 记者 不 发展 我们 年 月 日 工作 经济 社会 企业 中 国家 问题 人 表示 这 到 中国 市场 进行 建设 与 上 他 就 新 服务 目前 一个 地区 政府 公司 通过 技术 已经 人员 要求 活动 增长 管理 城市 生活 时间 其中 今年 没有 以及 合作 情况 方面 可以 成为 项目';

const COMMON_EN =
  'the of and to a in for is that on it with as was at by be from are this have an he his but they not has were which will its or had their one we who more been would out up about there when what can all if so no after new over two first also into other some than only most people time year government could may last many state company between against city world percent work market country million during before report under while public service through another group made well part home week women health plan says business back used long school money change'.split(
    ' ',
  );

const BEGINNINGS = 'b c ch co con d de di ex f g h in l m n p par pr re s se sh st t tr un v w'.split(' ');
const VOWELS = 'a e i o u ai ea io ou'.split(' ');
const MIDDLES = 'b ct d l ll m n nd ng nt p r rm s st t v x'.split(' ');
const ENDINGS = 'al e ed er ing ion ist ity ly ment n ness or ous s ty y'.split(' ');

const WORDS = { zh: 60_000, en: 90_000 };
const PHRASES = 12_000;
const SUBJECT_WORDS = 120;
const SUBJECT_PHRASES = 60;
/** The first of the Han characters that are not common, and how many of them may stand in a name. */
const RARE_FROM = 0x4e00;
const RARE = 3000;

function zhWord(random: Random): string {
  const kind = random.below(20);
  const length = kind < 14 ? 2 : kind < 17 ? 3 : kind < 19 ? 4 : 1;
  const character = () =>
    random.below(5) === 0
      ? String.fromCharCode(RARE_FROM + random.below(RARE) * 6)
      : (COMMON_CHARACTERS[random.below(COMMON_CHARACTERS.length)] ?? '');
  return Array.from({ length }, character).join('');
}

function enWord(random: Random): string {
  const middle = Array.from(
    { length: random.below(4) === 0 ? 1 : 0 },
    () => random.pick(VOWELS) + random.pick(MIDDLES),
  ).join('');
  return random.pick(BEGINNINGS) + random.pick(VOWELS) + random.pick(MIDDLES) + middle + random.pick(ENDINGS);
}

function makeLexicon(language: Language): string[] {
  const random = createRandom(language === 'zh' ? 11 : 12);
  const common = language === 'zh' ? COMMON_ZH.split(' ') : COMMON_EN;
  const make = language === 'zh' ? zhWord : enWord;
  return [...common, ...Array.from({ length: WORDS[language] - common.length }, () => make(random))];
}

/** Words that stand together again and again: without them no two would be neighbours twice. */
function phrases(words: readonly string[], count: number, random: Random, between: string): string[] {
  const phrase = () => Array.from({ length: 2 + random.below(3) }, () => zipf(words, random)).join(between);
  return Array.from({ length: count }, phrase);
}

const kept = new Map<string, readonly string[]>();

function keep(name: string, make: () => string[]): readonly string[] {
  const list = kept.get(name) ?? make();
  kept.set(name, list);
  return list;
}

export const lexicon = (language: Language): readonly string[] => keep(language, () => makeLexicon(language));

const spaceOf = (language: Language): string => (language === 'zh' ? '' : ' ');

export const commonPhrases = (language: Language): readonly string[] =>
  keep(`${language} phrases`, () => phrases(lexicon(language), PHRASES, createRandom(21), spaceOf(language)));

/** What is talked about where the subject is this one: words, and phrases of them. */
export function subjectOf(
  language: Language,
  subject: number,
): { words: readonly string[]; phrases: readonly string[] } {
  const random = createRandom(1000 + subject);
  const rest = keep(`${language} rest`, () => lexicon(language).slice(60));
  const words = keep(`${language} ${subject}`, () => Array.from({ length: SUBJECT_WORDS }, () => zipf(rest, random)));
  const own = keep(`${language} ${subject} phrases`, () => phrases(words, SUBJECT_PHRASES, random, spaceOf(language)));
  return { words, phrases: own };
}
