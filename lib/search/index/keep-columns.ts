/**
 * Stands at the door of the database: whoever writes an article's row writes its columns with it, in the same
 * transaction, and readers of the index learn that something changed.
 */
import type { DBCore, DBCoreMutateRequest, DBCoreTable, DBCoreTransaction, Middleware } from 'dexie';
import type { ArticleRow } from '../../article';
import type { ColumnRow, LengthRow } from '../search-db';
import { isUnreadable } from '../unreadable';
import { emptyColumns, emptyLengths, fillColumns, pageOf } from './columns';
import { areColumns, areLengths, sealColumns, sealLengths } from './sound';

const STORES = ['ftsLen', 'ftsCol', 'ftsMeta'];

/** While an old library is upgraded, the stores are not there yet; the index is built later. */
const hasIndex = (trans: DBCoreTransaction): boolean =>
  (trans as unknown as IDBTransaction).objectStoreNames.contains('ftsCol');

/** A page that is damaged is begun anew, since no write of an article may fail over it; readers notice what is lost. */
const pagesAt = (table: DBCoreTable, trans: DBCoreTransaction, keys: number[]): PromiseLike<unknown[]> =>
  table.getMany({ trans, keys }).then(undefined, (error: unknown) => {
    if (!isUnreadable(error)) throw error;
    return [];
  });

/** Chains of `then`: a native `await` would leave Dexie's transaction zone. */
function writeColumns(core: DBCore, trans: DBCoreTransaction, rows: readonly ArticleRow[]): PromiseLike<unknown> {
  const pages = new Map<number, ArticleRow[]>();
  for (const row of rows) pages.set(pageOf(row.docNo), [...(pages.get(pageOf(row.docNo)) ?? []), row]);
  const keys = [...pages.keys()];
  const lengths = core.table('ftsLen');
  const columns = core.table('ftsCol');
  return pagesAt(lengths, trans, keys).then((oldLengths) =>
    pagesAt(columns, trans, keys).then((oldColumns) => {
      const filled = keys.map((page, i) => {
        const [length, column] = [oldLengths[i] as LengthRow | undefined, oldColumns[i] as ColumnRow | undefined];
        const both = {
          lengths: areLengths(length) ? length : emptyLengths(page),
          columns: areColumns(column) ? column : emptyColumns(page),
        };
        for (const row of pages.get(page) ?? []) fillColumns(row, both.lengths, both.columns);
        return { lengths: sealLengths(both.lengths), columns: sealColumns(both.columns) };
      });
      return lengths
        .mutate({ type: 'put', trans, values: filled.map((both) => both.lengths) })
        .then(() => columns.mutate({ type: 'put', trans, values: filled.map((both) => both.columns) }));
    }),
  );
}

function nextGeneration(core: DBCore, trans: DBCoreTransaction): PromiseLike<unknown> {
  const meta = core.table('ftsMeta');
  return meta
    .get({ trans, key: 'generation' })
    .then((row?: { value: number }) =>
      meta.mutate({ type: 'put', trans, values: [{ key: 'generation', value: (row?.value ?? 0) + 1 }] }),
    );
}

function follow(core: DBCore, request: DBCoreMutateRequest): PromiseLike<unknown> {
  const { trans } = request;
  const written = request.type === 'add' || request.type === 'put' ? (request.values as ArticleRow[]) : [];
  return writeColumns(core, trans, written).then(() => nextGeneration(core, trans));
}

export const keepColumns: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'keepColumns',
  create: (core) => ({
    ...core,
    transaction(stores, mode, options) {
      const widened =
        mode === 'readwrite' && stores.includes('articles') ? [...new Set([...stores, ...STORES])] : stores;
      return core.transaction(widened, mode, options);
    },
    table(name) {
      const table = core.table(name);
      if (name !== 'articles') return table;
      return {
        ...table,
        mutate: (request) =>
          table
            .mutate(request)
            .then((result) => (hasIndex(request.trans) ? follow(core, request).then(() => result) : result)),
      };
    },
  }),
};
