/** Lines that English and other Western pages put into an article. */

export const LABELS =
  /^[^\p{L}\p{N}]*(?:tags?|topics?|filed under|categor(?:y|ies)|keywords?|labels?|(?:web |photo |copy |online )?editor|editing by|reporting by|expertise|share (?:this|on|via)|follow (?:us|me) on|contact|kontakt|schlagw[oö]rter|themen|kategorien?|etiketas|temas|mots[- ]clés|теги|тэги)\b[^.!?]{0,3}\s*[::|]\s*\S/iu;

export const SENTENCES = [
  /\b(?:sign up|subscribe|signup)\b.{0,60}\b(?:newsletter|email|inbox|alerts?|updates|today|free)\b/iu,
  /(?:abonn|suscr[ií]b|inscri|подпи[сш]).{0,50}(?:newsletter|bolet[ií]n|канал|рассылк)/iu,
  /\b(?:newsletter|delivered|straight)\b.{0,40}\binbox\b/iu,
  /\ball rights reserved\b|\b(?:tous droits r|alle rechte v|todos los derechos)|\bcopyright\s*(?:©|\(c\)|\d{4})|©\s*(?:copyright\s*)?\d{4}/iu,
  /\bmay not be (?:published|reproduced|republished|copied)\b.{0,60}\b(?:broadcast|rewritten|redistributed|permission|distributed)\b/iu,
  /\b(?:earn|receive|get)s?\b.{0,30}\b(?:commission|compensation|affiliate)\b/iu,
  /\baffiliate (?:links?|commission|partner)/iu,
  /^[^\p{L}]*(?:download|get|install) (?:our|the)\b.{0,30}\b(?:app|newsletter)\b/iu,
  /\b(?:follow @?\w+|(?:like|join) us) on (?:twitter|facebook|instagram|x|linkedin|youtube|threads|bluesky)\b/iu,
  /\b(?:views?|opinions?) expressed\b.{0,60}\b(?:author|own|not)\b/iu,
  /^this (?:post|article|story|page) (?:has been|was) (?:updated|last updated|first published|originally published|corrected)\b/iu,
  /^[^\p{L}]*(?:notice|disclaimer|please note)\s*:/iu,
  /^[^\p{L}]*(?:write to|contact|e-?mail|reach|have a|do you have|got a)\b.{0,80}\S@\S+\.\S/iu,
  /^(?:was|war|est) (?:this|dieser|der|cet) (?:article|artikel|post|page|beitrag|content)\b.{0,40}\?$/iu,
  /\b(?:artikel|beitrag|seite)\b.{0,20}\bteilen\b|\b(?:provision|affiliate-links?)\b/iu,
  // The card of the author at the end.
  /^(?:[\p{Lu}][\p{L}.'’-]+ ){2,4}(?:is|was|has been|works|writes|covers|reports|joined)\b.{0,200}\b(?:editor|reporter|writer|journalist|correspondent|columnist|contributor|author|freelance|cover(?:s|ing)|professor)\b/u,
  /無断(?:転載|複製)|무단\s*전재|재배포\s*금지|저작권자/u,
];

const WORDS = [
  'share(?: (?:this|via|on) ?(?:article|story|post|page|facebook|twitter|email|x|whatsapp)?)?|tweet|e-?mail|print|save|post|pin|copy(?: link)?|like|reply|(?:leave|add) a (?:comment|reply)|(?:(?:view|show|load|see|read) )?(?:all )?(?:\\d+ )?comments?|\\d+ shares?',
  'facebook|twitter|linkedin|whatsapp|telegram|reddit|pinterest|instagram|x',
  'advertisement|advertising|sponsored(?: content)?|ad|promoted|(?:story|article) continues (?:below|after).*|continue reading(?: below| the main story)?|(?:after )?newsletter promotion|reuse this content|skip (?:to (?:main )?content|advertisement|ad)|scroll to continue.*|continua após a publicidade|anzeige|werbung|publicidade?|publicité|reklama|реклама|pubblicità|advertentie',
  '\\d+ ?min(?:ute)?s?\\.?(?: read)?|(?:estimated )?read(?:ing)? time[^\\p{L}\\p{N}]*\\d+.*|listen(?: now| to (?:this )?(?:article|story))?(?:[^\\p{L}]+(?:min(?:ute)?s?)?)?|play|pause|(?:un)?mute|watch (?:now|live)|loading|0?\\d:\\d\\d(?: ?/ ?0?\\d:\\d\\d)?',
  '\\d(?:\\.\\d+)?x|menu|search|home|close|(?:back to )?top|next|prev(?:ious)?|(?:(?:read|show|see|view|load|learn) )?more|expand|download (?:article|pdf)|getty images?|(?:view|open) gallery|view (?:full )?image|sign up(?: here)?|log ?in|subscribe(?: now| here)?|register|follow|donate(?: now)?|support us',
  'teilen|drucken|merken|abonnieren|partager|imprimer|s.abonner|compartir|compartilhar|condividi|stampa|paylaş|поделиться|комментарии|печать|شارك|مشاركة|طباعة|اقرأ المزيد',
  'pr|目次|(?:.{1,8}で)?シェア(?:する)?|写真拡大.*|ツイート|続きを読む|공유|댓글|인쇄',
].join('|');

export const SCRAPS = new RegExp(`^[^\\p{L}\\p{N}]*(?:${WORDS})[^\\p{L}\\p{N}]*$`, 'iu');
