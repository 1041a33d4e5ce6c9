/** Small print by which a page is recognised. Plain patterns without Unicode classes or case: those cost a millisecond to compile. */

/** A year beside a mark of a date, a time of day, or "3 hours ago". */
export const DATE =
  /(?:19|20)\d\d\s?[-/.年년]|[-/.,\s](?:19|20)\d\d(?!\d)|\d:\d\d|\d.{1,4}[前전]|\d\s?(?:min|h|day)\w* ago/;

/** Who wrote or sent it, in small letters. */
export const CREDIT =
  /[来來]源|作者|[编編][辑輯]|[记記]者|[責责][编編]|通讯员|日.{0,9}[电電讯訊]|消息|出典|文[:：/]|기자|(?:^|\s)(?:by|von|por|par|di|door|przez) \S|(?:writ|report|post|publish|updat)(?:t?en|ed)|auth?or/;

/** Marks that only sentences have. */
export const SENTENCE = /[.!?]["”’)»\s]|[.!?…]$|[。！？；，、।۔؟،]|, /;
