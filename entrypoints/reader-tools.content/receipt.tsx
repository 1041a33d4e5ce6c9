import { render } from 'preact';
import { RemovedParts } from '../../components/article-view/removed-parts';
import type { ReadingDesk } from '../../components/reading-desk';
import type { RemovedPart } from '../../lib/article';
import { describeBody } from '../../lib/extract/describe-body';
import { PUT_BACK, putBack, takeOut } from '../../lib/extract/put-back';
import { storedBody } from '../../lib/extract/sanitize';

/** What the view itself adds between the children of the article. */
const ADDED_TO_VIEW = `[${PUT_BACK}], .article-picture-missing`;

/** The list of what was left out, below the article, with the way back for each part. Returns how to draw it anew. */
export function showReceipt(desk: ReadingDesk, place: Element): () => void {
  const { window } = desk;
  /** A part alone; never attached before `desk.show` has taken the addresses off its pictures. */
  const elementOf = ({ html, text }: RemovedPart): HTMLElement => {
    const [element] = storedBody(window, html).children;
    if (element) return element as HTMLElement;
    // A table's row has no markup of its own.
    const paragraph = window.document.createElement('p');
    paragraph.textContent = text;
    return paragraph;
  };
  const look = (part: RemovedPart, into: HTMLElement) => {
    const element = elementOf(part);
    desk.show(element, () => into.append(element));
  };

  const put = (number: number, back: boolean) => {
    const article = desk.article();
    const part = article?.removed[number];
    const shown = desk.body();
    if (!article || !part || !shown) return;
    const stored = storedBody(window, article.html);
    if (back) {
      putBack(stored, part, number, elementOf(part));
      const element = elementOf(part);
      desk.show(element, () => putBack(shown, part, number, element, ADDED_TO_VIEW));
      element.scrollIntoView({ block: 'center' });
    } else {
      takeOut(stored, number);
      takeOut(shown, number);
    }
    const { putBack: _before, ...bare } = part;
    const removed = article.removed.with(number, back ? { ...bare, putBack: true } : bare);
    desk.change({ ...article, ...describeBody(stored), removed });
    draw();
  };

  const draw = () => {
    const parts = desk.article()?.removed ?? [];
    render(<RemovedParts parts={parts} look={look} onPutBack={put} />, place);
  };
  draw();
  return draw;
}
