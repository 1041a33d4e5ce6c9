/** What a search finds, as a page scrolls through it. Needs no Dexie: a cold popup searches before it is there. */
import { findMarks } from '../search/find-marks';
import { facets } from '../search/facets';
import { parseQuery } from '../search/query/parse-query';
import type { FieldFilter, Query } from '../search/query/query';
import { search, type Searcher } from '../search/search';
import type { ListResult, ListView, ListWatch } from './list-source';
import type { Filter } from './place';

/** Hits read at first and with each step. */
const PAGE = 20;
/** Nobody reads on for longer; a narrower query is quicker. */
const MOST = 2000;

type Options = {
  onResult: (result: ListResult) => void;
  onError: (error: unknown) => void;
  /** The index did not answer; it should be looked after. */
  onUnindexed?: (() => void) | undefined;
  /** Also tells what the hits have in common; for pages with room for it. */
  withFacets?: boolean | undefined;
};

export type WatchedSearch = ListWatch & {
  /** Articles were changed. */
  changed: () => void;
};

/** What the place where the search box stands asks of an article. */
export function conditionsOf({ place, tag, keyword }: Filter): FieldFilter[] {
  const is = {
    inbox: 'inbox',
    archive: 'archived',
    trash: 'trash',
    unread: 'unread',
    favourites: 'favourite',
    all: null,
  } as const;
  const what = is[place];
  return [
    ...(what === null ? [] : [{ field: 'is', what } as const]),
    ...(tag === null ? [] : [{ field: 'tag', name: tag } as const]),
    ...(keyword === null ? [] : [{ field: 'keyword', name: keyword } as const]),
  ];
}

/** The query of a view, or null where nothing is asked for (yet): then the view is a list. */
export function queryOf({ query }: ListView): Query | null {
  if (query === '') return null;
  const parsed = parseQuery(query, new Date());
  return parsed.clauses.length > 0 || parsed.problems.length > 0 ? parsed : null;
}

export function watchSearch(
  engine: Searcher,
  query: Query,
  view: ListView,
  { onResult, onError, onUnindexed, withFacets = false }: Options,
): WatchedSearch {
  const overtaken = new AbortController();
  const { signal } = overtaken;
  const within = conditionsOf(view);
  let limit = PAGE;
  let known = 0;
  let work: Promise<void> | null = null;
  let again = false;

  const ask = async (): Promise<void> => {
    const { hits, total, terms, relaxed, indexed } = await search(engine, query, {
      limit,
      sort: view.order,
      within,
      signal,
    });
    const items = hits.map(({ article: row, snippet }) => ({ row, snippet, titleMarks: findMarks(row.title, terms) }));
    known = items.length;
    const result = { items, from: 0, extent: items.length, total, counted: true, relaxed };
    onResult(result);
    if (!indexed) onUnindexed?.();
    if (!withFacets || total < 2) return;
    const found = await facets(engine, query, { within, signal, loose: relaxed?.kind === 'parts' });
    if (found && !signal.aborted) onResult({ ...result, facets: found });
  };

  /** One at a time; what changed meanwhile is looked at after it, once. */
  const update = (): void => {
    if (work) return void (again = true);
    work = ask()
      .catch((error: unknown) => {
        if (!signal.aborted) onError(error);
      })
      .finally(() => {
        work = null;
        if (!again || signal.aborted) return;
        again = false;
        update();
      });
  };

  update();
  return {
    show(_from, to) {
      // All that were asked for are there, and the last of them come near.
      if (known < limit || limit >= MOST || to < known - PAGE / 2) return;
      limit = Math.min(limit * 2, MOST);
      update();
    },
    changed: update,
    stop: () => overtaken.abort(),
  };
}
