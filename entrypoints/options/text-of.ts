import { htmlPolicy } from '../../components/html-policy';
import { storedBody } from '../../lib/extract/sanitize';
import { articleText } from '../../lib/extract/text';

/** Stored markup → the plain text that a save would have kept. A chunk of its own: only a repair needs it. */
export const textOf = (html: string): string => articleText(storedBody(window, html, htmlPolicy));
