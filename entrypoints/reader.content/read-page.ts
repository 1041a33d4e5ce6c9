import { extract, type Extraction } from '../../lib/extract/extract';
import { PageError } from '../../lib/messages';

const HTML = new Set(['text/html', 'application/xhtml+xml']);

/** The article of the page as it stands now, or of one `block` of it. Throws `PageError('notHtml')` for XML, plain text, pictures, PDF. */
export function readPage({ document, location }: Window, block: string | null): Extraction | 'nothing' | 'failed' {
  if (!HTML.has(document.contentType)) throw new PageError('notHtml');
  try {
    return extract(document, { url: location.href, now: new Date(), block }) ?? 'nothing';
  } catch (error) {
    // In our own console only: content scripts log apart from the page.
    console.error(error);
    return 'failed';
  }
}
