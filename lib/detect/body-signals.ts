import { findHeadline, headlineTest } from './headline';
import { findProse } from './prose';
import type { Signals } from './reasons';
import { textBlocks, type TextBlock } from './text-blocks';
import { CREDIT, DATE } from './text-patterns';

/** Bounds of the walk: an article begins within them, and what comes later changes no verdict. */
const LIMITS = { nodes: 3000, blocks: 500 };
const SHORT = 60;
const clamp = (value: number) => Math.min(1, Math.max(0, value));

/** Small print around the headline: from it to the second paragraph, or the first lines when there is no text. */
function header(blocks: TextBlock[], from: number, prose: number): string[] {
  const end = prose < from ? from + 15 : Math.min(prose + 1, from + 25);
  return blocks
    .slice(from, end)
    .filter((block) => block.units < SHORT)
    .map((block) => block.text);
}

/** What the page's text shows. The only costly part: one bounded walk. */
export function bodySignals(document: Document, body: HTMLElement): Signals {
  const social = document.querySelector('meta[property="og:title"]')?.getAttribute('content');
  const agrees = headlineTest([document.title, social ?? '']);
  const heading = findHeadline(document, agrees);
  const blocks = textBlocks(body, heading ?? body, LIMITS);
  const line = heading
    ? 0
    : blocks.findIndex((block) => block.units < 90 && block.linkUnits === 0 && agrees(block.text));
  const from = Math.max(0, line);
  const prose = findProse(blocks.slice(from));
  const lines = header(blocks, from, prose.first < 0 ? -1 : from + prose.first);
  const hasHeadline = heading !== null || line >= 0;
  const units = blocks.reduce((sum, block) => sum + block.units, 0) || 1;
  const links = blocks.reduce((sum, block) => sum + Math.min(block.units, block.linkUnits), 0);
  const dates = blocks.filter((block) => block.units < SHORT && DATE.test(block.text)).length;
  return {
    headline: hasHeadline ? 1 : 0,
    dateNearHeadline: lines.some((text) => DATE.test(text)) ? 1 : 0,
    creditNearHeadline: lines.some((text) => CREDIT.test(text)) ? 1 : 0,
    textFollowsHeadline: hasHeadline && prose.first >= 0 ? clamp((30 - prose.first) / 20) : 0,
    longText: clamp(Math.log(prose.units / 60) / Math.log(15)),
    paragraphs: clamp((prose.paragraphs - 1) / 4),
    oneText: prose.units > 90 ? clamp((prose.units / prose.all - 0.3) / 0.5) : 0,
    littleText: clamp((160 - prose.units) / 100),
    manyTexts: clamp(prose.rivals / 3),
    manyDates: clamp((dates - 3) / 10),
    linkHeavy: clamp((links / units - 0.3) / 0.4),
    form: clamp((document.querySelectorAll('input:not([type=hidden]),select').length - 6) / 12),
    player: document.getElementsByTagName('video').length > 0 ? 1 : 0,
  };
}
