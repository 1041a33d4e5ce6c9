import { render } from 'preact';
import { t } from '../../components/i18n';
import type { ReadingDesk } from '../../components/reading-desk';
import type { Extracted } from '../../lib/article';
import type { PageTrouble } from '../../lib/extract/paging/page-answer';
import type { PageAhead, PageWalk } from '../../lib/extract/paging/page-walk';
import { sectionOf, walkFrom, withPage } from './further-pages';

type State =
  | { is: 'loading'; ahead: PageAhead }
  /** There are more pages than are read. */
  | { is: 'limit'; ahead: PageAhead }
  | { is: 'failed'; ahead: PageAhead; why: PageTrouble }
  | { is: 'done' };

function Words({ state, first, page }: { state: State; first: number; page: number }) {
  if (state.is === 'done')
    return <>{page > first && (first === 1 ? t('paged_all', page) : t('paged_range', first, page))}</>;
  const { page: ahead, total } = state.ahead;
  if (state.is === 'loading') return <>{total ? t('paged_loading_of', ahead, total) : t('paged_loading', ahead)}</>;
  if (state.is === 'limit') return <>{t('paged_limit', page)}</>;
  return <>{t('paged_failed', ahead, t(`paged_why_${state.why}`), page)}</>;
}

function PagedNote(props: { state: State; first: number; page: number; retry: () => void }) {
  const { state, retry } = props;
  return (
    <div class="tools-paged" data-is={state.is}>
      <p role="status">
        <Words {...props} />
      </p>
      {state.is === 'failed' && (
        <button type="button" class="button" onClick={retry}>
          {t('reader_try_again')}
        </button>
      )}
      {(state.is === 'failed' || state.is === 'limit') && (
        <a href={state.ahead.url} target="_blank" rel="noopener">
          {t('paged_open', state.ahead.page)}
        </a>
      )}
    </div>
  );
}

function openWalk({ window, extract, picked }: ReadingDesk, article: Extracted): PageWalk | null {
  try {
    return walkFrom(window, extract, { article, block: picked });
  } catch (error) {
    // A page can make any question about it fail.
    console.error(error);
    return null;
  }
}

type Told = {
  /** One more has come: the receipt is longer. */
  grown: () => void;
  /** All have come that will. */
  ended: () => void;
};

/** Brings the further pages of the article below its first one, and says how it goes. */
export function showFurtherPages(desk: ReadingDesk, place: Element, { grown, ended }: Told): void {
  const { signal } = desk;
  const start = desk.article();
  if (!start) return;
  const walk = openWalk(desk, start);
  if (!walk?.ahead()) return;
  const first = walk.page();

  const show = (state: State) => {
    if (!signal.aborted) render(<PagedNote state={state} first={first} page={walk.page()} retry={retry} />, place);
  };
  const run = async () => {
    try {
      show(await joinAll(desk, walk, show, grown));
      if (walk.page() > first) ended();
    } catch (error) {
      // A bug of ours must not stand below the text as if the page had failed.
      console.error(error);
      show({ is: 'done' });
    }
  };
  const retry = () => {
    desk.hold(run());
    // The button that had the focus is gone.
    desk.dialog.focus({ preventScroll: true });
  };
  desk.hold(run());
}

/** Joins page after page to the shown text and to what a save sends. Returns how it ended. */
async function joinAll(
  desk: ReadingDesk,
  walk: PageWalk,
  show: (state: State) => void,
  grown: () => void,
): Promise<State> {
  const { window, signal } = desk;
  // A save that waits is not cut short by leaving the view.
  const goesOn = () => !signal.aborted || desk.isSaving();
  for (let ahead = walk.ahead(); ahead && goesOn(); ahead = walk.ahead()) {
    if (walk.atLimit()) return { is: 'limit', ahead };
    show({ is: 'loading', ahead });
    const result = await walk.step();
    if (result === 'end') break;
    if ('trouble' in result) return { is: 'failed', ahead, why: result.trouble };
    const article = desk.article();
    const body = desk.body();
    if (!article || !body || !goesOn()) break;
    desk.change(withPage(window, article, result), true);
    if (signal.aborted) continue;
    const section = sectionOf(window, result);
    desk.show(section, () => body.append(section));
    grown();
  }
  return { is: 'done' };
}
