/** Two made-up stories, cut into pages. A paragraph that begins with `*` is a picture. */

export type PagedStory = {
  lang: string;
  site: string;
  title: string;
  /** Stands at the top of each page, below the same picture. */
  lead: string;
  pages: string[][];
  next: string;
  count: string;
};

export const ENGLISH: PagedStory = {
  lang: 'en',
  site: 'The Coast Ledger',
  title: 'The lighthouse keeper who answers letters',
  lead: 'Since the lamp on Gannet Rock was automated, its last keeper has been paid for one thing only: to answer the post.',
  pages: [
    [
      'Every Tuesday, weather permitting, a boat brings a canvas bag to the landing stage on Gannet Rock. Inside are between forty and two hundred letters, most of them from people who have never seen the sea, and all of them addressed to a lighthouse that has needed nobody since the spring of 2019.',
      'Maren Oake reads each of them twice. She answers with a pencil, because ink runs in the damp, and she keeps a ledger in which every question has a number. The most frequent, number eleven, is whether she is lonely. The answer to number eleven is four pages long, and she has never sent it.',
      '*tide-clock',
      'The harbour trust had planned to close the post box together with the kitchen. Then somebody counted: in the last year before the lamp was automated the rock had received more mail than the town hall, the school and the ferry office together, and nearly a third of it held money for stamps.',
    ],
    [
      'The second question, she says, is always about the storm of 1987. Nobody who asks can have been there, for there were only two people on the rock that night and the other one never learned to write. So she describes the sound instead: a long freight train that does not pass.',
      'Children want to know what the keeper eats. Grown men want to know whether the lamp could be seen from their window, and send the address. She has a brass protractor and a chart for these, and she has been wrong, by her own count, three times in seven years, twice because a hill had been built upon.',
      '*harbour-map',
      'One letter came without words, only a pressed sprig of thrift and a return address in a country without a coast. She wrote back with a list of the plants on the rock, which is short, and a list of the birds, which is not, and a year later the same hand sent her a dictionary.',
    ],
    [
      'What will become of the bag when she retires is not decided. The trust has advertised the post twice, and both times the applicants asked about the view, the pay and the connection to the network, in that order. None of them, the clerk noted in the margin, had asked who writes.',
      'Her own suggestion is to send the letters on. There are eleven lighthouses along this coast and nine of them have a post box, and in at least four there is somebody within walking distance who owns a pencil. The rest, she thinks, will be found by the letters themselves, as she was.',
      'The last line of the ledger is reserved. She will not say for what, but the number in front of it is eleven, and the space that she has left below it is a little more than four pages long.',
    ],
  ],
  next: 'Next page',
  count: 'Page 1 of $1',
};

export const CHINESE: PagedStory = {
  lang: 'zh-CN',
  site: '青禾网',
  title: '守钟人的三本日记',
  lead: '青禾镇钟楼的最后一位守钟人退休了，留下三本日记，记着四十一年里每一次停摆。',
  pages: [
    [
      '　　第一本日记从一九八四年写起。那一年钟楼刚换了新的擒纵轮，镇上的人还不习惯它走得这样准。何守田每天早上六点上楼，给四面钟上弦，再把误差记在本子上，误差超过半分钟，他就要在楼上等到中午，再对一次。',
      '　　他说，钟不怕冷，怕的是忽冷忽热。每到换季，楼里的木架子会响上整整一个星期，像有人在上面走路。新来的邻居被吓着过几回，后来也听惯了，还说要是哪天听不见，反倒睡不踏实，总要披上衣服出来看一眼。',
      '*granary-dusk',
      '　　一九九一年发大水，水漫到了二层。他用绳子把钟摆吊起来，在楼上守了三天三夜，靠邻居划着木盆送饭。等水退下去，街上全是淤泥，只有钟楼还在报时，许多人说，就是听着那几声响，才觉得日子还没有断。',
    ],
    [
      '　　第二本日记里，字少了，图多了。那几年零件买不到，他学着自己画、自己锉，一个棘爪画了十七遍才合用。县里的机械厂倒闭以后，老师傅们把用不着的钢料都送到楼下，他一块一块编了号，收在装粮食的旧木箱里。',
      '　　也是在那几年，镇上有了电子钟。有人劝他别爬楼了，装个马达，楼下按一下就行。他没有答应，却在日记里认认真真地算了一笔账：马达一年要用多少电，换一次要多少钱，坏了要等几天，末了写道，还是我便宜些。',
      '*reading-room',
      '　　来看钟的人慢慢多了起来。有画画的学生，有修表的匠人，还有一位从南方来的老太太，只为听一听她小时候听过的那种钟声。他请她上楼坐到整点，十二下响完，老太太把手按在木架上，很久没有说一句话。',
    ],
    [
      '　　第三本日记只写了一半。去年冬天他摔了一跤，爬不动那一百零八级楼梯了，两个徒弟轮流上楼，每天把误差用手机发给他。他照旧抄在本子上，只是在旁边多添了一个小小的记号，标明那一天是谁上的弦。',
      '　　镇里打算把三本日记印出来，放在钟楼底层给人翻看。他只提了一个要求：停摆的那几页不要删。钟停了不丢人，他说，不知道它停了才丢人，四十一年里停过九回，每一回停在几点几分，我都写在那里了。',
      '　　交钥匙那天，他把误差又算了一遍，四十一年，一共慢了六分零四秒。徒弟问要不要补上，他想了想，说不必了，留给你们慢慢还。',
    ],
  ],
  next: '下一页',
  count: '共$1页',
};
