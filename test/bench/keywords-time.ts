/** How long keywords take in Chromium, and whether the time grows as the text does. */
import { type Browser, chromium } from 'playwright-core';
import { findChromium } from '../commands/browser.ts';
import { bundle } from './bundle.ts';
import type { PeerArticle } from './keywords-words.ts';
import { quiet } from './quiet.ts';
import type { Results } from './results.ts';
import { rounds } from './rounds.ts';
import { searchArticle } from './search-article.ts';

const SYSTEMS = ['quietpage', 'TF', 'TextRank'] as const;
type System = (typeof SYSTEMS)[number];

/** Characters, how many articles of that length, and how often each. The last one is 1 MB of Latin, 3 of Chinese. */
const SIZES = [
  { size: 300, articles: 24, times: 4 },
  { size: 3000, articles: 24, times: 4 },
  { size: 30_000, articles: 8, times: 4 },
  { size: 1_000_000, articles: 4, times: 2 },
];
const COLD_STARTS = 10;
const COLD_SIZE = 3000;

declare const keywordsHands: (system: System, article: PeerArticle) => number;

/** The same for the same numbers, Chinese for an even one. */
function madeText(number: number, size: number): PeerArticle {
  const { title, language } = searchArticle(number);
  let text = '';
  for (let part = number; text.length < size; part += 2) text += `${searchArticle(part).text}\n`;
  return { title, lang: language, text: text.slice(0, size) };
}

async function openPage(browser: Browser, script: string) {
  const page = await browser.newPage();
  await page.evaluate(script);
  return {
    time: (system: System, article: PeerArticle): Promise<number> =>
      page.evaluate(([system, article]) => keywordsHands(system, article), [system, article] as const),
    close: () => page.close(),
  };
}

/** The first article of a background that has just started: neither code nor dictionary has been touched. */
async function timeCold(script: string, executablePath: string, results: Results): Promise<void> {
  for (let start = 0; start < COLD_STARTS; start += 1) {
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    const page = await openPage(browser, script);
    results.add('quietpage', 'first call, 3,000', 'ms', await page.time('quietpage', madeText(start, COLD_SIZE)));
    await browser.close();
  }
}

export async function measureTime(results: Results, say: (line: string) => void): Promise<void> {
  const script = await bundle('in-page/keywords-hands.ts');
  const executablePath = await findChromium();
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const least = new Map<string, number>();
  try {
    const page = await openPage(browser, script);
    for (const { size, articles, times } of SIZES) {
      const sums = new Map<System, number>();
      for (let number = 0; number < articles; number += 1) {
        const article = madeText(number * 40, size);
        if (number % 2) Object.assign(article, madeText(number * 40 + 1, size));
        const answers = await rounds(SYSTEMS, { times: times + 1, first: number }, (system) =>
          page.time(system, article),
        );
        for (const system of SYSTEMS) {
          const warm = answers[system].slice(1);
          results.add(system, `${size.toLocaleString('en')} characters`, 'ms', ...warm);
          sums.set(system, (sums.get(system) ?? 0) + Math.min(...warm) / articles);
        }
      }
      for (const system of SYSTEMS) least.set(`${system} ${size}`, sums.get(system) ?? Number.NaN);
      const told = SYSTEMS.map((system) => `${system} ${sums.get(system)?.toFixed(2)}`);
      say(`${size} characters: ${told.join(', ')} ms at best; ${quiet()}`);
    }
    for (const system of SYSTEMS) {
      const ms = (size: number) => least.get(`${system} ${size}`) ?? Number.NaN;
      results.add(system, '30,000 ÷ 3,000', 'x', ms(30_000) / ms(3000));
    }
  } finally {
    await browser.close();
  }
  await timeCold(script, executablePath, results);
}
