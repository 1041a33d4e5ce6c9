/** Headings of the lists that follow an article. */

const CHINESE =
  '(?:更多)?(?:相关|热点|热门|精彩|编辑|[为给][您你]|小编|今日|本周|内容|特别|站长|推荐|更多|最新|同类|其他)(?:文章|新闻|阅读|报道|推荐|内容|链接|资讯|专题|话题|视频|稿件|信息|热点|排行|图片|喜欢|精选|精彩|消息)|相關(?:文章|新聞|閱讀|報導|推薦|連結)|延伸\\s*[·・]?\\s*(?:阅读|推荐|閱讀)|推荐给[您你]|推薦(?:閱讀|文章)|(?:猜你|[你您]可能还?)(?:喜欢|想看|感兴趣|关注)|大家都在[看搜]|(?:网友|最新|热门|全部|精彩)?(?:评论|跟帖|留言)(?:列表|\\(\\d+\\)|区)?|往期(?:回顾|精彩|推荐|阅读)|(?:新闻|文章|点击|阅读|热文|周|月|日|24小时)排行榜?|看过[本此]文的人?还.{1,3}|阅读推荐|加载更多|分享[到至]';
const JAPANESE_KOREAN =
  '関連(?:記事|ニュース|リンク|キーワード)|あわせて読みたい|おすすめ(?:の?記事)?|人気(?:記事|ランキング)|この記事(?:を書いた人|に関するニュース)|(?:관련|추천|많이 본)\\s*(?:기사|뉴스)|댓글';
const ENGLISH =
  '(?:more )?related (?:articles?|stories|posts?|content|news|topics?|links?|coverage|reading|videos?)|(?:more|latest|top|other|recent|popular|trending|featured|must[- ]read|most[ -](?:read|popular|viewed)) (?:stories|articles|news|posts|videos|reads|headlines|from .{1,40}|on .{1,40}|in .{1,30}|like this|coverage|to read)|recommended (?:for you|stories|articles|reading|videos)|you (?:may|might) (?:also )?(?:like|enjoy|be interested in|have missed)|(?:what to )?read this next|up next|keep reading|don.t miss|around the web|from (?:around )?the web|(?:from )?our partners|(?:promoted|sponsored) (?:content|stories)|trending(?: now)?|editor.?s.? (?:picks?|choice)|comments?(?: \\(\\d+\\))?|\\d+ comments?|(?:leave|post|add|write) a (?:comment|reply)|join the (?:conversation|discussion)|share this.{0,20}|about the author';
const OTHER =
  'das könnte sie(?: auch)? interessieren|(?:weitere|ähnliche|verwandte) (?:artikel|themen|beiträge|nachrichten|meldungen)|meistgelesen|kommentare?|mehr (?:artikel|aus|von|nachrichten).{0,30}|sur le même (?:sujet|thème)|articles (?:liés|similaires|associés)|te puede interesar|not[ií]cias relacionadas|más (?:noticias|información)|mais (?:lidas|notícias)|potrebbe interessarti.{0,20}|articoli correlati';
/** What announces a list as well as one story on the same line. */
const READ_ALSO =
  '相关(?:阅读|新闻|报道|链接|文章)|延伸阅读|推荐阅读|[上下]一[篇条]|相關新聞|延伸閱讀|(?:what to )?read (?:more|also|next)|see also|related|recommended|lesen sie auch|mehr zum thema|auch interessant|(?:à )?lire (?:aussi|également)|lee (?:también|además)|(?:leia|veja) (?:também|mais)|leggi anche|lees (?:ook|verder)|(?:czytaj|zobacz) (?:także|też|również)|читайте также|اقرأ أيضا|関連記事|관련기사';

/** A whole line that announces other stories. */
export const RELATED_HEADING = new RegExp(
  `^[^\\p{L}\\p{N}]*(?:${[CHINESE, JAPANESE_KOREAN, ENGLISH, OTHER, READ_ALSO].join('|')})[^\\p{L}\\p{N}]*$`,
  'iu',
);

/** A line that names one other story: `相关阅读:…`, `Read more: …`. */
export const RELATED_LINE = new RegExp(
  `^[^\\p{L}\\p{N}]*(?:${READ_ALSO}|also read|more|watch|must read|don.t miss)\\s*[::|>»\\]】]|^[^\\p{L}]*(?:click|tap) here to (?:get|sign|subscribe|download|join)\\b`,
  'iu',
);
