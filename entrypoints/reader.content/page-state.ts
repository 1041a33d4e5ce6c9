/** What of the page changes while a modal dialog lies over it, and the way back to exactly that. */

type Restore = () => void;

function rememberFocus(page: Document): Restore {
  let focused = page.activeElement;
  // A page's open shadow roots hide the element that really has the focus.
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  if (!(focused instanceof HTMLElement || focused instanceof SVGElement)) return () => undefined;
  const element = focused;
  return () => element.focus({ preventScroll: true });
}

/** The caret of a text field; `null` where there is none. */
function rememberCaret(element: Element | null): Restore | null {
  if (!(element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)) return null;
  const { selectionStart, selectionEnd, selectionDirection } = element;
  // Fields without text, such as check boxes, have none.
  if (selectionStart === null) return null;
  return () => element.setSelectionRange(selectionStart, selectionEnd, selectionDirection ?? 'none');
}

function rememberSelection(page: Document): Restore {
  const selection = page.getSelection();
  if (!selection) return () => undefined;
  const ranges = Array.from({ length: selection.rangeCount }, (_, index) => selection.getRangeAt(index).cloneRange());
  const end = selection.focusNode;
  const endOffset = selection.focusOffset;
  return () => {
    selection.removeAllRanges();
    for (const range of ranges) selection.addRange(range);
    const [only] = ranges;
    const backward = only && !only.collapsed && only.startContainer === end && only.startOffset === endOffset;
    if (backward) selection.setBaseAndExtent(only.endContainer, only.endOffset, only.startContainer, only.startOffset);
  };
}

/** Returns the way back: scroll, focus, caret and selection as they are now. */
export function rememberPage(window: Window): Restore {
  const { document, scrollX, scrollY } = window;
  const focus = rememberFocus(document);
  // Selecting text in the page would take the caret out of a field, so it is one or the other.
  const marked = rememberCaret(document.activeElement) ?? rememberSelection(document);
  return () => {
    focus();
    marked();
    window.scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' });
  };
}
