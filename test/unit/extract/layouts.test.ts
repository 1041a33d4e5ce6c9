/** Whole pages as sites of many countries lay them out, in our own words: what a reader sees is the story and nothing else. */
import { describe, expect, it } from 'vitest';
import { extract } from '../../../lib/extract/extract.ts';
import { documentOf, URL_OF_PAGE } from './article.ts';

const now = new Date('2026-11-23T08:00:00Z');
type Story = { lang: string; title: string; site: string; lines: [string, string, string] };

const ZH: Story = {
  lang: 'zh-CN',
  title: '老水闸修缮完工,守闸人交出铁钥匙',
  site: '河口晚报网',
  lines: [
    '历时十四个月的修缮之后,河口的老水闸在星期一早晨重新开启。附近的居民和船主约一百人站在岸边,看着第一条船慢慢驶过闸门。',
    '守了三十一年水闸的老人把铁钥匙交给新的守闸人,只说了一句话:“下霜的日子和涨水的日子,都不要着急。”',
    '新来的守闸人是一位造船的女师傅。她说自己比谁都清楚,在关着的闸门前等一条路要等多久,所以她会把开闸的时间写在门上。',
  ],
};
const JA: Story = {
  lang: 'ja',
  title: '古い水門が再び開く',
  site: '川辺新聞',
  lines: [
    '川沿いの古い水門が月曜日の朝、十四か月の修理を終えて再び開いた。門番の交代式には、近くの住民や船の持ち主など約百人が集まった。',
    '三十一年のあいだ門を守ってきた老人は、新しい門番に鉄の鍵を手渡し、「霜の日も洪水の日も、急がないことだ」と話した。',
    '新しい門番は船大工の女性で、門が開くのを待たされる気持ちは誰よりもよく知っているという。',
  ],
};
const KO: Story = {
  lang: 'ko',
  title: '오래된 수문 다시 열려',
  site: '강변일보',
  lines: [
    '강가의 오래된 수문이 열네 달의 수리를 마치고 월요일 아침 다시 열렸다. 문지기 교대식에는 주민과 배 주인 등 백여 명이 모였다.',
    '서른한 해 동안 문을 지켜 온 노인은 새 문지기에게 쇠 열쇠를 건네며 서리가 내리는 날에도 물이 넘치는 날에도 서두르지 말라고 말했다.',
    '새 문지기는 배를 만드는 목수로, 수문이 열리기를 기다리는 마음을 누구보다 잘 안다고 했다.',
  ],
};
const DE: Story = {
  lang: 'de',
  title: 'Altes Wehr wieder offen',
  site: 'Flussbote',
  lines: [
    'Das alte Wehr am unteren Fluss ist am Montagmorgen nach vierzehn Monaten Arbeit wieder geöffnet worden, und rund hundert Anwohner standen am Ufer und sahen zu.',
    'Einunddreißig Jahre lang hat derselbe Mann die Schleuse bedient, bei Frost und bei Hochwasser; nun gab er den eisernen Schlüssel an eine Jüngere weiter.',
    'Die neue Wärterin baut Boote, und sie weiß nach eigenen Worten besser als jeder andere, wie lange man vor einem geschlossenen Tor warten kann.',
  ],
};
const FR: Story = {
  lang: 'fr',
  title: 'La vieille écluse rouvre',
  site: 'Le Fleuve',
  lines: [
    'La vieille écluse du bas de la rivière a rouvert lundi matin après quatorze mois de travaux, devant une centaine de riverains rassemblés sur la berge.',
    'Pendant trente et un ans, le même homme l’a manœuvrée, par le gel comme par les crues ; il a remis la clé de fer à une plus jeune que lui.',
    'La nouvelle éclusière construit des bateaux et sait mieux que personne, dit-elle, combien de temps on peut attendre devant une porte fermée.',
  ],
};
const ES: Story = {
  lang: 'es',
  title: 'La vieja esclusa vuelve a abrir',
  site: 'El Río',
  lines: [
    'La vieja esclusa del río bajo volvió a abrirse el lunes por la mañana tras catorce meses de obras, ante un centenar de vecinos reunidos en la orilla.',
    'Durante treinta y un años la manejó el mismo hombre, con heladas y con crecidas, y ahora entregó la llave de hierro a una mano más joven.',
    'La nueva guardiana construye barcos y sabe mejor que nadie, según cuenta, cuánto se puede esperar delante de una puerta cerrada.',
  ],
};
const RU: Story = {
  lang: 'ru',
  title: 'Старый шлюз снова открыт',
  site: 'Речной вестник',
  lines: [
    'Старый шлюз в низовье реки снова открыли в понедельник утром после четырнадцати месяцев ремонта, и на берегу собралось около ста жителей.',
    'Тридцать один год его обслуживал один и тот же человек, в мороз и в половодье; теперь он передал железный ключ тем, кто моложе.',
    'Новая смотрительница строит лодки и, по её словам, лучше всех знает, как долго можно ждать перед закрытыми воротами.',
  ],
};
const AR: Story = {
  lang: 'ar',
  title: 'السد القديم يفتح من جديد',
  site: 'صحيفة النهر',
  lines: [
    'أعيد فتح السد القديم على النهر صباح الاثنين بعد أربعة عشر شهرا من أعمال الإصلاح، وتجمع نحو مئة من السكان على الضفة لمشاهدة ذلك.',
    'ظل الرجل نفسه يشغل السد طوال واحد وثلاثين عاما في الصقيع وفي الفيضان، ثم سلم المفتاح الحديدي إلى يد أصغر منه سنا.',
    'الحارسة الجديدة تبني القوارب وتقول إنها تعرف أكثر من غيرها كم يطول الانتظار أمام باب مغلق.',
  ],
};
const EN: Story = {
  lang: 'en',
  title: 'Old lock opens again',
  site: 'River Herald',
  lines: [
    'The old lock on the lower river opened again on Monday morning after fourteen months of repairs, while about a hundred neighbours stood on the bank and watched.',
    'For thirty-one years the same man had worked it, in frost and in flood, and now he passed the iron key to a younger hand without a speech.',
    'The new keeper builds boats, and says that she knows better than anybody else on the river how long one can wait in front of a closed gate.',
  ],
};

const p = (line: string): string => `<p>${line}</p>`;
const related = (heading: string): string =>
  `<section><h2>${heading}</h2><ul><li><a href="/r/1">A bridge</a></li><li><a href="/r/2">A ferry</a></li></ul></section>`;

function read({ lang, title, site }: Story, body: string) {
  const html = `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${title} | ${site}</title></head><body>
    <nav><a href="/">${site}</a><a href="/1">1</a><a href="/2">2</a></nav>${body}<footer><p>© 2026 ${site}</p></footer></body></html>`;
  return extract(documentOf(html), { url: URL_OF_PAGE, now })?.article;
}

describe('the clean view of a page', () => {
  const [first, second, third] = ZH.lines;
  const head = `<h1>${ZH.title}</h1><div class="info">2026-11-20 08:53 来源:河口晚报</div>`;

  it.each([
    [
      'of a Chinese content system, with all that it puts above and below',
      ZH,
      `${head}<div class="content"><p>字号:大 中 小</p><p>浏览:1234次</p>${ZH.lines.map(p).join('')}<p>(作者:周远)</p><p>【纠错】【责任编辑:周远】</p><p>打开微信,使用“扫一扫”即可将网页分享至朋友圈。</p><p>[打印本页] [关闭窗口]</p><p>返回河口网,查看更多</p><p>我要纠错</p></div>`,
    ],
    [
      'written with breaks and indents',
      ZH,
      `${head}<div class="content">　　${first}<br><br>　　${second}<br><br>　　${third}<br><br>责任编辑:周远</div>`,
    ],
    [
      'in a table for layout',
      ZH,
      `<table><tr><td><table><tr><td>${ZH.title}</td></tr><tr><td>2026-11-20 来源:河口晚报</td></tr><tr><td>${ZH.lines.map(p).join('')}</td></tr></table></td><td><a href="/1">渡口换新船</a></td></tr></table>`,
    ],
    [
      'of a messenger’s public account, hidden until a script runs',
      ZH,
      `<h1>${ZH.title}</h1><em id="publish_time">2026年11月20日 08:53</em><div id="js_content" style="visibility:hidden"><section><p>点击上方蓝字 关注我们</p></section>${ZH.lines.map((line) => `<section><p><span>${line}</span></p></section>`).join('')}<section><p>—END—</p><p>文字 | 周远</p><p>审核 | 陈木</p><p>喜欢就点个“在看”吧</p></section></div>`,
    ],
    [
      'with links to other stories between the paragraphs',
      ZH,
      `${head}<div class="content">${p(first)}<p><a href="/9">【延伸阅读】老戏台也要修了</a></p>${p(second)}${p(third)}<p>更多新闻:</p><p><a href="/5">旧渠修好了</a></p><p><a href="/6">渡口换新船</a></p></div>`,
    ],
    [
      'in Japanese',
      JA,
      `<main><article><h1>${JA.title}</h1><p>2026年11月20日 8時53分</p><p>記者 山田一郎</p><div><a href="/s">シェア</a> <a href="/t">ツイート</a></div>${JA.lines.map(p).join('')}<p>続きを読む</p><p>【あわせて読みたい】</p><ul><li><a href="/9">橋の話</a></li></ul><p>無断転載・複製を禁じます</p></article></main>${related('関連記事')}`,
    ],
    [
      'in Korean',
      KO,
      `<div class="article"><h3>${KO.title}</h3><div>입력 2026.11.20 08:53 | 수정 2026.11.20 09:10</div><div id="articleBody">${KO.lines.join('<br><br>')}<br><br>&lt;저작권자 ⓒ 강변일보, 무단 전재 및 재배포 금지&gt;</div></div>${related('관련기사')}`,
    ],
    [
      'in German',
      DE,
      `<article><header><h1>${DE.title}</h1><p>Von Jonas Weber</p><time>20.11.2026, 08:53 Uhr</time></header><p>Teilen</p>${p(DE.lines[0])}<p>Anzeige</p>${p(DE.lines[1])}<p><a href="/x">Lesen Sie auch: Die Brücke</a></p>${p(DE.lines[2])}<p>Abonnieren Sie unseren Newsletter und erhalten Sie jeden Morgen Nachrichten.</p><p>Drucken</p></article>${related('Das könnte Sie auch interessieren')}`,
    ],
    [
      'in French',
      FR,
      `<article><h1>${FR.title}</h1><p>Par Claire Martin</p><p>Publié le 20 novembre 2026 à 08h53</p><p>Partager</p>${p(FR.lines[0])}${p(FR.lines[1])}<p><a href="/x">À lire aussi : Le pont</a></p>${p(FR.lines[2])}<p>Tous droits réservés.</p></article>${related('Sur le même sujet')}`,
    ],
    [
      'in Spanish',
      ES,
      `<article><h1>${ES.title}</h1><p>Por Ana Ruiz</p><p>20 de noviembre de 2026 08:53</p><p>Compartir</p>${p(ES.lines[0])}${p(ES.lines[1])}<p><a href="/x">Lee también: El puente</a></p>${p(ES.lines[2])}<p>Suscríbete a nuestro boletín</p></article>${related('Te puede interesar')}`,
    ],
    [
      'in Russian',
      RU,
      `<article><h1>${RU.title}</h1><p>20 ноября 2026, 08:53</p><p>Поделиться</p>${p(RU.lines[0])}${p(RU.lines[1])}<p><a href="/x">Читайте также: Мост</a></p>${p(RU.lines[2])}<p>Подписывайтесь на наш канал</p><p>Комментарии</p></article>${related('Читайте также')}`,
    ],
    [
      'in Arabic',
      AR,
      `<article><h1>${AR.title}</h1><p>20 نوفمبر 2026</p><p>مشاركة</p>${p(AR.lines[0])}${p(AR.lines[1])}<p><a href="/x">اقرأ أيضا: الجسر</a></p>${p(AR.lines[2])}</article>${related('مواضيع ذات صلة')}`,
    ],
    [
      'in English, with the scraps of a busy page',
      EN,
      `<article><h1>${EN.title}</h1><p>By Mara Ellis, Staff Writer</p><p>November 20, 2026 8:53 AM EST</p><p>Listen to this article · 4:12 min</p>${p(EN.lines[0])}<p>SKIP ADVERTISEMENT</p><p><a href="/x">READ MORE: Old stage to be repaired</a></p>${p(EN.lines[1])}<p><a href="/y">CLICK HERE TO GET THE HERALD APP</a></p>${p(EN.lines[2])}<p>Sign up here.</p><p>Have a tip? Email us at tips@herald.example</p></article>${related('More on this story')}`,
    ],
  ])('%s is its story', (_, story, body) => {
    const article = read(story, body);
    expect(article?.text.split('\n')).toEqual(story.lines);
    expect(article?.title).toBe(story.title);
    expect(article?.publishedAt?.slice(0, 10)).toBe('2026-11-20');
    expect(article?.dir).toBe(story.lang === 'ar' ? 'rtl' : 'ltr');
  });
});

describe('what an article may hold', () => {
  const [first, second, third] = EN.lines;
  const html = (middle: string): string =>
    read(EN, `<article><h1>${EN.title}</h1>${p(first)}${p(second)}${middle}${p(third)}</article>`)?.html ?? '';

  it.each([
    [
      'a table',
      '<table><tr><th>Year</th><th>Boats</th></tr><tr><td>1908</td><td>20</td></tr></table>',
      '<td>1908</td>',
    ],
    ['a list', '<ul><li>a horn</li><li>an iron key</li></ul>', '<li>an iron key</li>'],
    ['code', '<pre><code>let gate = 1;\n  open(gate);</code></pre>', 'let gate = 1;\n  open(gate);'],
    ['a quotation', '<blockquote><p>Do not hurry in frost.</p></blockquote>', '<blockquote><p>Do not hurry'],
    [
      'a figure in a block with any class',
      '<div class="article-media promo"><img src="/a.jpg"><p>The gate at noon.</p></div>',
      'The gate at noon.',
    ],
    [
      'a gallery',
      '<div class="widget"><img src="/1.jpg"><img src="/2.jpg"><img src="/3.jpg"></div>',
      'https://news.example/3.jpg',
    ],
    [
      'a formula beside words',
      '<p>The fall is <math><mi>h</mi><mo>=</mo><mn>2</mn></math> metres here, and the gate holds all of it.</p>',
      '<math><mi>h</mi>',
    ],
    [
      'a formula drawn as a picture',
      '<p>The fall <img src="/f.png" alt="h_{1}" height="18" width="20"> is two metres.</p>',
      'alt="h_{1}"',
    ],
    [
      'ruby',
      '<p>The old name is <ruby>閘<rt>zhá</rt></ruby>, which is still said by the boatmen of the lower river.</p>',
      '<rt>zhá</rt>',
    ],
    ['a paragraph of another direction', `<p dir="rtl">${AR.lines[0]}</p>`, '<p dir="rtl">'],
    [
      'a film, as a card',
      '<p><iframe src="https://film.example/embed/1" title="The gate" width="600" height="400"></iframe></p>',
      'data-embed="frame"',
    ],
  ])('stays: %s', (_, middle, kept) => expect(html(middle)).toContain(kept));

  it('stays: footnotes, with links that lead there and back', () => {
    const article = read(
      EN,
      `<article><h1>${EN.title}</h1><p>${first}<sup id="r1"><a href="#n1">1</a></sup></p>${p(second)}${p(third)}<section class="footnotes"><ol><li id="n1">Town records, p. 3. <a href="#r1">↩</a></li></ol></section></article>`,
    );
    expect(article?.html).toContain('<sup id="q-r1"><a href="#q-n1">1</a></sup>');
    expect(article?.html).toContain('<li id="q-n1">Town records, p. 3. <a href="#q-r1">');
  });

  it('goes: the address of what is no link', () => {
    const link = html(
      '<p>The <a href="javascript:go()">gate</a> and the <a href="weir.html">weir</a> are of one stone, and older than the town.</p>',
    );
    expect(link).toContain('The gate and the <a href="https://news.example/2026/1123/weir.html"');
  });
});

describe('a page with nothing to read', () => {
  it.each([
    [
      'a sign-in form',
      '<h1>Sign in</h1><form><p>Welcome back to the Herald.</p><label>Email <input></label><p><a href="/f">Forgot your password?</a> <a href="/n">Create an account</a></p></form>',
    ],
    [
      'a list of headlines',
      `<ul>${Array.from({ length: 30 }, (_, n) => `<li><a href="/a/${n}">Story number ${n} about the old river</a></li>`).join('')}</ul>`,
    ],
  ])('says so: %s', (_, body) => expect(read(EN, body)).toBeUndefined());
});
