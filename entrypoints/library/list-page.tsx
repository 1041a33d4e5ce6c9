import { useSignal, type ReadonlySignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { EmptyState } from '../../components/empty-state/empty-state';
import { t } from '../../components/i18n';
import type { ListPlace } from '../../components/article-list/article-list';
import type { Label } from '../../components/label-editor/label-editor';
import { ListPane } from '../../components/list-pane/list-pane';
import type { LibraryModel } from '../../lib/library/model';
import { BulkBar } from './bulk-bar';
import { amendLastDone } from './last-done';
import { LabelHeading } from './label-heading';
import { Outdated } from './outdated';
import { hashOf, listAt, type ListRoute } from './route';
import { SideBar } from './side-bar';
import type { Storage } from './storage';
import { TrashBar } from './trash-bar';

/** Which article was opened, and where it stood: the way back leads there. */
export type Left = { at: ListPlace | null; hash: string };

type Props = {
  at: ListRoute;
  list: LibraryModel;
  left: Left;
  onKeyword: (term: string | null) => void;
  onSample: () => void;
  outdated: ReadonlySignal<boolean>;
  storage: Promise<Storage>;
};

export function ListPage({ at, list, left, onKeyword, onSample, outdated, storage }: Props) {
  const search = useRef<HTMLInputElement>(null);
  const inTrash = at.place === 'trash';
  const label = labelOf(at);
  const name = label?.name ?? t(`library_place_${at.place}`);
  /** Ids of the articles that are chosen; `null` while nobody chooses. */
  const choosing = useSignal<ReadonlySet<string> | null>(null);
  const toggle = (id: string) => {
    const chosen = new Set(choosing.value);
    if (!chosen.delete(id)) chosen.add(id);
    choosing.value = chosen;
  };
  useEffect(() => {
    document.title = inTrash ? t('library_title_trash') : at.place === 'all' && !label ? t('library_title') : name;
    choosing.value = null;
    // What had the focus is gone with the list before.
    if (document.activeElement === document.body) search.current?.focus({ preventScroll: true });
  }, [hashOf(at)]);
  const start = left.at && left.hash === hashOf(at) ? left.at : undefined;
  useEffect(() => {
    if (!start) search.current?.focus({ preventScroll: true });
    if (!start) window.scrollTo({ top: 0, behavior: 'instant' });
  }, []);

  const go = (route: ListRoute) => (location.hash = hashOf(route));
  /** The list goes with its name, there and back. */
  const renamed = ({ kind, name }: Label, to: string) => {
    go(listAt('all', { [kind]: to }));
    amendLastDone(list, ({ undo }) => ({ undo: () => undo().then(() => void go(listAt('all', { [kind]: name }))) }));
  };

  return (
    <div class="library">
      <SideBar at={at} counts={list.counts} tags={list.tags} />
      <main class="library-main">
        {label ? (
          <LabelHeading
            key={hashOf(at)}
            {...label}
            list={list}
            useOf={async (kind, typed) => (await storage).useOf(kind, typed)}
            onRenamed={(to) => renamed(label, to)}
          />
        ) : (
          <h1 class="visually-hidden">{name}</h1>
        )}
        {outdated.value && <Outdated />}
        {inTrash && <p class="library-hint">{t('library_trash_hint')}</p>}
        {inTrash && list.total.value > 0 && <TrashBar list={list} storage={storage} />}
        <ListPane
          model={list}
          inputRef={search}
          onKeyword={onKeyword}
          hrefOf={({ id }) => hashOf({ view: 'article', id })}
          onOpen={({ id }) => Object.assign(left, { at: placeInView(id), hash: hashOf(at) })}
          start={start}
          whenEmpty={
            inTrash ? <EmptyTrash /> : hashOf(at) === '#/' ? <EmptyLibrary onSample={onSample} /> : <EmptyPlace />
          }
          selection={choosing.value ? { chosen: choosing.value, toggle } : undefined}
          actions={
            !choosing.value &&
            list.total.value > 0 && (
              <button class="button quiet library-select" type="button" onClick={() => (choosing.value = new Set())}>
                {t('library_select')}
              </button>
            )
          }
        />
        {choosing.value && <BulkBar list={list} place={at.place} chosen={choosing} />}
      </main>
    </div>
  );
}

function labelOf({ tag, keyword }: ListRoute): Label | null {
  if (tag !== null) return { kind: 'tag', name: tag };
  return keyword === null ? null : { kind: 'keyword', name: keyword };
}

function placeInView(id: string): ListPlace | null {
  const row = document.querySelector<HTMLElement>(`li[data-id="${CSS.escape(id)}"]`);
  return row && { id, place: Number(row.dataset.place), y: row.getBoundingClientRect().top };
}

function EmptyTrash() {
  return <EmptyState title={t('library_trash_empty_title')} text={t('library_trash_empty')} />;
}

function EmptyPlace() {
  return (
    <EmptyState title={t('library_empty_place_title')} text={t('library_empty_place')}>
      <a class="button" href={hashOf(listAt('all'))}>
        {t('library_place_all')}
      </a>
    </EmptyState>
  );
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
