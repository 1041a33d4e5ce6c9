import { JSDOM } from 'jsdom';
import { type Header, readHeader } from '../../../../lib/extract/header.ts';

const NOW = new Date('2026-11-23T12:00:00Z');

/** Prose long enough to be taken for the body, so that what follows it is "after the story". */
export const STORY = Array.from(
  { length: 4 },
  (_, n) =>
    `<p>第${n + 1}段说的是村口那条小河。春天水涨的时候，孩子们把纸船放进水里，看着它们一只接一只地漂过石桥，再漂过磨坊，一直漂到看不见的地方去，老人们坐在树下慢慢地讲着从前发大水的故事。</p>`,
).join('');

export const ENGLISH_STORY = Array.from(
  { length: 4 },
  (_, n) =>
    `<p>Paragraph ${n + 1} tells of the river at the end of the village, and of the boats that the children fold from paper and set on the water in spring, when it is high and runs fast under the old stone bridge and past the mill that has been shut for as long as any of them can remember, and out of sight.</p>`,
).join('');

export function read(
  markup: { head?: string; body: string; html?: string },
  url = 'https://news.example.org/a/1.html',
): Header {
  const page = `<!DOCTYPE html><html ${markup.html ?? ''}><head>${markup.head ?? ''}</head><body>${markup.body}</body></html>`;
  return readHeader(new JSDOM(page, { url }).window.document, { url, now: NOW });
}

export function jsonLd(value: unknown): string {
  return `<script type="application/ld+json">${typeof value === 'string' ? value : JSON.stringify(value)}</script>`;
}
