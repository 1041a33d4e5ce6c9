/** Moving the focus through the rows of an article list. */

/** The row's link that holds or surrounds the focus; null for anything else. */
export function rowOf(target: EventTarget | null): HTMLElement | null {
  const item = target instanceof Element ? target.closest('li[data-id]') : null;
  return item?.querySelector<HTMLElement>(':scope > a') ?? null;
}

function sibling(link: Element, side: 'previousElementSibling' | 'nextElementSibling'): HTMLElement | null {
  return link.closest('li[data-id]')?.[side]?.querySelector<HTMLElement>(':scope > a') ?? null;
}

/** Where the focus goes when a row disappears: the next row, else the one before. */
export function neighbourRow(link: Element): HTMLElement | null {
  return sibling(link, 'nextElementSibling') ?? sibling(link, 'previousElementSibling');
}

/** Moves by one key; ↑ on the first row calls `leave`. False when the key means nothing here. */
export function stepThroughRows(key: string, link: Element, leave: () => void): boolean {
  const rows = link.closest('ul.article-list')?.children;
  const edge = (item: Element | undefined) => item?.querySelector<HTMLElement>(':scope > a');
  if (key === 'ArrowDown') sibling(link, 'nextElementSibling')?.focus();
  else if (key === 'Home') edge(rows?.[0])?.focus();
  else if (key === 'End') edge(rows?.[rows.length - 1])?.focus();
  else if (key === 'ArrowUp') {
    const previous = sibling(link, 'previousElementSibling');
    if (previous) previous.focus();
    else leave();
  } else return false;
  return true;
}
