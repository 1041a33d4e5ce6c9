/** Puts Readability's article into the plain form that passes, sanitiser and reader expect. */

/** Links that lead to a place in this same article become `#place` again. */
function localAnchors(body: Element, url: string): void {
  const page = url.replace(/#.*$/s, '');
  for (const link of Array.from(body.querySelectorAll('a[href*="#"]'))) {
    const [address, anchor] = (link.getAttribute('href') ?? '').split('#');
    if (anchor && (address === '' || address === page)) link.setAttribute('href', `#${anchor}`);
  }
}

/** An `id` stays only where a link of the article leads to it. */
function keepUsedIds(body: Element): void {
  const used = new Set(
    Array.from(body.querySelectorAll('a[href^="#"]'), (link) => (link.getAttribute('href') ?? '').slice(1)),
  );
  for (const element of Array.from(body.querySelectorAll('[id]'))) {
    if (!used.has(element.id)) element.removeAttribute('id');
  }
}

export function tidyArticle(body: Element, { url }: { url: string }): void {
  localAnchors(body, url);
  keepUsedIds(body);
}
