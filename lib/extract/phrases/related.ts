/** Headings of the lists that follow an article. */

const CHINESE =
  '(?:更多)?相关(?:文章|新闻|阅读|报道|推荐|内容|链接|资讯|专题|话题|视频|稿件|信息|热点)|相關(?:文章|新聞|閱讀|報導|推薦|連結)|延伸\\s*[·・]?\\s*(?:阅读|推荐|閱讀)|(?:热点|热门|精彩|编辑|为您|为你|猜你|小编|今日|本周|内容|特别|站长)(?:推荐|文章|新闻|阅读|视频|资讯|排行|图片|喜欢|精选|话题)|推荐(?:阅读|文章|新闻|内容|给您|给你)|推薦(?:閱讀|文章)|猜你(?:喜欢|想看|感兴趣)|大家都在(?:看|搜)|(?:网友|最新|热门|全部|精彩)?(?:评论|跟帖|留言)(?:列表|\\(\\d+\\)|区)?|往期(?:回顾|精彩|推荐|阅读)|更多(?:新闻|文章|精彩|阅读|推荐|资讯|内容|报道)|(?:新闻|文章|点击|阅读|热文|周|月|日|一周|24小时)排行榜?|你可能(?:喜欢|感兴趣)|您可能(?:还)?(?:喜欢|感兴趣|关注)|看过(?:本文|此文)的(?:人)?还(?:看|阅读)(?:了|过)?|阅读(?:排行|推荐)|上一篇|下一篇|加载更多|最新(?:文章|新闻|消息|资讯)|同类(?:文章|新闻)|其他(?:新闻|文章)|分享(?:到|至)';
const JAPANESE_KOREAN =
  '関連(?:記事|ニュース|リンク|キーワード)|あわせて読みたい|こちらも(?:おすすめ|読まれて)|おすすめ(?:記事|の記事)?|人気(?:記事|ランキング)|この記事(?:を書いた人|に関するニュース)|関連기사|관련\\s*(?:기사|뉴스)|추천\\s*(?:기사|뉴스)|많이 본 (?:기사|뉴스)|댓글';
const ENGLISH =
  '(?:more )?related(?: (?:articles?|stories|posts?|content|news|topics?|links?|coverage|reading|videos?))?|(?:more|latest|top|other|recent|popular|trending|featured|must[- ]read|most(?: |-)(?:read|popular|viewed))(?: (?:stories|articles|news|posts|videos|reads|headlines|from .{1,40}|on .{1,40}|in .{1,30}|like this|coverage|to read))|recommended(?: (?:for you|stories|articles|reading|videos))?|you (?:may|might)(?: also)? (?:also )?(?:like|enjoy|be interested in|have missed)|(?:what to )?read (?:next|more|also|this next)|up next|keep reading|don.t miss|also on .{1,30}|around the web|from (?:around )?the web|(?:from )?our partners|promoted stories|sponsored (?:content|stories)|trending(?: now)?|editor.?s.? (?:picks?|choice)|what others are reading|people also (?:read|ask)|more from .{1,40}|comments?(?: \\(\\d+\\))?|\\d+ comments?|(?:leave|post|add|write) a (?:comment|reply)|join the (?:conversation|discussion)|share this.{0,20}|about the authors?|see also|top national news';
const OTHER =
  '(?:das könnte sie(?: auch)? interessieren|mehr zum thema|lesen sie auch|auch interessant|weitere (?:artikel|themen|beiträge|nachrichten|meldungen)|ähnliche (?:artikel|beiträge)|verwandte (?:artikel|themen|beiträge)|meistgelesen|kommentare?|mehr (?:artikel|aus|von|nachrichten).{0,30}|à lire (?:aussi|également)|lire aussi|sur le même (?:sujet|thème)|articles (?:liés|similaires|associés)|lee (?:también|además)|te puede interesar|noticias relacionadas|más (?:noticias|información)|leia (?:também|mais)|veja também|notícias relacionadas|mais (?:lidas|notícias)|leggi anche|potrebbe interessarti.{0,20}|articoli correlati|lees ook|lees verder|meer over .{0,30}|czytaj (?:także|też|również)|zobacz (?:także|też|również)|читайте также|похожие (?:статьи|материалы)|материалы по теме|новости по теме|комментарии|ilgili haberler|önerilen.{0,20}|bunlar da ilginizi çekebilir|खबरें और भी हैं|lue myös|läs (?:också|mer)|les også|læs også|kapcsolódó(?: cikkek)?|اقرأ أيضا|مواضيع ذات صلة)';

/** A whole line that announces other stories. */
export const RELATED_HEADING = new RegExp(
  `^[^\\p{L}\\p{N}]*(?:${[CHINESE, JAPANESE_KOREAN, ENGLISH, OTHER].join('|')})[^\\p{L}\\p{N}]*$`,
  'iu',
);

/** A line that names one other story: `相关阅读:…`, `Read more: …`. */
export const RELATED_LINE = new RegExp(
  `^[^\\p{L}\\p{N}]*(?:相关(?:阅读|新闻|报道|链接|文章)|延伸阅读|推荐阅读|相關新聞|延伸閱讀|read (?:more|also|next)|see also|related|also read|more|watch|must read|don.t miss|recommended|lesen sie auch|mehr zum thema|auch interessant|lire aussi|à lire aussi|lee también|leia (?:também|mais)|veja (?:também|mais)|leggi anche|lees ook|czytaj (?:także|też)|zobacz (?:także|też|wideo)|читайте также|関連記事|관련기사)\\s*[::|>»]`,
  'iu',
);
