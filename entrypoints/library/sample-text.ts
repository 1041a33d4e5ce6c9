/** The article that an empty library offers, in the two languages of the product. Our own text. */

type SampleText = {
  lang: string;
  title: string;
  source: string;
  keywords: string[];
  blocks: [tag: 'p' | 'h2' | 'blockquote', text: string][];
};

const CHINESE: SampleText = {
  lang: 'zh-CN',
  title: '一篇文章，应该怎样被读完',
  source: '静读',
  keywords: ['阅读', '书库', '搜索', '离线'],
  blocks: [
    [
      'p',
      '清早打开一条新闻，先等广告让开，再关掉一个弹窗，手指划过三张重复的图片，才看到第一段正文。等读到第三段，旁边的“猜你喜欢”已经换了一轮。文章没有多长，读完它却像穿过一条吵闹的街。',
    ],
    [
      'p',
      '静读想做的事情很小：把街上的声音关掉，只留下文章。标题、来源、日期、正文和图片，各出现一次；导航、推荐、重复的摘要和编辑署名放到一边。拿掉了什么，在文章末尾的一行小字里都能看到。',
    ],
    ['h2', '干净，是为了读得进去'],
    [
      'p',
      '中文的字是方的，一行排三四十个字，眼睛换行最不费力；行与行之间要留出将近一个字的空，长文章才不会粘成一片。英文的词有长有短，行可以稍宽，右边不必对齐。同一个设置要照顾两种文字，所以静读按文章的语言来排，而不是按界面的语言。',
    ],
    [
      'p',
      '屏幕的光线也算排版。白天用浅色，夜里用深色，久读可以换成接近旧纸的米色。点右上角的“Aa”，字号、行宽、行距都在那里。改过一次，以后的文章都照这个样子。',
    ],
    ['h2', '保存，是为了以后还在'],
    [
      'p',
      '网页会改，会搬家，也会消失。收藏夹里存的是地址，地址另一头什么时候变成空白，谁也说不准。静读保存的是文章本身：文字、图片、来源和日期，都放在这台电脑的浏览器里。断网的时候能读，网站关了也能读。',
    ],
    ['blockquote', '书库没有账号，也没有服务器。它就在你的硬盘上，只属于你。'],
    ['p', '读到一半合上也没有关系。下次打开，会回到上次停下的那一段。不想要的文章移到废纸篓，随时可以撤销。'],
    ['h2', '搜索，是为了找得到'],
    [
      'p',
      '一篇文章存了半年，记得的往往只是半句话。点工具栏上的图标，光标已经在搜索框里，输入记得的那几个字就好：不必是标题，正文里的任何一段都算。搜到的地方会标出来。每篇文章还带着几个关键词，点一下，同一个话题的文章就都到了眼前。',
    ],
    [
      'p',
      '这篇文章也是书库里普通的一篇。可以试着搜“旧纸”，可以改一改字号，可以把它移到废纸篓再撤销。然后，去打开一篇真正想读的新闻吧。',
    ],
  ],
};

const ENGLISH: SampleText = {
  lang: 'en',
  title: 'How an article wants to be read',
  source: 'Quietpage',
  keywords: ['reading', 'library', 'search', 'offline'],
  blocks: [
    [
      'p',
      'You open a story over breakfast. An advertisement slides aside, a box asks for your address, the same photograph appears three times, and by the third paragraph the column of things you might also like has changed twice. The story was not long. Reading it felt like crossing a loud street.',
    ],
    [
      'p',
      'Quietpage does one small thing about that: it turns the street off and leaves the article. Headline, source, date, text and pictures, each of them once. Menus, recommendations, repeated summaries and editors’ lines are put aside, and a line at the end of the article tells you what was taken out.',
    ],
    ['h2', 'Clean, so that you can take it in'],
    [
      'p',
      'A line of about seventy letters is easy on the eye; a longer one loses its way back to the left. Chinese wants shorter lines and more air between them, since its characters fill their squares. So the page is set by the language of the article, not by the language of the menus.',
    ],
    [
      'p',
      'Light is part of the setting too. There is a bright page for the day, a dark one for the night, and one the colour of old paper for long evenings. Press “Aa” at the top: size, width and line height are there as well. What you choose holds for every article after this one.',
    ],
    ['h2', 'Kept, so that it is still there'],
    [
      'p',
      'Pages change, move and vanish. A bookmark keeps an address, and nobody can say when the other end of it goes blank. Quietpage keeps the article itself: words, pictures, source and date, in this browser on this computer. It opens on a train without a network, and it opens when the site is gone.',
    ],
    ['blockquote', 'The library has no account and no server. It is on your disk, and it is yours.'],
    [
      'p',
      'Close it half-way if you like. Next time it opens at the paragraph where you stopped. What you no longer want goes to the trash, and comes back with one click.',
    ],
    ['h2', 'Found, because you remember half a sentence'],
    [
      'p',
      'Six months later the headline is forgotten, and what is left is a phrase. Press the toolbar button: the cursor is in the search box already. Type the words you remember; they may come from any paragraph, and the place is marked. Each article also carries a few keywords. Click one, and everything on that subject stands together.',
    ],
    [
      'p',
      'This article is an ordinary one in your library. Search for “old paper”, make the letters larger, throw it away and bring it back. Then go and open something you really want to read.',
    ],
  ],
};

export function sampleText(locale: string): SampleText {
  return locale.startsWith('zh') ? CHINESE : ENGLISH;
}
