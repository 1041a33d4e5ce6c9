import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openReader, savedRows, startStory, type Story } from '../chromium';
import { encodeAs } from '../encode-as';
import { deepByScript, manyParagraphs, manyPictures, overriddenPage } from '../made-pages';
import { readerView } from '../reader-view';
import { says } from '../says';
import { waitFor } from '../wait-for';

/** A browser needs a while for these on a busy machine. */
const LONG = 120_000;

describe('pages of many and deep parts', () => {
  let story: Story;
  beforeAll(async () => {
    story = await startStory();
  });
  afterAll(() => story?.end());

  it.each([
    ['5,000 pictures', manyPictures(5000), 'Every picture of the harbour', '4999. The harbour master'],
    ['10,000 paragraphs', manyParagraphs(10_000), 'The long log of the harbour', '9999. The harbour master'],
    ['20,000 levels that a script made', deepByScript(20_000), 'The well that a script dug', '11. The harbour master'],
  ])(
    'are read and saved: %s',
    async (name, markup, title, end) => {
      const path = `/${name.replace(/\W+/g, '-')}.html`;
      story.site.put(path, markup);
      const page = await story.context.newPage();
      // Its pictures need not all have failed before it can be read.
      await page.goto(story.site.url(path), { waitUntil: 'domcontentloaded' });
      expect(await openReader(story, page)).toMatchObject({ ok: true });
      const view = await readerView(page);
      await view.waitUntilOpen();
      const text = await view.evaluate<string>(`root.querySelector('article').textContent`);
      expect(text).toContain(title);
      expect(text).toContain(end);
      await view.clickButton(says('reader_save'));
      const isSaved = async () => (await savedRows(story)).some((row) => row.title === title);
      await waitFor(isSaved, 'the save', { timeout: 60_000 });
      await page.close();
    },
    LONG,
  );
});

const CHINESE = '入冬以后天黑得早，渡口的灯却亮得比往年更久，船工们说这样走夜路的人心里踏实，老人也愿意多坐一会儿。';
const TAIWAN = '入冬以後天黑得早，渡口的燈卻亮得比往年更久，船工們說這樣走夜路的人心裡踏實，老人也願意多坐一會兒。';
const JAPANESE =
  '冬になると日が暮れるのは早いが、渡し場の灯は例年より長くともり、船頭たちは夜道を歩く人も安心だと話していた。';

const ENCODED = [
  { name: 'GBK, declared as gb2312 in the markup', label: 'gbk', meta: 'gb2312', text: CHINESE },
  { name: 'GB18030, declared by the server', label: 'gb18030', header: 'gb18030', text: CHINESE },
  { name: 'GBK, where server and markup differ', label: 'gbk', header: 'gbk', meta: 'utf-8', text: CHINESE },
  { name: 'Big5, declared in the markup', label: 'big5', meta: 'big5', text: TAIWAN },
  { name: 'Shift_JIS, declared by the server', label: 'shift_jis', header: 'shift_jis', text: JAPANESE },
  { name: 'UTF-16 with a mark, declared as something else', label: 'utf-16le', meta: 'gbk', text: CHINESE },
  { name: 'GBK, declared nowhere', label: 'gbk', text: CHINESE, guessed: true },
  { name: 'GBK, declared as UTF-8', label: 'gbk', header: 'utf-8', text: CHINESE, guessed: true },
];

describe('pages in other encodings', () => {
  let story: Story;
  beforeAll(async () => {
    story = await startStory();
  });
  afterAll(() => story?.end());

  it.each(ENCODED)('are shown as the page shows them: $name', async ({ label, header, meta, text, guessed }) => {
    const path = `/${label}-${header ?? 'none'}-${meta ?? 'none'}.html`;
    const markup = `<!doctype html><html><head>${meta ? `<meta charset="${meta}">` : ''}<title>${text.slice(0, 12)}</title></head>
<body><article><h1>${text.slice(0, 12)}</h1>${`<p>${text}</p>`.repeat(6)}</article></body></html>`;
    const charset = header ? `; charset=${header}` : '';
    story.site.put(path, encodeAs(label, markup), { 'content-type': `text/html${charset}` });
    const page = await story.open(path);
    const shown = await page.evaluate(() => document.querySelector('p')?.textContent ?? '');
    // Where nobody can know, the browser guesses; then it is enough to show what the page shows.
    if (!guessed) expect(shown).toBe(text);
    expect(await openReader(story, page)).toMatchObject({ ok: true });
    const view = await readerView(page);
    await view.waitUntilOpen();
    expect(await view.evaluate<string>(`root.querySelector('.article-body').textContent`)).toContain(shown.trim());
    await page.close();
  });
});

describe('a page that replaces what the browser gives it', () => {
  it('does not get between us and its own elements, and runs none of them again', async () => {
    const story = await startStory();
    try {
      story.site.put('/overridden.html', overriddenPage());
      const page = await story.open('/overridden.html');
      const calls = () => page.evaluate(() => (globalThis as unknown as { calls: string[] }).calls);
      const before = await calls();
      expect(before).toEqual(['made x-note', 'shown x-note', 'made p', 'shown p']);
      expect(await openReader(story, page)).toMatchObject({ ok: true });
      const view = await readerView(page);
      await view.waitUntilOpen();
      const text = await view.text();
      expect(text).toContain('11. The harbour master');
      expect(text).toContain('A note that a custom element holds');
      expect(await calls()).toEqual(before);
    } finally {
      await story.end();
    }
  });
});
