/** Made-up news prose from word lists, Chinese or English. It need not be true or good, only be shaped like text. */
import type { Random } from './random.ts';

export type Language = 'zh' | 'en';

export type Prose = {
  headline: () => string;
  name: () => string;
  sentence: () => string;
  /** Two to five sentences. */
  paragraph: () => string;
};

const words = (list: string): string[] => list.split(' ');

const ZH = {
  who: words(
    '市水务局 县交通部门 研究小组 当地居民 社区医院 港口集团 气象台 大学实验室 果农合作社 地铁公司 图书馆 消防救援队',
  ),
  when: words('上午 本周 去年以来 入秋后 昨天傍晚 周末期间 经过三个月 在雨季之前 今年前三季度 清晨六点'),
  did: words('公布了 启用了 完成了 检查了 重新评估了 推迟了 扩大了 修复了 介绍了 征求了 总结了 调整了'),
  what: words(
    '河道治理方案 夜间公交线路 老旧小区电梯 苹果冷链仓库 海上风电项目 山区小学食堂 地下管网数据 博物馆新展厅 水稻试验田 机场货运通道 社区养老服务 防汛物资清单',
  ),
  more: words(
    '预计将惠及周边三万名居民 目前运行平稳 比原计划提前了两周 相关数据将每月更新 下一步还要听取意见 费用由多方共同承担 专家认为效果仍需观察 居民表示等了很多年 高峰时段等候时间明显缩短 这在当地还是第一次',
  ),
  names: words('周一鸣 林晓峰 陈若兰 高远 宋知秋 马文涛 何静 吴海生'),
};

const EN = {
  who: [
    'The harbour board',
    'A team of hydrologists',
    'The county council',
    'Local growers',
    'The transit agency',
    'Volunteers from the library',
    'Engineers at the plant',
    'The school district',
  ],
  did: words(
    'approved reviewed delayed expanded repaired published rejected tested redrew postponed measured welcomed',
  ),
  what: [
    'a plan for the old canal',
    'the night bus network',
    'new rules for offshore wind',
    'the maps of buried pipes',
    'a cold store for apples',
    'the museum annex',
    'its forecast for the spring flood',
    'a clinic in the hill villages',
  ],
  more: [
    'after three months of hearings',
    'although the costs are still disputed',
    'and residents said they had waited for years',
    'which should shorten the queues at peak hours',
    'two weeks ahead of schedule',
    'with the data to be updated every month',
    'while a second survey goes on upstream',
    'for the first time in the region',
  ],
  names: ['Mara Ellison', 'Jonah Pike', 'Ruth Adeyemi', 'Tomas Lindqvist', 'Ana Beltran', 'Peter Hallow'],
};

export function createProse(language: Language, { pick, below }: Random): Prose {
  const zh = language === 'zh';
  const sentence = zh
    ? () =>
        `${pick(ZH.when)},${pick(ZH.who)}${pick(ZH.did)}${pick(ZH.what)},${pick(ZH.more)}${pick(['。', '。', ';', '!'])}`
    : () => `${pick(EN.who)} ${pick(EN.did)} ${pick(EN.what)}, ${pick(EN.more)}${pick(['.', '.', '.', '!'])}`;
  return {
    sentence,
    headline: zh
      ? () => `${pick(ZH.who)}${pick(ZH.did)}${pick(ZH.what)}`
      : () => `${pick(EN.who)} ${pick(EN.did)} ${pick(EN.what)}`,
    name: () => pick(zh ? ZH.names : EN.names),
    paragraph: () => Array.from({ length: 2 + below(4) }, sentence).join(zh ? '' : ' '),
  };
}
