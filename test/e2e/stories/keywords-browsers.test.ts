/** The same pages saved in Chromium and in Firefox: what each of them takes for their keywords. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Keyword } from '../../../lib/article';
import { savePage, startStory, storeRows, type Story } from '../chromium';
import { type FirefoxStory, ownTab, raw, savePath, startFirefoxStory } from '../firefox-story';

/** How many stand in a row of the list, and how many more are looked at where no spaces part the words. */
const FIRST = 5;

type Page = { lang: string; title: string; keywords?: string; text: string[] };

const PAGES: Record<string, Page> = {
  en: {
    lang: 'en',
    title: 'Harbour Tunnel Wins Approval After Ten Years',
    keywords: 'tunnels, ferry traffic, Northgate',
    text: [
      'The city council voted on Tuesday to build the harbour tunnel, ending a debate that has lasted ten years.',
      'Engineers at Northgate University said the harbour tunnel would cut ferry traffic. The ferry operators disagree.',
      'Mayor Ruth Alder told reporters that ferry traffic had doubled. "The harbour tunnel is overdue," she said.',
      'The coast guard will keep its old terminal, which the harbour tunnel passes at a depth of forty metres.',
    ],
  },
  fr: {
    lang: 'fr',
    title: 'La piste cyclable du canal sera prolongée',
    text: [
      'Le conseil municipal a voté mercredi la prolongation de la piste cyclable qui longe le canal de l’Ourcelle.',
      'La piste cyclable reliera la gare au vieux port. Les bateliers craignent pour le chemin de halage du canal.',
      'Le chemin de halage sera partagé, répond la mairie, et la piste cyclable gardera la largeur d’aujourd’hui.',
      'Les travaux de la piste cyclable dureront huit mois, promet le conseil municipal, ponts et écluses compris.',
    ],
  },
  ko: {
    lang: 'ko',
    title: '강변 지하철 연장 확정, 2030년 개통',
    text: [
      '하늘시는 강변 지하철 연장 사업을 확정했다. 강변 지하철은 하늘역에서 새나루역까지 이어진다.',
      '주민들은 강변 지하철이 늦었다고 말한다. 새나루역 주민들은 버스로 한 시간을 간다.',
      '하늘시는 새나루역에 환승 센터를 짓는다. 환승 센터는 버스와 강변 지하철을 잇는다.',
      '시장은 환승 센터가 먼저 문을 연다고 밝혔다. 하늘시의 예산은 내년에 늘어난다.',
    ],
  },
  zh: {
    lang: 'zh-CN',
    title: '河湾县青石街道连夜转移群众：守住防汛抗洪第一道堤坝',
    keywords: '防汛,抗洪,他们,街道,志愿者',
    text: [
      '连日暴雨，河湾县青石街道把防汛抗洪作为头等大事，连夜转移低洼地带的群众三百余人，堤坝上灯火通明。',
      '青石街道组织志愿者上堤巡查，防汛抗洪物资已经运到堤坝。他们说，堤坝就是命令，雨不停，人不退。',
      '防汛抗洪期间，青石街道的志愿者轮流值守，他们把暴雨中的老人送到学校安置，学校食堂昼夜供应热饭。',
      '气象部门预计，暴雨还将持续两天。河湾县水库已经开闸放水，下游各村的志愿者逐户提醒村民注意安全。',
    ],
  },
  'zh-Hant': {
    lang: 'zh-TW',
    title: '潮間帶步道完工，海岸監測站同步啟用',
    text: [
      '白沙鎮的潮間帶步道本週完工，步道盡頭的海岸監測站同步啟用，監測站將記錄潮汐、水溫與海鳥的數量。',
      '鎮長表示，潮間帶步道採用回收木料，遊客不必踩上礁石；海岸監測站的資料將開放給學校使用。',
      '漁民擔心遊客太多。鎮公所說，潮間帶步道每天限量三百人，海鳥繁殖期間步道關閉，監測站照常運作。',
      '志工上週已經試走潮間帶步道，並協助海岸監測站架設儀器，儀器的電力來自屋頂的太陽能板。',
    ],
  },
  ja: {
    lang: 'ja',
    title: '青浜市で花火大会、四年ぶりに開催',
    text: [
      '青浜市で週末、花火大会が四年ぶりに開かれた。会場の青浜海岸には市民およそ三万人が集まった。',
      '花火大会は漁業組合が支えてきた。漁業組合は今年、青浜海岸の清掃も引き受け、市民も手伝った。',
      '市によると、花火大会の費用は寄付でまかなわれた。漁業組合の代表は「青浜海岸の夏が戻った」と語った。',
      '次の花火大会は来年八月の予定で、市は青浜海岸に観覧席を増やす。漁業組合は屋台の数も増やしたいという。',
    ],
  },
};

/** Words of these come from each browser's own dictionary. */
const WITHOUT_SPACES = new Set(['zh', 'zh-Hant', 'ja']);

function markup({ lang, title, keywords, text }: Page): string {
  const meta = keywords ? `<meta name="keywords" content="${keywords}">` : '';
  const story = text.map((paragraph) => `<p>${paragraph}</p>`).join('\n');
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${title}</title>${meta}</head>
<body><article><h1>${title}</h1>${story}</article></body></html>`;
}

type Row = { title: string; keywords: string[] };
type Body = { keywords: Keyword[] };
type Saved = { rows: Row[]; bodies: Body[] };

describe('keywords in two browsers', () => {
  let chromium: Story;
  let firefox: FirefoxStory;
  let saved: { chromium: Saved; firefox: Saved };
  beforeAll(async () => {
    chromium = await startStory();
    firefox = await startFirefoxStory();
    for (const [name, page] of Object.entries(PAGES)) {
      for (const { site } of [chromium, firefox]) site.put(`/${name}.html`, markup(page));
      const opened = await chromium.open(`/${name}.html`);
      expect(await savePage(chromium, opened)).toMatchObject({ ok: true });
      await opened.close();
      expect(await savePath(firefox, `/${name}.html`)).toMatchObject({ ok: true });
    }
    const lever = await ownTab(firefox, '/popup.html');
    saved = {
      chromium: {
        rows: await storeRows<Row>(chromium, 'articles'),
        bodies: await storeRows<Body>(chromium, 'bodies'),
      },
      firefox: {
        rows: await raw<Row[]>(lever, 'articles', 'readonly', 'getAll()'),
        bodies: await raw<Body[]>(lever, 'bodies', 'readonly', 'getAll()'),
      },
    };
  }, 240_000);
  afterAll(async () => {
    await chromium?.end();
    await firefox?.end();
  });

  const keywordsOf = ({ rows }: Saved, title: string): string[] =>
    rows.find((row) => row.title === title)?.keywords ?? [];

  it.each(Object.entries(PAGES).filter(([name]) => !WITHOUT_SPACES.has(name)))(
    'are the same where spaces part the words: %s',
    (_, { title }) => {
      const found = keywordsOf(saved.chromium, title);
      expect(found.length).toBeGreaterThanOrEqual(FIRST);
      expect(keywordsOf(saved.firefox, title)).toEqual(found);
    },
  );

  // Where the two dictionaries cut a rare name in different places, the places further down may differ.
  it.each(Object.entries(PAGES).filter(([name]) => WITHOUT_SPACES.has(name)))(
    'begin with the same where no spaces do: %s',
    (name, { title }) => {
      const [inChromium, inFirefox] = [keywordsOf(saved.chromium, title), keywordsOf(saved.firefox, title)];
      const differ = inChromium.filter((term) => !inFirefox.includes(term));
      console.log(`${name}: ${inChromium.join(' ')}${differ.length ? `; in Firefox ${inFirefox.join(' ')}` : ''}`);
      expect(inChromium.length).toBeGreaterThanOrEqual(FIRST);
      expect(new Set(inFirefox.slice(0, FIRST))).toEqual(new Set(inChromium.slice(0, FIRST)));
    },
  );

  it('know what the page declares from what was found', () => {
    for (const { rows, bodies } of [saved.chromium, saved.firefox]) {
      expect(rows).toHaveLength(Object.keys(PAGES).length);
      const all = bodies.flatMap(({ keywords }) => keywords);
      expect(all.find(({ term }) => term === 'ferry traffic')).toMatchObject({
        origin: 'declared',
        where: 'meta keywords',
      });
      expect(all.find(({ term }) => term === '青石街道')?.origin).toBe('found');
      expect(all.map(({ term }) => term)).not.toContain('他们');
    }
  });
});
