/** What an article may hold; everything else is unwrapped or dropped by the sanitiser. */

const TEXT =
  'a abbr b bdi bdo br cite code data del dfn em i ins kbd mark q s samp small span strong sub sup time u var wbr';
const RUBY = 'rb rp rt rtc ruby';
const BLOCKS =
  'article blockquote dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre section summary ul';
const TABLES = 'caption col colgroup table tbody td tfoot th thead tr';
/** Presentation MathML without `annotation-xml`, `maction` and `semantics`: they can carry other markup. */
const FORMULAS =
  'math menclose merror mfenced mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none';

export const ALLOWED_TAGS: string[] = [TEXT, RUBY, BLOCKS, TABLES, FORMULAS, 'img', '#text'].join(' ').split(' ');

/** Their values are addresses, and are held to the addresses that links and pictures may have. */
const ADDRESSES = ['cite', 'href', 'src'];

/**
 * Any value. `data-embed` marks the link card that stands for a video, a tweet or another frame, `data-put-back` what the
 * user put back.
 */
export const PLAIN_ATTRIBUTES: string[] =
  'alt colspan columnalign data-embed data-put-back datetime dir display headers height id lang mathvariant reversed rowspan scope span start title value width'.split(
    ' ',
  );

export const ALLOWED_ATTRIBUTES: string[] = [...ADDRESSES, ...PLAIN_ATTRIBUTES];
