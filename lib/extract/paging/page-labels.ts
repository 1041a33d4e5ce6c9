/** What sites write on the link to the next page. */

/** They name the page: the article goes on there. */
const NEXT_PAGE =
  /^(?:下一?[页頁]|後?后?一[页頁]|阅读下一页|次の?ページへ?|次頁へ?|다음\s?(?:페이지|쪽)|(?:go to |read )?(?:the )?next page|continue(?:d)? (?:reading )?(?:on|to) (?:the )?(?:next )?page.*|nächste seite|weiter auf seite \d+|page suivante|p[áa]gina (?:siguiente|seguinte)|siguiente p[áa]gina|pr[óo]xima p[áa]gina|pagina successiva|volgende pagina|nästa sida|następna strona|следующая страница)$/i;

/** They name only a direction, which may also be that of the next article. */
const NEXT =
  /^(?:next|continue|weiter|suivante?|siguiente|seguinte|pr[óo]xim[ao]|avanti|successiva|volgende|nästa|далее|次へ|次|다음|下一张|下一張|下一图|下一幅)?$/i;

/** The next of something else. */
const NEXT_OTHER =
  /下一?(?:篇|条|條|则|則|章|节|節|集|组|組|期|个|個|图集|話|话)|次の?(?:記事|話|章)|다음\s?(?:글|기사|화)|(?:next|newer|older|previous)\s+(?:up|article|stor(?:y|ies)|posts?|chapter|video|gallery|episode|issue|entry|entries|comments?|topic|project|month|day|week)|nächster? (?:artikel|beitrag)|article suivant|art[íi]culo siguiente|pr[óo]ximo artigo|评论|評論|コメント/i;

const ARROWS = /[\s\u00a0\u3000<>«»‹›→⇒▶►▸»…|[\]()【】（）]+/gu;
const MARKED = /[>»›→⇒▶►▸]/u;

const LONGEST_LABEL = 40;

export type Label = { kind: 'nextPage' | 'next' } | { kind: 'number'; page: number } | null;

/** What the words on a link say; `null`: nothing about a next page. `words` are its text or, without one, its name. */
export function readLabel(words: string): Label {
  const text = words.trim();
  if (!text || text.length > LONGEST_LABEL || NEXT_OTHER.test(text)) return null;
  const [, page] = /^[[(（【第]?\s*(\d{1,2})\s*(?:[\])）】]|[页頁])?$/u.exec(text) ?? [];
  if (page) return { kind: 'number', page: Number(page) };
  const plain = text.replace(ARROWS, ' ').trim();
  if (NEXT_PAGE.test(plain)) return { kind: 'nextPage' };
  if (NEXT.test(plain) && (plain !== '' || MARKED.test(text))) return { kind: 'next' };
  return null;
}

export const saysOther = (words: string): boolean => NEXT_OTHER.test(words);
