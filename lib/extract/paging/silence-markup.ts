/**
 * A strict page reports a violation as soon as markup with an `on…` attribute is parsed in it, even into a document that
 * can never run it. So these attributes, and all scripts but data, leave the text before it is parsed.
 */

/** Their content is text, whatever it looks like. */
const RAW = /^(?:script|style|textarea|title|xmp|iframe|noembed|noframes)$/;
const DATA = /type\s*=\s*["']?application\/ld\+json/i;

const TAG = /<(\/?[a-z][^\s/>]*)/iy;
/** One attribute, as the tokenizer of the HTML standard takes it (13.2.5.32 and after). */
const ATTRIBUTE = /[\s/]*([^\s/>=][^\s/>=]*|=[^\s/>=]*)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]*))?/y;
const TAG_END = /[\s/]*>/y;

const UNWANTED = /^(?:on|srcdoc$|style$)/i;

/** `at` is behind the name of a tag. Returns its attributes without the unwanted ones, and the place behind it. */
function readAttributes(html: string, at: number): { kept: string; end: number } {
  let kept = '';
  let end = at;
  for (;;) {
    TAG_END.lastIndex = end;
    if (TAG_END.test(html)) return { kept: `${kept}>`, end: TAG_END.lastIndex };
    ATTRIBUTE.lastIndex = end;
    const found = ATTRIBUTE.exec(html);
    if (!found) return { kept, end: html.length };
    end = ATTRIBUTE.lastIndex;
    if (!UNWANTED.test(found[1] ?? '')) kept += ` ${found[0].replace(/^[\s/]+/, '')}`;
  }
}

function endOfRaw(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
  end.lastIndex = from;
  return end.exec(html)?.index ?? html.length;
}

/** The same page as text, without what acts. Takes time in proportion to its length. */
export function silenceMarkup(html: string): string {
  let out = '';
  let at = 0;
  for (;;) {
    const open = html.indexOf('<', at);
    if (open < 0) return out + html.slice(at);
    out += html.slice(at, open);
    if (html.startsWith('<!--', open)) {
      // `<!-->` and `<!--->` are whole comments.
      const close = html.indexOf('-->', open + 2);
      at = close < 0 ? html.length : close + 3;
      continue;
    }
    TAG.lastIndex = open;
    const tag = TAG.exec(html)?.[1];
    if (!tag) {
      out += '<';
      at = open + 1;
      continue;
    }
    const { kept, end } = readAttributes(html, open + 1 + tag.length);
    const name = tag.toLowerCase();
    const raw = RAW.test(name) ? endOfRaw(html, name, end) : end;
    if (name !== 'script' || DATA.test(kept)) out += `<${tag}${kept}${html.slice(end, raw)}`;
    // The end tag of a script that was left out does no harm.
    at = raw;
  }
}
