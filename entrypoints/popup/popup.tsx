import { useEffect, useRef } from 'preact/hooks';
import { EmptyState } from '../../components/empty-state/empty-state';
import { t } from '../../components/i18n';
import { ListPane } from '../../components/list-pane/list-pane';
import type { LibraryModel } from '../../lib/library/model';
import type { PageModel } from './page-model';
import { ThisPage } from './this-page';
import type { LateParts } from './verdict';

type Props = {
  page: PageModel;
  late: LateParts;
  list: LibraryModel;
  /** Opens a page of ours in a tab and closes the popup. */
  openTab: (address: string) => void;
};

export const articleAddress = (id: string): string => `/library.html#/article/${id}`;

export function Popup({ page, late, list, openTab }: Props) {
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => search.current?.focus(), []);

  /** With a modifier key or the middle button, a link does what links do. */
  const follow = (address: string, event: MouseEvent) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    openTab(address);
  };

  return (
    <main class="popup">
      <ThisPage
        model={page}
        late={late}
        hrefOf={articleAddress}
        onOpen={(id, event) => follow(articleAddress(id), event)}
      />
      <ListPane
        model={list}
        inputRef={search}
        onKeyword={list.filterBy}
        hrefOf={({ id }) => articleAddress(id)}
        onOpen={({ id }, event) => follow(articleAddress(id), event)}
        whenEmpty={<EmptyState title={t('list_empty_title')} text={t('list_empty_text')} />}
      />
      <nav class="popup-foot">
        {(['library', 'options'] as const).map((name) => (
          <a key={name} href={`/${name}.html`} onClick={(event) => follow(`/${name}.html`, event)}>
            {t(name === 'library' ? 'popup_library' : 'popup_settings')}
          </a>
        ))}
      </nav>
    </main>
  );
}
