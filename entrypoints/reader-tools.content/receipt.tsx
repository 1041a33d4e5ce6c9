import { render } from 'preact';
import { elementOfPart, putPartBack } from '../../components/article-view/put-part-back';
import { RemovedParts } from '../../components/article-view/removed-parts';
import type { ReadingDesk } from '../../components/reading-desk';
import type { RemovedPart } from '../../lib/article';
import { storedBody } from '../../lib/extract/sanitize';

/** The list of what was left out, below the article, with the way back for each part. Returns how to draw it anew. */
export function showReceipt(desk: ReadingDesk, place: Element): () => void {
  const parse = (html: string) => storedBody(desk.window, html);
  const look = (part: RemovedPart, into: HTMLElement) => {
    const element = elementOfPart(part, parse);
    desk.show(element, () => into.append(element));
  };
  const put = (number: number, back: boolean) => {
    const article = desk.article();
    const shown = desk.body();
    const change = article && shown && putPartBack(article, number, back, { parse, shown, show: desk.show });
    if (!change) return;
    desk.change({ ...article, ...change });
    draw();
  };
  const draw = () => {
    const parts = desk.article()?.removed ?? [];
    render(<RemovedParts parts={parts} look={look} onPutBack={put} />, place);
  };
  draw();
  return draw;
}
