import { describe, expect, it } from 'vitest';
import { clauses } from '../../../lib/keywords/clauses';
import { withoutParticles } from '../../../lib/keywords/korean';
import { languageOf } from '../../../lib/keywords/language';
import { lines } from '../../../lib/keywords/lines';

const cut = (text: string, lang: string): string[] =>
  clauses([{ text, title: false }], lang).map(({ words }) => words.map(({ form }) => form).join('|'));

describe('clauses', () => {
  it.each([
    ['en', 'The U.S. envoy, St. John, met Joseph D. Alder.', ['The|U.S.|envoy', 'St|John', 'met|Joseph|D|Alder']],
    ['en', "Alder's tunnel is state-of-the-art", ['Alder', 'tunnel|is|state-of-the-art']],
    ['fr', 'L’eau d’ici', ['L’|eau|d’|ici']],
    ['zh', '水库 大坝', ['水库', '大坝']],
    ['zh', '水库，GPT-4 模型', ['水库', 'GPT-4|模型']],
  ])('cuts %s: %s', (lang, text, expected) => {
    expect(cut(text, lang)).toEqual(expected);
  });

  it('goes on over a line that was wrapped by hand', () => {
    const wrapped = clauses(lines('A title', 'the harbour\ntunnel opens.\nFerries stop'), 'en');
    expect(wrapped.map(({ words }) => words.map(({ key }) => key).join(' '))).toEqual([
      'a title',
      'the harbour tunnel opens',
      'ferries stop',
    ]);
  });

  it('takes one character after a number for its measure', () => {
    const [clause] = clauses([{ text: '五旬男子', title: false }], 'zh');
    expect(clause?.words.map(({ key, stop, number }) => [key, stop, number])).toEqual([
      ['五', false, true],
      ['旬', true, false],
      ['男子', false, false],
    ]);
  });
});

describe('lines', () => {
  it('drops repeats of the headline and of any other line', () => {
    const kept = lines(
      '大坝今日正式开工建设',
      '大坝今日正式开工建设\n村民搬迁。\n图：大坝今日正式开工建设\n村民搬迁。',
    );
    expect(kept.map(({ text }) => text)).toEqual(['大坝今日正式开工建设', '村民搬迁。', '图:大坝今日正式开工建设']);
  });
});

it('reads what looks alike as one, and nothing that is not seen', () => {
  expect(lines('', 'ＮＡＴＯ wa\u00adter ﷺ ½\u202e.').map(({ text }) => text)).toEqual([
    'NATO water صلى الله عليه وسلم 1⁄2.',
  ]);
});

describe('credits', () => {
  const kept = (text: string): string =>
    lines('', text)
      .map((line) => line.text)
      .join('|');

  it.each([
    ['责任编辑：何某某', ''],
    ['文/林某 图/周某', ''],
    ['摄影：林某', ''],
    ['By Mara Ellison and Jonah Pike', ''],
    ['本报讯（记者 林某某 周某）水库开闸。', '本报讯。水库开闸。'],
    ['河湾日报记者 林某某 周某，水库开闸。', '。水库开闸。'],
    ['新华社河湾5月8日电 水库开闸。', '。 水库开闸。'],
    ['HILLTOWN (AP) -- The dam opened.', '。 The dam opened.'],
    ['记者从市气象台获悉，水库开闸。', '记者从市气象台获悉,水库开闸。'],
    ['图：水库开闸', '图:水库开闸'],
    ['By 2030 the dam will be open.', 'By 2030 the dam will be open.'],
    ['编辑部昨天搬进新楼。', '编辑部昨天搬进新楼。'],
  ])('%s → %s', (text, expected) => {
    expect(kept(text)).toBe(expected);
  });
});

describe('withoutParticles', () => {
  const keys = (text: string): string[] =>
    withoutParticles(clauses([{ text, title: false }], 'ko')).flatMap(({ words }) => words.map(({ key }) => key));

  it('takes off what the text shows to be a particle', () => {
    expect(keys('지하철이 지하철을')).toEqual(['지하철', '지하철']);
  });

  it('leaves a word alone that only ends like one', () => {
    expect(keys('민주주의 국가')).toEqual(['민주주의', '국가']);
  });
});

describe('languageOf', () => {
  it.each([
    ['en', '河湾县连夜转移群众，水库开闸放水。', 'zh'],
    ['zh', '青森市で花火大会が開かれた。多くの人が集まった。', 'ja'],
    ['zh', '정부는 지하철을 늘린다. 서울 지하철은 부족하다.', 'ko'],
    ['', 'Le conseil a voté pour que la piste longe le canal de la ville.', 'fr'],
    ['en-GB', 'The council has voted for the tunnel.', 'en'],
    ['zh-Hant', '水庫開閘放水', 'zh'],
    ['sv', 'Kommunen bygger en ny bro över älven.', 'sv'],
    ['not a tag!', 'Kommunen', 'en'],
    ['', '', 'en'],
    ['zh-CN', 'docker run --name 容器 --restart always --volume /data 镜像', 'zh'],
    ['en', 'The word 容器 means container in the manual of the harbour authority.', 'en'],
  ])('%s, %s → %s', (declared, text, expected) => {
    expect(languageOf(declared, text)).toBe(expected);
  });
});
