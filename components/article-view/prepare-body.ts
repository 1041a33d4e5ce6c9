import { t } from '../i18n';

/** A wide table scrolls in its own box and never pushes the column apart. */
function boxTables(body: Element): void {
  for (const table of Array.from(body.querySelectorAll('table'))) {
    if (table.parentElement?.closest('table')) continue;
    const box = body.ownerDocument.createElement('div');
    box.className = 'article-table';
    box.setAttribute('role', 'group');
    box.setAttribute('aria-label', table.caption?.textContent.trim() || t('article_table'));
    table.replaceWith(box);
    box.append(table);
  }
}

/** A paragraph that holds nothing but a picture is set like a figure; one inside a sentence stays in its line. */
function markPictureLines(body: Element): void {
  for (const picture of Array.from(body.querySelectorAll('img'))) {
    const line = picture.closest('p, div, section');
    if (line && !line.closest('figure') && line.textContent.trim() === '') line.classList.add('article-picture-line');
  }
}

/** Authors of Chinese pages indent by typed spaces, some in every paragraph, some in none; the typesetting is ours. */
function dropTypedIndents(body: Element): void {
  for (const paragraph of Array.from(body.querySelectorAll('p'))) {
    const first = paragraph.firstChild;
    if (first?.nodeType === 3) first.nodeValue = first.nodeValue?.replace(/^[\s\u3000]+/u, '') ?? '';
  }
}

/** What typesetting needs and markup does not say. Run once, before the body goes into the page. */
export function prepareBody(body: Element): void {
  boxTables(body);
  markPictureLines(body);
  dropTypedIndents(body);
}
