import type { ReadonlySignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { LibraryModel } from '../../lib/library/model';
import type { Settings } from '../../lib/settings/settings';
import { ArticlePage } from './article-page';
import { ListPage, type Left } from './list-page';
import { hashOf, type Route } from './route';
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

export function Library({ route, list, storage, settings, onSettings, onSample, outdated }: Props) {
  const left = useRef<Left>({ top: 0, id: '' });
  const at = route.value;
  if (at.view !== 'article') {
    return (
      <ListPage
        at={at}
        list={list}
        left={left.current}
        onKeyword={(keyword) => go({ view: 'list', keyword })}
        onSample={onSample}
        outdated={outdated}
      />
    );
  }
  const items = list.items.value ?? [];
  const place = items.findIndex(({ row }) => row.id === at.id);
  const back = (): void => {
    const { trash, keyword } = list;
    go(trash.value ? { view: 'trash' } : { view: 'list', keyword: keyword.value });
  };
  return (
    <ArticlePage
      key={at.id}
      id={at.id}
      list={list}
      opening={storage}
      settings={settings.value}
      onSettings={onSettings}
      previous={items[place - 1]?.row.id ?? null}
      next={(place >= 0 && items[place + 1]?.row.id) || null}
      onKeyword={(keyword) => go({ view: 'list', keyword })}
      onRemove={({ row }) => {
        back();
        void list.remove(row);
      }}
      onRestore={({ row }) => list.restore(row)}
      onBack={back}
    />
  );
}
