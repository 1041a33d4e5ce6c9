/** Pages of our own making, in the layouts that news sites use. */
import { JSDOM } from 'jsdom';

export const ARTICLE_URL = 'https://news.example/2022/0908/c123456.html';

export function documentOf(html: string, contentType = 'text/html', url = ARTICLE_URL): Document {
  return new JSDOM(html, { contentType, url }).window.document;
}

/** 55 characters. */
const ZH =
  '九月八日上午，河湾镇的志愿者在社区广场集合，分成六个小组，为行动不便的老人送去药品、蔬菜和饮用水，并逐户登记需要帮助的家庭。';
const EN =
  'Volunteers met at the river market on Thursday morning, split into six groups, and carried medicine, vegetables and water to people who cannot leave their homes. ';

export const zhParagraph = (length: number) => ZH.repeat(Math.ceil(length / ZH.length)).slice(0, length - 1) + '。';
export const enParagraph = (sentences: number) => EN.repeat(sentences);

export const ZH_TITLE = '河湾镇志愿者为老人送药上门';
export const EN_TITLE = 'Volunteers carry medicine to the homes of the elderly';
const NAV = '<ul>' + '<li><a href="/c/">栏目名称</a></li>'.repeat(30) + '</ul>';

export type Layout = { title?: string; line?: string; body: string; head?: string; url?: string };

/** A page with navigation, headline, a line of small print, and whatever stands below. */
export function newsPage({
  title = ZH_TITLE,
  line = '2022-09-08 08:53 来源：河湾日报',
  body,
  head = '',
}: Layout): Document {
  return documentOf(
    `<!DOCTYPE html><html><head><title>${title}_河湾网</title>${head}</head><body>${NAV}<h1>${title}</h1><div class="info">${line}</div>${body}${NAV}</body></html>`,
  );
}

export const inParagraphs = (texts: string[]) =>
  `<div class="text">${texts.map((text) => `<p>${text}</p>`).join('')}</div>`;
export const inDivs = (texts: string[]) =>
  `<div class="text">${texts.map((text) => `<div>${text}</div>`).join('')}</div>`;
export const byBreaks = (texts: string[]) => `<div class="text">${texts.join('<br><br>')}</div>`;
export const inWrappers = (texts: string[]) =>
  `<div class="text">${texts.map((text) => `<div class="block"><p>${text}</p></div>`).join('')}</div>`;
export const inTable = (texts: string[]) => `<table><tr><td>${texts.join('<br>')}</td></tr></table>`;
export const repeat = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));
