import type { ComponentChildren, RefObject } from 'preact';
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { ArticleRow } from '../../lib/article';
import type { LibraryModel } from '../../lib/library/model';
import type { Problem } from '../../lib/search/query/query';
import type { RowActions } from '../article-list/article-row';
import { ArticleList, type ListPlace } from '../article-list/article-list';
import { plural, t } from '../i18n';
import { SearchBox } from '../search-box/search-box';

type LateParts = (typeof import('./late-parts'))['lateParts'];

type Props = Pick<RowActions, 'hrefOf' | 'onOpen' | 'selection'> & {
  model: LibraryModel;
  inputRef: RefObject<HTMLInputElement | null>;
  /** A keyword was picked, or let go of. */
  onKeyword: (term: string | null) => void;
  /** What an empty library or trash shows. */
  whenEmpty: ComponentChildren;
  /** Beside the number of articles. */
  actions?: ComponentChildren;
  /** Where the list was left. */
  start?: ListPlace | undefined;
};

/** Search box and list with all that belongs to them; the whole lower part of the popup, the middle of the library page. */
export function ListPane(props: Props) {
  const { model, inputRef, whenEmpty, hrefOf, onOpen, onKeyword, selection, actions, start } = props;
  const list = useRef<HTMLUListElement>(null);
  const items = model.items.value;
  const searching = model.query.value.trim() !== '';
  const loaded = useSignal<LateParts | null>(null);
  const shown = items !== null || model.failure.value !== null;
  // After the first rows, whose way it would be in, or when none are to come.
  useEffect(() => {
    if (shown) void import('./late-parts').then(({ lateParts }) => (loaded.value = lateParts));
  }, [shown]);
  const late = loaded.value;
  const parts = searching ? late : null;
  const toSearch = () => inputRef.current?.focus();
  const showProblem = ({ start, end }: Problem) => {
    toSearch();
    inputRef.current?.setSelectionRange(start, end);
  };
  const rowLink = () => list.current?.querySelector<HTMLElement>('li[data-place="0"] > a, li > a');

  /** Enter may come before the rows do: then it waits for them, so that it never opens the best of an older query. */
  const entered = useRef(false);
  const openBest = () => {
    if (!entered.current || !model.fresh.value) return;
    entered.current = false;
    rowLink()?.click();
  };
  useEffect(openBest);
  const search = (text: string) => {
    entered.current = false;
    model.search(text);
  };

  const searchFor = (text: string) => {
    search(text);
    toSearch();
  };

  const remove = (row: ArticleRow) =>
    void model.change([row.id], { to: 'trash' }, { title: t('list_removed', row.title) });
  const clear = () => {
    search('');
    onKeyword(null);
  };

  const pressed = (event: KeyboardEvent) => {
    if (event.target === inputRef.current || event.isComposing) return;
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key === 'Escape' && (model.query.value || model.keyword.value)) {
      clear();
      toSearch();
      event.preventDefault();
    } else if (event.key === 'z' && !plain && !event.altKey && !event.shiftKey && model.undoable.value.length > 0) {
      void model.undo();
      event.preventDefault();
    }
    // A letter typed on a row goes into the search box.
    else if (plain && event.key.length === 1 && event.key !== ' ' && list.current?.contains(event.target as Node))
      toSearch();
  };

  return (
    <section class="list-pane" onKeyDown={pressed}>
      <div class="list-pane-head">
        <SearchBox
          value={model.query.value}
          inputRef={inputRef}
          parts={late}
          valuesOf={model.valuesOf}
          onSearch={search}
          onDown={() => rowLink()?.focus()}
          onEnter={() => {
            entered.current = model.query.value.trim() !== '';
            openBest();
          }}
        />
        {parts && <parts.Head model={model} onSearch={searchFor} onProblem={showProblem} />}
        <Status model={model} onKeyword={onKeyword} actions={actions} parts={parts} />
      </div>
      <div class="list-pane-body">
        {late && <late.ListTrouble model={model} />}
        {parts && <parts.Outcome model={model} onSearch={search} onClear={clear} />}
        {items === null && !model.failure.value && <p class="list-pane-waiting">{t('list_loading')}</p>}
        {items?.length === 0 &&
          !searching &&
          (model.keyword.value ? late && <late.NoneLeft name={model.keyword.value} onClear={clear} /> : whenEmpty)}
        {items !== null && items.length > 0 && (
          <ArticleList
            items={items}
            listRef={list}
            hrefOf={hrefOf}
            onOpen={onOpen}
            selection={selection}
            onKeyword={model.place.value === 'trash' ? undefined : onKeyword}
            onRemove={model.place.value === 'trash' ? undefined : remove}
            onRestore={model.place.value === 'trash' ? (row) => void model.restore(row) : undefined}
            onLeave={toSearch}
            from={model.from.value}
            extent={model.extent.value}
            counted={model.counted.value}
            onShow={model.show}
            start={start}
          />
        )}
      </div>
      {late && <late.UndoToast model={model} onUndone={toSearch} />}
    </section>
  );
}

/** How many there are, and the keyword that narrows them. Read out by screen readers as it changes. */
function Status({
  model,
  onKeyword,
  actions,
  parts,
}: Pick<Props, 'model' | 'onKeyword' | 'actions'> & { parts: LateParts | null }) {
  const { query, keyword, total, items } = model;
  const counted = items.value !== null && model.counted.value && (query.value || total.value > 0);
  return (
    <div class="list-pane-status">
      <span role="status">{counted && plural(query.value ? 'list_found' : 'list_article_count', total.value)}</span>
      {keyword.value !== null && (
        <button
          type="button"
          class="list-pane-keyword"
          aria-label={t('list_keyword_clear', keyword.value)}
          onClick={() => onKeyword(null)}
        >
          <bdi>{keyword.value}</bdi>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="m5 5 6 6m0-6-6 6" />
          </svg>
        </button>
      )}
      {parts && total.value > 1 && <parts.Order order={model.order.value} onOrder={model.sortBy} />}
      {actions}
    </div>
  );
}
