/** The story of a made page, with what news sites put between and around its paragraphs. */
import type { Language, Prose } from './prose.ts';
import type { Random } from './random.ts';

export type Story = { title: string; author: string; site: string; date: string; language: Language };

const ZH = { source: '来源', author: '作者', editor: '责任编辑', share: '分享到', read: '延伸阅读', tags: '关键词' };
const EN = { source: 'Source', author: 'By', editor: 'Editor', share: 'Share', read: 'Read more', tags: 'Tags' };
/** Every so many blocks something stands between two paragraphs. */
const PICTURE_EVERY = 5;
const HEADING_EVERY = 7;
const BOX_EVERY = 11;

/** `bytes`: of the paragraphs and what stands between them. */
export function storyMarkup(
  { title, author, site, date, language }: Story,
  { prose, random }: { prose: Prose; random: Random },
  bytes: number,
): string {
  const words = language === 'zh' ? ZH : EN;
  const blocks: string[] = [];
  for (let held = 0; held < bytes;) {
    const block = storyBlock(blocks.length, words, prose, random);
    held += Buffer.byteLength(block);
    blocks.push(block);
  }
  return `<article class="article" id="article"><h1 class="article-title">${title}</h1>
<div class="article-info"><span class="date">${date} 08:30</span> <span class="source">${words.source}:<a href="/">${site}</a></span> <span class="author">${words.author} ${author}</span></div>
${shareBar(words.share)}
<div class="article-summary">${prose.sentence()}</div>
<div class="article-content" id="content">
${blocks.join('\n')}
<p class="editor">(${words.editor}:${prose.name()})</p>
</div>
<div class="tags">${words.tags}: <a href="/tag/1">${prose.name()}</a> <a href="/tag/2">${prose.name()}</a></div>
${shareBar(words.share)}</article>`;
}

function shareBar(label: string): string {
  const sites = ['weibo', 'wechat', 'mail', 'print', 'copy'];
  const links = sites.map((name) => `<a class="share-${name}" href="#" onclick="share('${name}')"><i></i></a>`);
  return `<div class="share-bar"><span>${label}</span>${links.join('')}</div>`;
}

function storyBlock(index: number, words: typeof ZH, prose: Prose, { below }: Random): string {
  const indent = words === ZH ? '  ' : '';
  if (index % PICTURE_EVERY === 2)
    return `<figure class="picture"><img src="/static/loading.gif" data-src="https://img.news.example/story/${index}.jpg" width="640" height="427" alt="${prose.headline()}"><noscript><img src="https://img.news.example/story/${index}.jpg"></noscript><figcaption>${prose.sentence()}</figcaption></figure>`;
  if (index % HEADING_EVERY === 6) return `<h2>${prose.headline()}</h2>`;
  if (index % BOX_EVERY === 10)
    return `<div class="inline-related"><strong>${words.read}</strong><ul><li><a href="/r/${below(999)}">${prose.headline()}</a></li><li><a href="/r/${below(999)}">${prose.headline()}</a></li></ul></div>`;
  const link = below(3) ? '' : ` <a href="/topic/${below(99)}">${prose.name()}</a>`;
  return `<p style="text-indent: 2em">${indent}${prose.paragraph()}${link}<!-- p${index} --></p>`;
}
