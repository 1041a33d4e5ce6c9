/**
 * A field's name hides its form's own property of that name, and a picture's or a form's name the document's:
 * after `<input name="children">` or `<form name="body">` code that reads those gets an element instead. Pages do it by
 * chance (a hotel asks for children) and on purpose.
 */

const FIELDS = 'button, fieldset, img, input, object, output, select, textarea';
const NAMED = 'embed, form, iframe';

/** The document's own method, whatever the page's names hide. */
const methodsOf = (document: Document): Document => Object.getPrototypeOf(document) as Document;

/** The whole document: cloning a part of it would run the page's own custom elements. */
export function cloneWhole(document: Document): Document {
  return methodsOf(document).cloneNode.call(document, true) as Document;
}

export function rootOf(document: Document): Element | null {
  return methodsOf(document).querySelector.call(document, ':root');
}

/** Takes the names away that hide something; in a clone nobody asks for them. */
export function unmask(doc: Document): void {
  const all = (selector: string) => Array.from(methodsOf(doc).querySelectorAll.call(doc, selector));
  for (const field of all(FIELDS)) {
    field.removeAttribute('name');
    field.removeAttribute('id');
  }
  // After the fields, which could hide `removeAttribute` itself.
  for (const element of all(NAMED)) element.removeAttribute('name');
}
