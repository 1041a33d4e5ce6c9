import { ArticleView } from '../../components/article-view/article-view';
import { t } from '../../components/i18n';
import { Notice } from '../../components/notice/notice';
import { SaveNotice } from './save-notice';
import type { ReaderActions, ReaderState } from './state';
import { Toolbar } from './toolbar';

type Props = { state: ReaderState; actions: ReaderActions };

/** Over its page an article shows the page's own pictures. */
export const ownAddress = (address: string): string => address;

function Main({ state: { reading, settings }, actions }: Props) {
  if (typeof reading === 'object') {
    return (
      <ArticleView
        head={reading.article}
        body={reading.body}
        look={settings}
        pictureSource={ownAddress}
        // Filled by the tools, as the other is.
        keywords={null}
      >
        <div class="tools" />
      </ArticleView>
    );
  }
  const failed = reading === 'failed';
  return (
    <Notice
      kind="calm"
      title={t(failed ? 'reader_failed_title' : 'reader_nothing_title')}
      text={t(failed ? 'reader_failed_text' : 'reader_nothing_text')}
    >
      <button class="button primary" onClick={actions.close}>
        {t('reader_back')}
      </button>
      <button class="button" onClick={actions.retry}>
        {t('reader_try_again')}
      </button>
      <div class="tools" />
    </Notice>
  );
}

export function ReaderView({ state, actions }: Props) {
  return (
    <>
      <Toolbar state={state} actions={actions} />
      <SaveNotice state={state} actions={actions} />
      <main>
        <Main state={state} actions={actions} />
      </main>
      <p class="visually-hidden" role="status">
        {state.saving === 'done' && t('reader_saved_status')}
      </p>
    </>
  );
}
