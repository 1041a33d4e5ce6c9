import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { EmptyState } from '../../components/empty-state/empty-state';
import { t } from '../../components/i18n';
import { ListPane } from '../../components/list-pane/list-pane';
import { Notice } from '../../components/notice/notice';
import type { LibraryModel } from '../../lib/library/model';
import { hashOf, type Route } from './route';
import { SideBar } from './side-bar';

/** How far down the list was when an article was opened, and which: the way back leads there. */
export type Left = { top: number; id: string };

type Props = {
  at: Exclude<Route, { view: 'article' }>;
  list: LibraryModel;
  left: Left;
  onKeyword: (term: string | null) => void;
  onSample: () => void;
  outdated: ReadonlySignal<boolean>;
};

export function ListPage({ at, list, left, onKeyword, onSample, outdated }: Props) {
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => {
    document.title = t(at.view === 'trash' ? 'library_title_trash' : 'library_title');
  }, [at.view]);
  useEffect(() => {
    const row = document.querySelector<HTMLElement>(`li[data-id="${CSS.escape(left.id)}"] > a`);
    if (row) row.focus({ preventScroll: true });
    else search.current?.focus({ preventScroll: true });
    window.scrollTo({ top: left.top, behavior: 'instant' });
  }, []);

  return (
    <div class="library">
      <SideBar at={at} counts={list.counts} />
      <main class="library-main">
        <h1 class="visually-hidden">{t(at.view === 'trash' ? 'library_trash' : 'library_articles')}</h1>
        {outdated.value && (
          <Notice title={t('library_outdated_title')} text={t('library_outdated')}>
            <button class="button" type="button" onClick={() => location.reload()}>
              {t('library_reload')}
            </button>
          </Notice>
        )}
        {at.view === 'trash' && <p class="library-hint">{t('library_trash_hint')}</p>}
        <ListPane
          model={list}
          inputRef={search}
          onKeyword={onKeyword}
          hrefOf={({ id }) => hashOf({ view: 'article', id })}
          onOpen={({ id }) => Object.assign(left, { id, top: window.scrollY })}
          whenEmpty={at.view === 'trash' ? <EmptyTrash /> : <EmptyLibrary onSample={onSample} />}
        />
      </main>
    </div>
  );
}

function EmptyTrash() {
  return <EmptyState title={t('library_trash_empty_title')} text={t('library_trash_empty')} />;
}

function EmptyLibrary({ onSample }: Pick<Props, 'onSample'>) {
  return (
    <EmptyState title={t('list_empty_title')} text={t('list_empty_text')}>
      <button class="button primary" type="button" onClick={onSample}>
        {t('library_add_sample')}
      </button>
      <a class="button" href="/welcome.html">
        {t('library_how')}
      </a>
    </EmptyState>
  );
}
