/** What an article may hold; held to by both gates, `keep-allowed.ts` and `sanitize.ts`. */

const TEXT =
  'a abbr b bdi bdo br cite code data del dfn em i ins kbd mark q s samp small span strong sub sup time u var wbr';
const RUBY = 'rb rp rt rtc ruby';
const BLOCKS =
  'article blockquote dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre section summary ul';
const TABLES = 'caption col colgroup table tbody td tfoot th thead tr';
/**
 * Presentation MathML. Not `semantics`, `maction` and `annotation-xml`: they can carry other markup. What they show in a
 * browser, their first child, stays without them.
 */
const FORMULAS =
  'math menclose merror mfenced mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none';

export const HTML_TAGS: string[] = [TEXT, RUBY, BLOCKS, TABLES, 'img'].join(' ').split(' ');
export const FORMULA_TAGS: string[] = FORMULAS.split(' ');

/** Gone with all that is in them: their content is no text of the article. Everything else that is not allowed is unwrapped. */
export const DROPPED_TAGS: string[] =
  'annotation annotation-xml audio canvas embed head iframe noembed noframes noscript object plaintext script select style svg template textarea title video xmp'.split(
    ' ',
  );

/** Their values are addresses, and are held to the addresses that links and pictures may have. */
const ADDRESSES = ['cite', 'href', 'src'];

/** Any value. `data-embed` marks the link card that stands for a video, a tweet or another frame. */
const PLAIN =
  'alt colspan data-embed datetime dir height id lang open reversed rowspan scope span start title type value width';
/** What MathML Core draws by; none takes an address. https://www.w3.org/TR/mathml-core/ */
const FORMULA_ATTRIBUTES =
  'accent accentunder columnalign columnspan depth display displaystyle fence largeop linethickness lspace mathvariant maxsize minsize movablelimits notation rspace scriptlevel separator stretchy symmetric voffset';

export const PLAIN_ATTRIBUTES: string[] = `${PLAIN} ${FORMULA_ATTRIBUTES}`.split(' ');

export const ALLOWED_ATTRIBUTES: string[] = [...ADDRESSES, ...PLAIN_ATTRIBUTES];
