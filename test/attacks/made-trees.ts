/** Trees that no parser makes and a page's script can. Each is named by what it tries. */

const HTML = 'http://www.w3.org/1999/xhtml';
const MATHML = 'http://www.w3.org/1998/Math/MathML';
const BAD = '<img src=x onerror=alert("tree")>';

function elementOf(document: Document, namespace: string | null, name: string, content: string): Element {
  const element = document.createElementNS(namespace, name);
  element.append(content);
  return element;
}

function chain(document: Document, depth: number): Element {
  const top = document.createElement('div');
  let inner: Element = top;
  for (let level = 1; level < depth; level++) inner = inner.appendChild(document.createElement('div'));
  inner.innerHTML = `<p>the bottom of the well</p>${BAD}`;
  return top;
}

function withShadow(document: Document, name: string, mode: ShadowRootMode): Element {
  const element = elementOf(document, HTML, name, 'text');
  const root = element.attachShadow({ mode, clonable: true, serializable: true });
  root.innerHTML = `<style>@import "/trap/shadow.css"</style><slot></slot>${BAD}`;
  return element;
}

function withAttributes(document: Document, attributes: [namespace: string | null, name: string, value: string][]) {
  const element = elementOf(document, HTML, 'p', 'text');
  for (const [namespace, name, value] of attributes) element.setAttributeNS(namespace, name, value);
  return element;
}

function nested(document: Document, ...names: [namespace: string | null, name: string][]): Element {
  const elements = names.map(([namespace, name]) => elementOf(document, namespace, name, name));
  elements.reduce((outer, inner) => outer.appendChild(inner));
  return elements[0] ?? document.createElement('p');
}

export const MADE_TREES: Record<string, (document: Document) => Element> = {
  'a paragraph that is a custom element and does not say so': (document) => {
    const element = document.createElement('p', { is: 'x-evil' });
    element.append('text');
    return element;
  },
  'an open shadow root that clones': (document) => withShadow(document, 'section', 'open'),
  'a closed shadow root that clones': (document) => withShadow(document, 'div', 'closed'),
  'a closed shadow root on a heading': (document) => withShadow(document, 'h2', 'closed'),
  '20,000 levels': (document) => chain(document, 20_000),
  'a script in capitals': (document) => elementOf(document, HTML, 'SCRIPT', 'alert("tree")'),
  'a paragraph of no language': (document) => elementOf(document, null, 'p', 'text'),
  'a paragraph of a foreign language': (document) => elementOf(document, 'urn:x', 'p', 'text'),
  'a formula’s part in HTML': (document) => elementOf(document, HTML, 'mtext', 'text'),
  'HTML names in a formula': (document) => nested(document, [MATHML, 'math'], [MATHML, 'a'], [MATHML, 'img']),
  'HTML in a formula': (document) => nested(document, [MATHML, 'math'], [MATHML, 'mrow'], [HTML, 'p'], [MATHML, 'mi']),
  'a formula’s part without a formula': (document) => nested(document, [HTML, 'p'], [MATHML, 'mtext'], [HTML, 'b']),
  'handlers in odd letters and languages': (document) =>
    withAttributes(document, [
      [null, 'ONCLICK', 'alert("tree")'],
      ['urn:x', 'e:onclick', 'alert("tree")'],
      ['http://www.w3.org/1999/xlink', 'xlink:href', 'javascript:alert("tree")'],
      ['urn:x', 'x:href', 'javascript:alert("tree")'],
      ['urn:x', 'id', 'x'],
    ]),
  'a link in a link': (document) => nested(document, [HTML, 'a'], [HTML, 'b'], [HTML, 'a']),
  'a block in a paragraph': (document) => nested(document, [HTML, 'p'], [HTML, 'b'], [HTML, 'figure']),
  'a comment and an instruction': (document) => {
    const element = elementOf(document, HTML, 'p', 'text');
    element.append(document.createComment('--><img src=x>'), document.createProcessingInstruction('x', '<img src=x>'));
    return element;
  },
};
