import type { Extracted } from '../article.ts';
import { articleText, excerptOf, minutesOf } from './text.ts';

/** What an article says of its body. `body` is sanitised and its pictures have their address in `src`. */
export function describeBody(body: Element): Pick<Extracted, 'excerpt' | 'html' | 'text' | 'images' | 'minutes'> {
  const text = articleText(body);
  const images = Array.from(body.querySelectorAll('img'), (img) => img.getAttribute('src') ?? '');
  return {
    excerpt: excerptOf(text),
    html: body.innerHTML,
    text,
    images: Array.from(new Set(images)),
    minutes: minutesOf(text),
  };
}
