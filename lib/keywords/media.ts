/** Names of those who report: in most articles they tell where it comes from, not what it is about. */

const NAMED =
  /(?:日报|晚报|时报|早报|晨报|商报|都市报|青年报|周报|周刊|通讯社|电视台|广播网|新闻网|在线网|卫视|新闻客户端|客户端|日報|晚報|時報|通訊社|電視台|新聞網|新聞雲|일보|신문|닷컴|新聞|ニュース)$|^(?:新华社|新华网|中新社|中新网|人民网|央视新闻|央视网|新京报|澎湃新闻|路透社|法新社|美联社|彭博社|微信公众号|共同社|時事通信|reuters|afp|xinhua|getty images|associated press)$/u;

/** @param key of a term */
export const isMedium = (key: string): boolean => NAMED.test(key);
