/**
 * Names that take the place of what code reads from a document or a form, and elements that carry code along: the forms of
 * PortSwigger's and DOMPurify's work on clobbering, written anew. `RUN` stands for the code, `TRAP` for an address.
 */

/** What a walk over a tree would read from each node. */
const READ_FROM_NODES =
  'attributes childNodes children cloneNode firstChild firstElementChild hasAttribute innerHTML insertBefore lastChild localName matches namespaceURI nextSibling nodeName nodeType nodeValue outerHTML ownerDocument parentElement parentNode querySelectorAll remove removeAttribute removeChild replaceWith setAttribute shadowRoot tagName textContent'.split(
    ' ',
  );

/** What code reads from a document. */
const READ_FROM_DOCUMENTS =
  'adoptNode all body childNodes cloneNode contentType cookie createElement createElementNS createTreeWalker defaultView documentElement documentURI forms getElementById getElementsByTagName head images implementation importNode links location querySelector querySelectorAll scripts title URL'.split(
    ' ',
  );

const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';

export const CLOBBERS: string[] = [
  ...READ_FROM_NODES.map((name) => `<form onclick=RUN><input name=${name}><p onclick=RUN>x</p></form>`),
  ...READ_FROM_DOCUMENTS.map((name) => `<form name=${name} onclick=RUN></form>`),
  ...READ_FROM_DOCUMENTS.map((name) => `<img name=${name} src="${PIXEL}">`),
  '<form><input name=attributes><input name=attributes><img src=x onerror=RUN></form>',
  '<form id=a><form id=b><input name=parentNode><img src=x onerror=RUN></form></form>',
  '<form><div></form><form><input id=nodeName name=nodeName><script>RUN</script></form>',
  '<form><input name=localName value=p><input name=namespaceURI value="http://www.w3.org/1999/xhtml"><svg onload=RUN></form>',
  '<a id=location href="TRAP">x</a><a id=location name=href href="javascript:RUN">y</a>',
  '<form id=chrome><input id=runtime name=runtime></form>',
  '<form name=browser></form>',
  '<a id=trustedTypes></a><a id=trustedTypes name=createPolicy></a>',
  '<p id=__proto__>x</p><p id=constructor>y</p><p id=hasOwnProperty>z</p>',
  '<iframe name=getElementById></iframe><embed name=querySelector><object id=body></object>',
  '<p id="q-x" name="q-x">x</p><a href="#q-x">y</a><a href="#x">z</a>',
  '<p is="x-evil">x</p>',
  '<p is=x-evil onclick=RUN is=x-other>x</p>',
  '<table is="x-evil"><tr is="x-evil"><td is="x-evil">x</td></tr></table>',
  '<x-evil onclick=RUN><img src=x onerror=RUN></x-evil>',
  '<slot name=a onslotchange=RUN><p slot=a>x</p></slot>',
  '<div><template shadowrootmode=open><script>RUN</script><img src=x onerror=RUN></template>x</div>',
  '<div><template shadowrootmode=closed shadowrootclonable><img src=x onerror=RUN></template>x</div>',
  '<section><template shadowrootmode=open shadowrootclonable shadowrootserializable><style>@import "TRAP.css"</style><slot></slot></template>x</section>',
  '<p part=x exportparts=x slot=y itemscope itemtype=TRAP>x</p>',
  '<p nonce=abc contenteditable draggable=true tabindex=0 accesskey=x inert hidden popover>x</p>',
  '<p role=dialog aria-hidden=true aria-label="Save" class=toolbar data-put-back=0 data-src=TRAP>x</p>',
  '<img src="https://a.invalid/1.jpg" data-src="javascript:RUN" crossorigin=use-credentials referrerpolicy=unsafe-url>',
  '<figure data-embed=video data-href="javascript:RUN" title="x"></figure>',
];
