/**
 * A news page of a given size, made from a seed: menus, columns, share bars, lists of other stories, comments, lazy
 * pictures, scripts, styles and JSON-LD around a story. Its shape is that of saved news pages: every second page of three
 * public test sets (Trafilatura, magic-html, GNE; 99 pages, their median 137 kB) against the 500 kB page of either language:
 *
 *                                       saved: quartile, median, quartile    made: zh, en
 *   elements in a kilobyte              3.3   5.8   8.1                       6.5   6.3
 *   attributes of an element            1.3   1.5   1.8                       1.5   1.5
 *   attributes, share of the bytes      0.21  0.37  0.47                      0.29  0.29
 *   elements with a class               0.41  0.52  0.63                      0.59  0.58
 *   texts for an element                0.28  0.34  0.40                      0.34  0.35
 *   text, characters for a byte          0.02  0.05  0.09                      0.04  0.09
 *   scripts and styles, share           0.13  0.33  0.58                      0.40  0.50
 *   links, share of the elements        0.14  0.20  0.25                      0.23  0.23
 *   `div`s, share of the elements       0.15  0.21  0.31                      0.23  0.23
 *   elements above an element           10.0  11.6  13.2                      12.9  12.9
 *   looked at by Readability at first   0.41  0.63  0.80                      0.58  0.58
 *   further tries of Readability        0     0     0                         0     0
 *   article, share of the text          0.31  0.52  0.75                      0.40  0.37
 *
 * The last but two decides what is compared: boxes whose class says "sidebar" Readability drops unread.
 */
import { type Random, createRandom } from './random.ts';
import { type Language, type Prose, createProse } from './prose.ts';
import { type Story, storyMarkup } from './made-story.ts';

export type MadePage = { name: string; url: string; html: string; language: Language; bytes: number };

/** Shares of the page's bytes. */
const STORY = 0.06;
const COMMENTS = 0.09;
const LISTS = 0.25;
const MENUS = 0.1;
const STATE = 0.37;
const STYLES = 0.13;
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

/** Pieces until they hold about so many bytes; always one. */
function fill(bytes: number, make: (index: number) => string): string {
  const pieces: string[] = [];
  for (let held = 0, last = 0; pieces.length === 0 || held + last / 2 < bytes; held += last) {
    const piece = make(pieces.length);
    last = bytesOf(piece);
    pieces.push(piece);
  }
  return pieces.join('\n');
}

/** A `front` has no story and no comments: their bytes are teasers, and it declares no article. */
export type PageKind = 'article' | 'front';

export function madePage(language: Language, bytes: number, seed: number, kind: PageKind = 'article'): MadePage {
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
  const isArticle = kind === 'article';
  const html = `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head><meta charset="utf-8"><title>${isArticle ? story.title + (language === 'zh' ? '_' : ' | ') : ''}${story.site}</title>
${isArticle ? metaTags(story, maker) : ''}
<style>${fill(bytes * STYLES, (index) => styleRule(index, random))}</style>
<script>window.__STATE__ = {"items":[${fill(bytes * STATE, (index) => `{"id":${index},"title":${JSON.stringify(prose.headline())},"tags":["a${random.below(999)}","b"],"weight":${random.below(1000)}},`)}null]};</script>
</head>
<body class="page ${kind}-page">
<div id="app"><div class="page-inner"><header class="site-header"><div class="logo"><a href="/"><img src="/static/logo.png" alt="${story.site}"></a></div>
<nav><ul>${fill((bytes * MENUS) / 2, (index) => menuItem(index, maker))}</ul></nav></header>
${isArticle ? articleColumns(story, maker, bytes) : frontColumns(maker, bytes)}
<footer class="site-footer"><ul>${fill((bytes * MENUS) / 2, (index) => menuItem(index, maker))}</ul><p>© 2026 ${story.site} ${labels.foot}</p></footer></div></div>
<script>(function(){var q=window.__STATE__;document.documentElement.dataset.ready=String(!!q);})();</script>
</body></html>`;
  const name = bytes >= 1e6 ? `${bytes / 1e6}MB` : `${bytes / 1e3}kB`;
  const path = isArticle ? `2026/${seed}.html` : '';
  return { name, url: `https://news.example/${language}/${path}`, html, language, bytes: bytesOf(html) };
}

function articleColumns(story: Story, maker: Maker, bytes: number): string {
  const { prose, labels } = maker;
  const lists = (bytes * LISTS) / 2;
  return `<div class="breadcrumb"><a href="/">${story.site}</a> &gt; <a href="/local/">${prose.name()}</a></div>
<div class="layout"><div class="columns"><div class="main-column"><div>
${storyMarkup(story, maker, Math.max(SHORTEST_STORY, bytes * STORY))}
<section class="more-stories"><h3>${labels.related}</h3><div>${fill(lists, (index) => teaser(index, maker))}</div></section>
<section class="comments" id="comments"><h3>${labels.comments}</h3>${fill(bytes * COMMENTS, (index) => comment(index, maker))}</section>
</div></div><aside class="second-column"><div>${fill(lists, (box) => sideBox(box, maker))}</div></aside></div></div>`;
}

function frontColumns(maker: Maker, bytes: number): string {
  const lists = (bytes * LISTS) / 2;
  const more = bytes * (STORY + COMMENTS);
  return `<div class="layout"><div class="columns"><div class="main-column"><div>
<section class="more-stories"><h3>${maker.labels.more}</h3><div>${fill(lists + more, (index) => teaser(index, maker))}</div></section>
</div></div><aside class="second-column"><div>${fill(lists, (box) => sideBox(box, maker))}</div></aside></div></div>`;
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
  const label = maker.prose.name();
  return `
        <li class="main-nav__item item-${index % 9}">
          <a class="main-nav__link" href="${address('section', maker)}" data-track="nav_${index}_click"${index % 2 ? '' : ' target="_self"'}>${index % 4 ? label : `<span>${label}</span>`}</a>
        </li>`;
}

/** Every third has a picture; the rest are a headline and a line below it. */
function teaser(index: number, maker: Maker): string {
  const { prose, random } = maker;
  const title = prose.headline();
  const link = address('local', maker);
  const file = `//img.news.example/upload/2026/thumbs/${random.below(1e6)}_${index}`;
  const picture = `
          <div class="picture"><a href="${link}"><img class="lazy" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="${file}.jpg" data-srcset="${file}_240.jpg 240w, ${file}_480.jpg 480w" width="120" height="80" alt=""></a></div>`;
  return `
      <div class="teaser js-teaser" data-feed-id="${random.below(1e9)}" data-position="${index}">${index % 3 ? '' : picture}
          <div class="words"><h4 class="teaser__title"><a class="teaser__link" href="${link}" title="${title}" target="_blank" rel="noopener" data-track="feed_${index}">${title}</a></h4>
            <p class="teaser__foot"${index % 5 ? '' : ' aria-hidden="true"'}><i></i><em class="time">${random.below(24)}:30</em></p></div>
      </div>`;
}

function sideBox(box: number, maker: Maker): string {
  const { prose, labels } = maker;
  const items = Array.from(
    { length: 10 },
    (_, index) => `
          <li>${index % 2 ? '' : `<i class="rank r${index}"></i>`}<span>
            <a class="rank-list__link" href="${address('hot', maker)}" target="_blank" data-track="rank_${box}_${index}">${prose.headline()}</a></span></li>`,
  );
  return `
      <div class="box" id="box-${box}" data-slot="${box}"><div class="box-inner">
        <div class="box-head"><h4>${labels.hot}</h4><a href="${address('hot', maker)}">${labels.more}</a></div>
        <ul>${items.join('')}</ul>
        <div class="slot" style="width: 300px; height: 250px" onclick="track(${box})"><div></div><!-- slot ${box} --></div>
      </div></div>`;
}

function comment(index: number, { prose, random, labels }: Maker): string {
  const user = random.below(1e8);
  return `
    <div class="comment depth-${index % 4}" id="comment-${user}" data-user-id="${user % 9999}"><div>
      <div><div><img class="avatar" data-original="https://img.news.example/avatar/${user}_50x50.png" src="/static/blank.gif" alt=""></div>
        <b>${prose.name()}</b><span class="time">2026-05-0${1 + random.below(9)}</span></div>
      <div class="words"><p>${prose.sentence()} ${prose.sentence()}</p></div>
      <div><a class="action" href="javascript:;" onclick="like(${user})">${labels.like}(${random.below(50)})</a>
        <span><a class="action" href="javascript:;" onclick="reply(${user})">${labels.reply}</a></span></div>
    </div></div>`;
}
