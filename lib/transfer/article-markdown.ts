import { escapeText } from './markdown/escape.ts';
import { toMarkdown } from './markdown.ts';

export type MarkdownFields = {
  title: string;
  url: string;
  source: string | null;
  /** ISO 8601; its day goes into the front matter. */
  publishedAt: string | null;
  keywords: readonly string[];
};

/** A JSON string is a YAML double-quoted one (https://yaml.org/spec/1.2.2/#json-schema), except for these line ends. */
function quote(text: string): string {
  return JSON.stringify(text).replace(
    /[\u0085\u2028\u2029]/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * A whole article as a Markdown file: YAML front matter (title, url, source, date as YYYY-MM-DD, keywords; what is
 * unknown is empty), headline, body. Ends with a newline.
 */
export function articleMarkdown({ title, url, source, publishedAt, keywords }: MarkdownFields, body: Node): string {
  const headline = title.replace(/\s+/gu, ' ').trim();
  const front = [
    '---',
    `title: ${quote(headline)}`,
    `url: ${quote(url)}`,
    `source: ${quote(source ?? '')}`,
    `date: ${/^\d{4}-\d\d-\d\d/.exec(publishedAt ?? '')?.[0] ?? '""'}`,
    `keywords: [${keywords.map(quote).join(', ')}]`,
    '---',
  ];
  const heading = escapeText(headline);
  // A picture that is described by the headline is not described at all.
  const text = toMarkdown(body).replaceAll(`![${heading}](`, '![](');
  return `${[front.join('\n'), `# ${heading}`, text].filter(Boolean).join('\n\n')}\n`;
}
