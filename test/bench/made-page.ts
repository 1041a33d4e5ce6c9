/**
 * A news page of a given size, made from a seed: menus, columns, share bars, lists of other stories, comments, lazy
 * pictures, scripts, styles and JSON-LD around a story, in shares that were measured on saved pages of news sites
 * (an element for every 170 bytes; two fifths of the bytes are scripts and styles; a twentieth is the story).
 */
import { type Random, createRandom } from './random.ts';
import { type Language, type Prose, createProse } from './prose.ts';
import { type Story, storyMarkup } from './made-story.ts';

export type MadePage = { name: string; url: string; html: string; language: Language; bytes: number };

/** Shares of the page's bytes. */
const STORY = 0.06;
const COMMENTS = 0.12;
const LISTS = 0.3;
const MENUS = 0.12;
const STATE = 0.28;
const STYLES = 0.12;
/** Even a small page tells a story, in bytes. */
const SHORTEST_STORY = 2500;

const LABELS = {
  zh: {
    site: '河岸新闻网',
    hot: '热门新闻',
    related: '相关阅读',
    comments: '网友评论',
    reply: '回复',
    like: '赞',
    more: '更多',
    foot: '关于我们 版权声明 联系方式 网站地图',
  },
  en: {
    site: 'Riverside Courier',
    hot: 'Most read',
    related: 'Related stories',
    comments: 'Comments',
    reply: 'Reply',
    like: 'Like',
    more: 'More',
    foot: 'About us Terms Privacy Contact Site map',
  },
};

type Maker = { prose: Prose; random: Random; labels: (typeof LABELS)['zh'] };

const bytesOf = (text: string): number => Buffer.byteLength(text);

/** Pieces until they hold so many bytes; always one. */
function fill(bytes: number, make: (index: number) => string): string {
  const pieces: string[] = [];
  for (let held = 0; held < bytes;) {
    const piece = make(pieces.length);
    held += bytesOf(piece);
    pieces.push(piece);
  }
  return pieces.join('\n');
}

export function madePage(language: Language, bytes: number, seed: number): MadePage {
  const random = createRandom(seed);
  const prose = createProse(language, random);
  const labels = LABELS[language];
  const maker = { prose, random, labels };
  const story: Story = {
    title: prose.headline(),
    author: prose.name(),
    site: labels.site,
    date: `2026-0${1 + random.below(9)}-1${random.below(9)}`,
    language,
  };
  const lists = bytes * LISTS;
  const html = `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head><meta charset="utf-8"><title>${story.title}${language === 'zh' ? '_' : ' | '}${story.site}</title>
${metaTags(story, maker)}
<style>${fill(bytes * STYLES, (index) => styleRule(index, random))}</style>
<script>window.__STATE__ = {"items":[${fill(bytes * STATE, (index) => `{"id":${index},"title":${JSON.stringify(prose.headline())},"tags":["a${random.below(999)}","b"],"weight":${random.below(1000)}},`)}null]};</script>
</head>
<body class="page article-page">
<header class="site-header"><div class="logo"><a href="/"><img src="/static/logo.png" alt="${story.site}"></a></div>
<nav class="main-nav"><ul>${fill((bytes * MENUS) / 2, (index) => menuItem(index, maker))}</ul></nav></header>
<div class="breadcrumb"><a href="/">${story.site}</a> &gt; <a href="/local/">${prose.name()}</a></div>
<div class="layout"><div class="main-column">
${storyMarkup(story, maker, Math.max(SHORTEST_STORY, bytes * STORY))}
<section class="related-list"><h3>${labels.related}</h3><ul>${fill(lists * 0.35, (index) => teaser(index, maker))}</ul></section>
<section class="comments" id="comments"><h3>${labels.comments}</h3>${fill(bytes * COMMENTS, (index) => comment(index, maker))}</section>
</div><aside class="sidebar">${fill(lists * 0.65, (box) => sideBox(box, maker))}</aside></div>
<footer class="site-footer"><ul>${fill((bytes * MENUS) / 2, (index) => menuItem(index, maker))}</ul><p>© 2026 ${story.site} ${labels.foot}</p></footer>
<script>(function(){var q=window.__STATE__;document.documentElement.dataset.ready=String(!!q);})();</script>
</body></html>`;
  const name = bytes >= 1e6 ? `${bytes / 1e6}MB` : `${bytes / 1e3}kB`;
  return { name, url: `https://news.example/${language}/2026/${seed}.html`, html, language, bytes: bytesOf(html) };
}

function metaTags({ title, author, site, date }: Story, { prose }: Maker): string {
  const linked = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: title,
    datePublished: `${date}T08:30:00+08:00`,
    author: { '@type': 'Person', name: author },
    publisher: { '@type': 'Organization', name: site },
  };
  return `<meta property="og:title" content="${title}"><meta property="og:site_name" content="${site}">
<meta property="og:image" content="https://img.news.example/lead.jpg"><meta name="description" content="${prose.sentence()}">
<meta name="keywords" content="${prose.name()},${prose.name()}"><meta name="author" content="${author}">
<link rel="stylesheet" href="/static/main.css"><script type="application/ld+json">${JSON.stringify(linked)}</script>`;
}

function styleRule(index: number, { below }: Random): string {
  return `.c${index} .item-${below(99)} > a:hover{color:#${below(4096).toString(16)};margin:${below(40)}px ${below(40)}px;display:block}`;
}

/** As content systems write them: long. */
function address(section: string, { random }: Maker): string {
  const id = 100_000 + random.below(900_000);
  return `https://news.example/${section}/2026/0${1 + random.below(9)}/${id}-${section}-${id.toString(36)}.html?from=page_${section}&amp;pos=${random.below(99)}`;
}

function menuItem(index: number, maker: Maker): string {
  return `
        <li class="nav-item main-nav__item main-nav__item--${index % 9}" data-index="${index}">
          <a class="main-nav__link" href="${address('section', maker)}" data-track="nav_${index}_click" target="_self"><span class="main-nav__label">${maker.prose.name()}</span></a>
        </li>`;
}

function teaser(index: number, maker: Maker): string {
  const { prose, random } = maker;
  const title = prose.headline();
  const picture = `//img.news.example/upload/2026/thumbs/${random.below(1e6)}_${index}`;
  return `
      <li class="teaser feed-item js-feed-item" data-feed-id="${random.below(1e9)}" data-feed-position="${index}">
        <a class="feed-item__link" href="${address('local', maker)}" title="${title}" target="_blank" rel="noopener" data-track="feed_${index}">
          <img class="lazy feed-item__picture" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="${picture}.jpg" data-srcset="${picture}_240.jpg 240w, ${picture}_480.jpg 480w" width="120" height="80" alt="">
          <span class="teaser-title feed-item__title">${title}</span></a>
        <em class="time feed-item__time">${random.below(24)}:30</em>
      </li>`;
}

function sideBox(box: number, maker: Maker): string {
  const { prose, labels } = maker;
  const items = Array.from(
    { length: 10 },
    (_, index) => `
          <li class="rank-list__item"><i class="rank r${index}">${index + 1}</i>
            <a class="rank-list__link" href="${address('hot', maker)}" target="_blank" data-track="rank_${box}_${index}">${prose.headline()}</a></li>`,
  );
  return `
      <div class="box side-${box % 7} side-box js-sticky" id="side-box-${box}" data-slot="${box}" data-module="rank-list">
        <div class="box-head"><h4 class="box-title">${labels.hot}</h4><a class="more" href="${address('hot', maker)}">${labels.more}</a></div>
        <ul class="rank-list">${items.join('')}</ul>
        <div class="ad-slot" style="width: 300px; height: 250px" data-ad-unit="/1234/side/${box}" onclick="track(${box})"><!-- slot ${box} --></div>
      </div>`;
}

function comment(index: number, { prose, random, labels }: Maker): string {
  const user = random.below(1e8);
  return `
    <div class="comment comment-item depth-${index % 4}" id="comment-${user}" data-comment-id="${user}" data-user-id="${user % 9999}">
      <div class="comment-head"><img class="avatar comment-item__avatar" data-original="https://img.news.example/avatar/${user}_50x50.png" src="/static/blank.gif" width="32" height="32" alt="">
        <b class="user comment-item__user">${prose.name()}</b><span class="time comment-item__time">2026-05-0${1 + random.below(9)}</span></div>
      <div class="comment-body comment-item__body"><p>${prose.sentence()} ${prose.sentence()}</p></div>
      <div class="comment-foot"><a class="comment-item__action" href="javascript:;" onclick="like(${user})">${labels.like}(${random.below(50)})</a>
        <a class="comment-item__action" href="javascript:;" onclick="reply(${user})">${labels.reply}</a></div>
    </div>`;
}
