/** Pages too big or too strange to be kept as files. */

const SENTENCE =
  'The harbour master counted the boats twice, wrote the number in the book, and went to ask the ferry crew what they had seen beyond the point. ';
const paragraph = (n: number) => `<p>${n}. ${SENTENCE.repeat(3)}</p>`;
const page = (title: string, body: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`;

/** An article among data that no reader wants: comments, scripts and hidden markup up to the wanted size in bytes. */
export function heavyPage(bytes: number): string {
  const article = Array.from({ length: 40 }, (_, n) => paragraph(n)).join('\n');
  const ballast = `<script type="application/json">${JSON.stringify({ rows: 'x'.repeat(1000) })}</script>`;
  const filler = ballast.repeat(Math.ceil(bytes / ballast.length));
  return page('A heavy page', `<article><h1>A heavy page with a light story</h1>${article}</article>${filler}`);
}

/** An article of that many elements. */
export function wideArticle(elements: number): string {
  const line = `<p><b>Boat</b> <i>came</i> in with the <em>tide</em>, and the harbour master wrote its name down.</p>`;
  return page(
    'A wide page',
    `<article><h1>Every boat that came in this year</h1>${line.repeat(Math.ceil(elements / 4))}</article>`,
  );
}

/** An article that many elements deep. */
export function deepPage(depth: number): string {
  const story = Array.from({ length: 12 }, (_, n) => paragraph(n)).join('');
  return page(
    'A deep page',
    `${'<div>'.repeat(depth)}<article><h1>The story at the bottom of the well</h1>${story}</article>${'</div>'.repeat(depth)}`,
  );
}
