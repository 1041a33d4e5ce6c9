import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../components/i18n';
import type { LibraryModel } from '../../lib/library/model';
import type { Settings } from '../../lib/settings/settings';
import { ArticlePage } from './article-page';
import { ListPage, type Left } from './list-page';
import { hashOf, listAt, type Route } from './route';
import type { Storage } from './storage';

type Props = {
  route: ReadonlySignal<Route>;
  list: LibraryModel;
  storage: Promise<Storage>;
  settings: ReadonlySignal<Settings>;
  onSettings: (change: Partial<Settings>) => void;
  onSample: () => void;
  /** A newer build took over the database while this page was open. */
  outdated: ReadonlySignal<boolean>;
};

const go = (route: Route): void => void (location.hash = hashOf(route));

export function Library({ route, list, onSample, outdated, ...reading }: Props) {
  const left = useRef<Left>({ at: null, hash: '' });
  const at = route.value;
  if (at.view === 'article') return <OpenArticle key={at.id} id={at.id} list={list} outdated={outdated} {...reading} />;
  return (
    <ListPage
      at={at}
      list={list}
      left={left.current}
      onKeyword={(keyword) => go(listAt('all', { keyword }))}
      onSample={onSample}
      outdated={outdated}
      storage={reading.storage}
    />
  );
}

type OpenProps = Pick<Props, 'list' | 'storage' | 'settings' | 'onSettings' | 'outdated'> & { id: string };

/** An article in its place in the list: knows its neighbours and the way back. */
function OpenArticle({ id, list, storage, settings, onSettings, outdated }: OpenProps) {
  const items = list.items.value ?? [];
  const place = items.findIndex(({ row }) => row.id === id);
  const from = list.from.value;
  // Its neighbours may not have been fetched yet.
  useEffect(() => {
    if (place >= 0) list.show(from + place, from + place + 1);
  }, [place, from]);
  const back = (): void => {
    const { place, tag, keyword } = list;
    go(listAt(place.value, { tag: tag.value, keyword: keyword.value }));
  };
  return (
    <ArticlePage
      id={id}
      list={list}
      opening={storage}
      outdated={outdated.value}
      settings={settings.value}
      onSettings={onSettings}
      previous={items[place - 1]?.row.id ?? null}
      next={(place >= 0 && items[place + 1]?.row.id) || null}
      onLabel={(kind, name) => go(listAt('all', { [kind]: name }))}
      onChange={(row, change, said) => list.change([row.id], change, { title: said })}
      onRemove={({ row }) => {
        back();
        void list.change([row.id], { to: 'trash' }, { title: t('list_removed', row.title) });
      }}
      onRestore={({ row }) => list.restore(row)}
      onBack={back}
    />
  );
}
