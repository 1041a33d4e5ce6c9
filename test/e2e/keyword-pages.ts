/** Pages whose keywords are beyond doubt: each names them, and its text tells of them in ever other words. */
import type { Site } from './server';

type Told = { path: string; title: string; declared: readonly string[]; text: readonly string[] };

/** In all of them. */
export const COMMON = '北塘湿地';

export const SWANS: Told = {
  path: '/keywords/swans.html',
  title: '北塘湿地来了今冬第一批天鹅',
  declared: [COMMON, '天鹅', '护鸟员'],
  text: [
    '天还没亮，护鸟员老魏就骑车出了门。他要赶在游客之前绕北塘湿地走上一圈，把昨夜落下的鸟数清楚，再记到本子上。',
    '本子的最新一页写着十一只天鹅。它们是前天傍晚到的，先在芦苇后面歇了一夜，第二天才游到开阔的水面上来找吃的。',
    '“天鹅认地方。”老魏说。去年离开北塘湿地的那一群里，有一只脚上戴着蓝环，这一回它又带着两只灰色的小鸟回来了。',
    '县里给每位护鸟员配了望远镜和对讲机，还在岸边搭起三间能挡风的小屋，屋里贴着各种水鸟的图，供人对照辨认。',
    '往后一个月，来北塘湿地的鸟会越来越多。老魏只盼着大家站得远一些，说话轻一些，让天鹅安安静静地过完这个冬天。',
  ],
};

export const WALK: Told = {
  path: '/keywords/walk.html',
  title: '北塘湿地新修的木栈道周末开放',
  declared: [COMMON, '木栈道'],
  text: [
    '从东门进去，脚下不再是烂泥路。新铺的木栈道贴着水面拐了七个弯，一直通到北塘湿地当中那座废弃多年的水文站。',
    '施工的师傅介绍，木栈道没有打水泥桩，桩子用的是本地的槐木，隔几年换一批，换下来的还能做成长椅放在路旁。',
    '附近的居民最先尝到好处。住在村口的陈阿姨过去要绕半个钟头才能到集市，如今穿过北塘湿地，一支歌没唱完就到了。',
    '为了不惊动水鸟，木栈道每天天黑以前关门，沿路不装路灯，只在转弯的地方嵌了几块夜里会发微光的石头。',
    '管理处说，北塘湿地明年春天还要补种两千株菖蒲，到时候会请学校和志愿队一起动手，名额在门口的小黑板上公布。',
  ],
};

export const LESSON: Told = {
  path: '/keywords/lesson.html',
  title: '一堂搬到北塘湿地的自然课',
  declared: [COMMON, '自然课'],
  text: [
    '星期三下午的自然课没有铃声。四十个孩子排着队走出校门，跟着林老师去北塘湿地，每人手里只有一支铅笔和一张白纸。',
    '第一件事是听。林老师让大家闭上眼睛坐五分钟，再把听到的声音画下来，有人画了风，有人画了北塘湿地另一头的火车。',
    '第二件事是找。孩子们要在堤岸上找出三种不认识的草，自然课的规矩是只许看、不许摘，实在想带走，就用纸拓下叶脉。',
    '家长起先担心耽误功课，后来有人发现，作文里写得最好的句子，多半都是从自然课上来的，也就不再说什么了。',
    '下一次去北塘湿地要等到开春。林老师打算让孩子们把这回画的纸带上，坐在同一块石头上，再听一遍那五分钟。',
  ],
};

const documentOf = ({ title, declared, text }: Told): string => `<!doctype html><html lang="zh-CN"><head>
<meta charset="utf-8"><title>${title}</title><meta property="og:type" content="article">
<meta name="keywords" content="${declared.join('，')}"></head><body><article><h1>${title}</h1>
<p>2026-11-20 08:30 来源：北塘周报</p>
${text.map((paragraph) => `<p>${paragraph}</p>`).join('\n')}
</article></body></html>`;

/** `more`: as the page is after its site added to it. */
export function putKeywordPage(site: Site, told: Told, more: readonly string[] = []): void {
  site.put(told.path, documentOf({ ...told, text: [...told.text, ...more] }));
}
