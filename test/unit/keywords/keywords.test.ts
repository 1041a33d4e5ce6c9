import { describe, expect, it } from 'vitest';
import { keywords, type KeywordsOptions } from '../../../lib/keywords/keywords';
import { readArticle } from '../../../lib/keywords/reading';
import { marked } from '../../../lib/keywords/part-of';

const flood = {
  title: '河湾县青石街道连夜转移群众：守住防汛抗洪第一道堤坝',
  lang: 'zh-CN',
  source: '河湾新闻网',
  text: [
    '河湾县青石街道连夜转移群众：守住防汛抗洪第一道堤坝',
    '连日暴雨，河湾县青石街道把防汛抗洪作为头等大事。他们说，堤坝就是命令。',
    '青石街道组织志愿者上堤巡查，防汛抗洪物资已经运到堤坝。',
    '防汛抗洪期间，青石街道的志愿者轮流值守，他们把暴雨中的老人送到学校安置。',
    '责任编辑：某某',
  ].join('\n'),
};

const tunnel = {
  title: 'City Council Approves Harbour Tunnel',
  lang: 'en',
  source: 'Bay Herald',
  text: [
    'The city council voted on Tuesday to build the harbour tunnel, ending a debate that has lasted ten years.',
    'Engineers at Northgate University said the harbour tunnel would cut ferry traffic. The ferry operators disagree.',
    'Mayor Ruth Alder told reporters that ferry traffic had doubled. "The harbour tunnel is overdue," Ruth Alder said.',
    'NATO ships will use the old ferry terminal. NATO declined to comment.',
  ].join('\n'),
};

type Article = { title?: string; text: string; lang?: string; source?: string | null; declared?: string[] };

const run = ({ title = '', lang = '', source = null, declared = [], text }: Article, options?: KeywordsOptions) =>
  keywords({ title, lang, source, declared, text }, options);
const terms = (article: Article, options?: KeywordsOptions): string[] => run(article, options).map(({ term }) => term);

describe('keywords found in the text', () => {
  it('recovers names that the segmenter splits, and lists none of their parts', () => {
    const found = terms(flood);
    expect(found.slice(0, 5)).toEqual(expect.arrayContaining(['青石街道', '防汛抗洪']));
    expect(found).not.toContain('街道');
    expect(found).not.toContain('抗洪');
  });

  it('leaves out pronouns and what every news page says', () => {
    expect(terms(flood, { limit: 50 }).join(' ')).not.toMatch(/责任编辑|他们/u);
  });

  it('finds English phrases and writes them as the middle of a sentence does', () => {
    const found = terms(tunnel);
    expect(found).toContain('harbour tunnel');
    expect(found).toContain('Ruth Alder');
    expect(found).toContain('ferry traffic');
    expect(found.join(' ')).toContain('NATO');
  });

  it('gives no keyword that is part of another, whatever the limit', () => {
    for (const article of [flood, tunnel]) {
      const keys = terms(article, { limit: 30 }).map((term) => term.toLowerCase());
      for (const a of keys)
        for (const b of keys) if (a !== b) expect(marked(b).includes(marked(a)), `${a} in ${b}`).toBe(false);
    }
  });

  it('leaves out who reported it, unless it is the subject', () => {
    const text =
      '河湾日报记者 林某某 周某\n水库开闸，村民撤离。水库水位下降，村民返家。河湾日报今日报道，河湾日报记者在场。';
    const paper = { text, lang: 'zh', source: '河湾日报' };
    expect(terms({ ...paper, title: '水库开闸' }).join()).not.toMatch(/河湾日报|林某|周某/u);
    expect(terms({ ...paper, source: null, title: '河湾日报创刊百年' })).toContain('河湾日报');
    expect(terms({ ...paper, source: '水库', title: '' })).not.toContain('河湾日报');
    expect(terms({ ...flood, source: '青石' })).toContain('青石街道');
    const office = { title: '水库开闸', text: '水库开闸。水文站发布，水文站提醒。水文站。', lang: 'zh' };
    expect(terms(office)).toContain('水文站');
    expect(terms({ ...office, source: '水文站' })).not.toContain('水文站');
  });

  it('gives the pieces of one name once', () => {
    const text = '云知创研发布新版。云知创研发布会上，云知创研的工程师演示新版。';
    const found = terms({ title: '云知创研发布新版', text, lang: 'zh', declared: ['云知创研'] });
    expect(found).toContain('云知创研');
    expect(found.filter((term) => term !== '云知创研').join()).not.toMatch(/创研|云知/u);
  });

  it('joins a declared word with no word that says little', () => {
    const text = '影响CPI的因素有三。影响CPI的粮价上涨，影响CPI的油价下跌。CPI上涨。';
    expect(terms({ title: '粮价上涨', text, lang: 'zh', declared: ['CPI'] })).toContain('CPI');
  });

  it('keeps the phrase that the page declares whole', () => {
    const text = '委员会谈教育。教育是大事，评价也是大事，第三方评价是教育的一环，评价要公正。';
    expect(terms({ title: '谈教育', text, lang: 'zh', declared: ['第三方评价'] })).toContain('第三方评价');
  });

  it.each([
    ['LPR', 'LPR按兵不动'],
    ['thai cannabis', 'thai cannabis groups'],
    ['5g', '5g芯片'],
  ])('knows that %s is part of %s', (part, whole) => {
    expect(marked(whole).includes(marked(part))).toBe(true);
    expect(marked(part).includes(marked(whole))).toBe(false);
  });

  it('gives one of a word and its plural', () => {
    const text = 'The holiday party is over. Holiday parties end. A holiday party ends, and holiday parties begin.';
    const found = terms({ text, lang: 'en' }).filter((term) => term.startsWith('holiday part'));
    expect(found).toHaveLength(1);
  });

  it('knows words of its lists that the segmenter cuts in two', () => {
    const text = '首届花会开幕。首届灯会落幕，首届庙会谢幕，首届。';
    expect(terms({ title: '花会开幕', text, lang: 'zh' }, { limit: 30 })).not.toContain('首届');
  });

  it('leaves out what a Chinese text mentions in passing, unless there is little of it', () => {
    const passing = '渡口的老船夫每天清早撑船过河。';
    const text = `${flood.text}\n${passing}`;
    expect(terms({ ...flood, text }, { limit: 50 })).not.toContain('渡口');
    expect(terms({ ...flood, text: `${text}\n渡口明天重新开放。` }, { limit: 50 })).toContain('渡口');
    expect(terms({ ...flood, text, declared: ['渡口'] }, { limit: 50 })).toContain('渡口');
    expect(terms({ lang: 'zh', text: `消息\n${passing}` })).toContain('渡口');
  });

  it('takes no clause of a headline for a name, unless it is said again', () => {
    const title = '青禾镇改建书屋：少年歌手回家';
    const text = '青禾镇的书屋开放了。书屋在青禾镇的南街。';
    const clause = '少年歌手回家';
    const keys = (more: string) =>
      readArticle({ lang: 'zh', title, text: text + more }).candidates.map(({ key }) => key);
    expect(keys('')).not.toContain(clause);
    expect(keys(`“${clause}”，镇上的人说。`)).toContain(clause);
  });

  it('leaves out single English words that are read once, and keeps phrases', () => {
    const found = terms(tunnel, { limit: 50 });
    expect(found).not.toContain('debate');
    expect(found).toContain('Northgate University');
  });

  it.each([
    { whole: '青港所', piece: '青港', text: '青港所昨天挂牌。青港所主席致辞，青港所发布数据。', title: '青港所挂牌' },
    { whole: '延迟调用', piece: '延迟调', text: '延迟调用很简单。延迟调用的代码如下。', title: '怎样延迟调用' },
  ])('gives $whole with its last character', ({ whole, piece, ...article }) => {
    const found = terms({ lang: 'zh', ...article });
    expect(found).toContain(whole);
    expect(found).not.toContain(piece);
  });

  it('leaves out when and how many', () => {
    const text = '星期三的书法课讲了五分钟。书法课有七个弯。第二周的书法课又讲五分钟，还是七个弯。';
    expect(terms({ lang: 'zh', title: '星期三的书法课', text }, { limit: 50 })).toEqual(['书法课']);
  });

  it('leaves contractions and loose characters out', () => {
    const english = "They don't stress. The tablet isn't loud and the tablet won't break, we'll see that'll do.";
    expect(terms({ text: english, lang: 'en' }).join()).not.toMatch(/n't|'ll/u);
    const chinese = '林阿婆接到电话。林阿婆接过电话，银行起播出门。着力打造堤坝，大坝今日起播出。';
    for (const term of terms({ text: chinese, lang: 'zh' }, { limit: 30 })) expect(term).not.toMatch(/^[起力]|接$/u);
  });

  it('counts a repeated headline once', () => {
    const text = '天气晴朗。\n村民种下果树，果树长势喜人。\n';
    const headline = '某地举行丰收大会';
    const once = terms({ title: headline, text, lang: 'zh' });
    expect(terms({ title: headline, text: text + `${headline}\n`.repeat(9), lang: 'zh' })).toEqual(once);
  });

  it('takes the first line for the headline where none is given', () => {
    const [first] = run({ text: '水库开闸放水\n今日水库开闸放水，下游居民撤离。水库水位下降。', lang: 'zh' });
    expect(first?.where).toBe('title');
  });

  it.each([
    ['fr', 'Le conseil municipal vote la piste cyclable. La piste cyclable longera le canal.', 'piste cyclable'],
    [
      'pt',
      'A greve dos professores continua. A greve dos professores começou ontem em Lisboa.',
      'greve dos professores',
    ],
    ['de', 'Der Stadtrat stimmt für die Seilbahn. Die Seilbahn verbindet Bahnhof und Hafen.', 'Seilbahn'],
    ['es', 'El puente colgante reabre. Los vecinos cruzan el puente colgante desde el lunes.', 'puente colgante'],
    ['sv', 'Kommunen bygger en ny hängbro över älven. En hängbro är dyr, men älven är bred.', 'hängbro'],
    ['ja', '青森市で花火大会が開かれた。花火大会には多くの市民が集まった。', '花火大会'],
    ['ko', '정부는 지하철을 늘린다. 지하철이 부족하다고 정부가 말했다. 지하철의 수요가 늘었다.', '지하철'],
  ])('works in %s', (lang, text, expected) => {
    expect(terms({ text, lang })).toContain(expected);
  });

  it('trusts the text more than a wrong language tag', () => {
    expect(terms({ ...flood, lang: 'en' })).toEqual(terms(flood));
    expect(terms({ ...tunnel, lang: 'fr' })).toEqual(terms({ ...tunnel, lang: '' }));
  });
});

describe('origin, weight and place', () => {
  it('says of each keyword where it comes from', () => {
    const found = run({ ...flood, declared: ['志愿者', '他们', '气候'] }, { limit: 12, declaredAt: 'json-ld' });
    const byTerm = new Map(found.map((keyword) => [keyword.term, keyword]));
    expect(byTerm.get('志愿者')).toMatchObject({ origin: 'declared', where: 'json-ld' });
    expect(byTerm.get('气候')).toMatchObject({ origin: 'declared' });
    expect(byTerm.get('青石街道')).toMatchObject({ origin: 'found', where: 'title' });
    expect(byTerm.has('他们')).toBe(false);
  });

  it('weighs from 0 to 1, best first, at most as many as asked for', () => {
    for (const limit of [0, 1, 3, 8, 40]) {
      const weights = run({ ...tunnel, declared: ['Ferries'] }, { limit }).map(({ weight }) => weight);
      expect(weights.length).toBeLessThanOrEqual(limit);
      expect(weights).toEqual(weights.toSorted((a, b) => b - a));
      for (const weight of weights) expect(weight >= 0 && weight <= 1).toBe(true);
    }
  });

  it('spells a declared keyword as the article does', () => {
    const text = 'Gulls rest where the Guild of the Harbour Pilots met at noon. The tide rises.';
    const declared = ['guild of the harbour pilots', 'tide tables'];
    expect(terms({ text, lang: 'en', declared }, { limit: 20 })).toEqual(
      expect.arrayContaining(['Guild of the Harbour Pilots', 'tide tables']),
    );
  });

  it('joins the single words that a page declares into the phrase they make', () => {
    const found = terms({ ...flood, declared: ['防汛', '抗洪', '街道'] });
    expect(found).toContain('防汛抗洪');
    expect(found).toContain('青石街道');
    for (const part of ['防汛', '抗洪', '街道']) expect(found).not.toContain(part);
  });
});

describe('what the reader has taught it', () => {
  it('keeps removed keywords away, declared ones too', () => {
    const removed = new Set(['harbour tunnel', 'ferries']);
    const found = terms({ ...tunnel, declared: ['Ferries'] }, { removed });
    expect(found).not.toContain('harbour tunnel');
    expect(found).not.toContain('Ferries');
  });

  it.each([
    ['harbour tunnel', tunnel],
    ['防汛抗洪', flood],
  ])('ranks lower what is common in a library that is large enough: %s', (term, article) => {
    const count = (key: string): number => (key === term ? 400 : 0);
    const weight = (df?: KeywordsOptions['df']): number =>
      run(article, df && { df }).find((keyword) => keyword.term === term)?.weight ?? 0;
    expect(weight({ articles: 10, count })).toBe(weight());
    expect(weight({ articles: 400, count })).toBeLessThan(weight({ articles: 400, count: () => 0 }));
  });

  it('leaves Chinese terms alone that some articles of the library hold', () => {
    const df = { articles: 400, count: (key: string) => (key === '防汛抗洪' ? 30 : 0) };
    expect(terms(flood, { df })).toEqual(terms(flood));
  });
});
