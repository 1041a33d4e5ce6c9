/** What of the page changes while a modal dialog lies over it, and the way back to exactly that. */

type Restore = () => void;

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
  const backward = selection.direction === 'backward';
  return () => {
    selection.removeAllRanges();
    for (const range of ranges) selection.addRange(range);
    const [first] = ranges;
    if (first && backward)
      selection.setBaseAndExtent(first.endContainer, first.endOffset, first.startContainer, first.startOffset);
  };
}

/** Returns the way back: scroll, caret and selection as they are now. The focus comes back with the end of the dialog. */
export function rememberPage(window: Window): Restore {
  const { document, scrollX, scrollY } = window;
  // Selecting text in the page would take the caret out of a field, so it is one or the other.
  const marked = rememberCaret(document.activeElement) ?? rememberSelection(document);
  return () => {
    marked();
    window.scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' });
  };
}
