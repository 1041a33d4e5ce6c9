/** Lines that English and other Western pages put into an article. */

export const LABELS =
  /^[^\p{L}\p{N}]*(?:tags?|topics?|filed under|categor(?:y|ies)|keywords?|labels?|(?:web |photo |copy |online )?editor|editing by|reporting by|expertise|share (?:this|on|via)|follow (?:us|me) on|contact|schlagw[oö]rter|themen|kategorien?|etiketas|etiquetas|temas|mots[- ]clés|теги|тэги)\b[^.!?]{0,3}\s*[::|]\s*\S/iu;

export const SENTENCES = [
  /\b(?:sign up|subscribe|signup)\b.{0,60}\b(?:newsletter|email|inbox|alerts?|updates|today|free)\b/iu,
  /\b(?:newsletter|delivered|straight)\b.{0,40}\binbox\b/iu,
  /\ball rights reserved\b|\bcopyright\s*(?:©|\(c\)|\d{4})|©\s*(?:copyright\s*)?\d{4}|\bcopyrights?\s*ⓒ/iu,
  /\bmay not be (?:published|reproduced|republished|copied)\b.{0,60}\b(?:broadcast|rewritten|redistributed|permission|distributed)\b/iu,
  /\b(?:earn|receive|get)s?\b.{0,30}\b(?:commission|compensation|affiliate)\b/iu,
  /\baffiliate (?:links?|commission|partner)/iu,
  /^[^\p{L}]*(?:download|get|install) (?:our|the)\b.{0,30}\b(?:app|newsletter)\b/iu,
  /\bfollow (?:us|him|her|me|them|@?\w+) on (?:twitter|facebook|instagram|x|linkedin|youtube|threads|bluesky)\b/iu,
  /\b(?:like|join) us on facebook\b/iu,
  /\b(?:views?|opinions?) expressed\b.{0,60}\b(?:author|own|not)\b/iu,
  /^this (?:post|article|story|page) (?:has been|was) (?:updated|last updated|first published|originally published|corrected)\b/iu,
  /\b(?:please )?(?:enable|turn on) javascript\b|\bbrowser (?:does not|doesn.t) support\b/iu,
  /\bclick here to\b.{0,50}$/iu,
  /^[^\p{L}]*(?:notice|disclaimer|please note)\s*:/iu,
  /\bfind out what.s happening in\b/iu,
  /\bmap data ©/iu,
  /無断転載|無断複製|무단\s*전재|재배포\s*금지|저작권자/u,
];

const WORDS = [
  'share(?: (?:this|via|on) ?(?:article|story|post|page|facebook|twitter|email|x|whatsapp)?)?|tweet|e-?mail|print|reprints?|save|post|pin|copy(?: link)?|link copied|bookmark|like|reply|(?:leave|add) a (?:comment|reply)|(?:(?:view|show|load|see|read) )?(?:all )?(?:\\d+ )?comments?|\\d+ shares?',
  'facebook|twitter|linkedin|whatsapp|telegram|reddit|pinterest|instagram|flipboard|messenger|pocket|x',
  'advertisement|advertising|sponsored(?: content)?|ad|promoted|(?:story|article) continues (?:below|after).*|continue reading(?: below| the main story)?|skip (?:to (?:main )?content|advertisement|ad)|scroll to continue.*|continua após a publicidade|anzeige|werbung|publicidade?|publicité|reklama|реклама|pubblicità|advertentie|loading ad',
  '\\d+ ?min(?:ute)?s?\\.?(?: read)?|(?:estimated )?read(?:ing)? time[^\\p{L}\\p{N}]*\\d+.*|listen(?: now| to (?:this )?(?:article|story))?(?: \\(?\\d+ ?min(?:ute)?s?\\)?)?|play|pause|(?:un)?mute|watch (?:now|live)|loading|0?\\d:\\d\\d(?: ?/ ?0?\\d:\\d\\d)?',
  '\\d(?:\\.\\d+)?x|menu|search|home|close|(?:back to )?top|next|prev(?:ious)?|(?:(?:read|show|see|view|load|learn) )?more|expand|jump to (?:recipe|content|comments)|download (?:article|pdf)|getty images?|(?:view|open) gallery|view (?:full )?image|sign up|log ?in|subscribe(?: now)?|register|follow|donate(?: now)?|support us',
  'コンテンツへスキップ|目次(?:を開く)?|印刷する|(?:.{1,8}で)?シェア(?:する)?|写真拡大.*|外部サイト|ツイート|続きを読む|공유|댓글|인쇄',
].join('|');

export const SCRAPS = new RegExp(`^[^\\p{L}\\p{N}]*(?:${WORDS})[^\\p{L}\\p{N}]*$`, 'iu');

/** Card of the author at the end of an article. */
export const AUTHOR_CARD =
  /^(?:[\p{Lu}][\p{L}.'’-]+ ){2,4}(?:is|was|has been|works|writes|covers|reports|joined)\b.{0,200}\b(?:editor|reporter|writer|journalist|correspondent|columnist|contributor|author|freelance|covers|covering|professor|founder|producer)\b/u;
