import { render } from 'preact';
import { KeywordChips } from '../../components/keyword-chips/keyword-chips';
import type { ReadingDesk } from '../../components/reading-desk';
import { sendMessage } from '../../lib/messages';

/** More would be a second text. */
const MAX_CHIPS = 8;

/** The keywords that a save of the article, as it is now, would give it, each with where it comes from. */
export async function showKeywords(desk: ReadingDesk, place: Element): Promise<void> {
  const article = desk.article();
  if (!article) return;
  const { title, text, lang, declaredKeywords: declared, source } = article;
  // The text is whole without them.
  const keywords = await sendMessage('keywordsFor', { title, text, lang, declared, source }).catch(() => []);
  if (!desk.signal.aborted) render(<KeywordChips keywords={keywords.slice(0, MAX_CHIPS)} />, place);
}
