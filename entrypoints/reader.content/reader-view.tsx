import { ArticleView } from '../../components/article-view/article-view';
import { RemovedParts } from '../../components/article-view/removed-parts';
import { EmptyState } from '../../components/empty-state/empty-state';
import { KeywordChips } from '../../components/keyword-chips/keyword-chips';
import { t } from '../../components/i18n';
import { SaveNotice } from './save-notice';
import type { ReaderActions, ReaderState } from './state';
import { Toolbar } from './toolbar';

type Props = { state: ReaderState; actions: ReaderActions };

/** More would be a second text. */
const MAX_CHIPS = 8;

const ownAddress = (address: string): string => address;

function Reading({ state }: { state: ReaderState }) {
  if (typeof state.reading !== 'object') return null;
  const { article, body } = state.reading;
  return (
    <ArticleView
      head={article}
      body={body}
      look={state.settings}
      pictureSource={ownAddress}
      keywords={<KeywordChips keywords={state.keywords?.slice(0, MAX_CHIPS) ?? []} />}
    >
      <RemovedParts parts={article.removed} />
    </ArticleView>
  );
}

function NothingToRead({ state, actions }: Props) {
  const failed = state.reading === 'failed';
  return (
    <EmptyState
      title={t(failed ? 'reader_failed_title' : 'reader_nothing_title')}
      text={t(failed ? 'reader_failed_text' : 'error_noArticle')}
    >
      <button type="button" class="button primary" onClick={actions.close}>
        {t('reader_back')}
      </button>
      <button type="button" class="button" onClick={actions.retry}>
        {t('reader_try_again')}
      </button>
    </EmptyState>
  );
}

export function ReaderView({ state, actions }: Props) {
  return (
    <>
      <Toolbar state={state} actions={actions} />
      <div class="reader-notice">
        <SaveNotice state={state} actions={actions} />
      </div>
      <main class="reader-main">
        {typeof state.reading === 'object' ? (
          <Reading state={state} />
        ) : (
          <NothingToRead state={state} actions={actions} />
        )}
      </main>
      <p class={state.said ? 'toast' : 'visually-hidden'} role="status">
        {state.said ?? (state.saving === 'done' ? t('reader_saved_status') : '')}
      </p>
    </>
  );
}
