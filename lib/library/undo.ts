/** Changes of what the user decides about an article, each with what takes it back. */
import type { ArticleId, ArticleRow, ArticleState, Stamp } from '../article';
import { tick } from './clock';
import type { LibraryDb } from './schema';
import { tagKey } from '../search/labels';

/** A field that the user changes; its name is that of its stamp. */
export type Field = 'state' | 'favourite' | 'openedAt' | `tag:${string}`;

/** `openedAt` is `null` while unread; a tag is there or not. */
export type Value = ArticleState | 0 | 1 | number | null | boolean;

export type Wanted = Partial<Record<Field, Value>>;

type Change = { id: ArticleId; field: Field; before: Value };

/** Plain data that takes one user action back; what was changed again since stays as it is. */
export type UndoToken = {
  /** One for each transaction; the stamp tells its changes from later ones. */
  parts: { stamp: Stamp; changes: Change[] }[];
};

const tagOf = (field: `tag:${string}`): string => field.slice('tag:'.length);

function valueOf(row: ArticleRow, field: Field): Value {
  if (field === 'state' || field === 'favourite') return row[field];
  return field === 'openedAt' ? (row.openedAt ?? null) : row.tags.includes(tagOf(field));
}

function withState(row: ArticleRow, state: ArticleState): ArticleRow {
  const { trashedFrom: _, ...rest } = row;
  return state === 'trash' && row.state === 'archive' ? { ...rest, state, trashedFrom: row.state } : { ...rest, state };
}

function withValue(row: ArticleRow, field: Field, value: Value): ArticleRow {
  if (field === 'state') return withState(row, value as ArticleState);
  if (field === 'favourite') return { ...row, [field]: value as 0 | 1 };
  if (field === 'openedAt') {
    const { openedAt: _, ...unread } = row;
    return typeof value === 'number' ? { ...unread, openedAt: value } : unread;
  }
  const tag = tagOf(field);
  // A tag comes back in place of another spelling of it, never beside it.
  const others = row.tags.filter((other) => (value === true ? tagKey(other) !== tagKey(tag) : other !== tag));
  return { ...row, tags: value === true ? [...others, tag] : others };
}

const stamped = (row: ArticleRow, field: Field, value: Value, stamp: Stamp): ArticleRow => {
  const changed = withValue(row, field, value);
  return { ...changed, stamps: { ...changed.stamps, [field]: stamp } };
};

const rowsOf = async (db: LibraryDb, ids: readonly ArticleId[]): Promise<ArticleRow[]> =>
  (await db.articles.bulkGet([...ids])).filter((row) => row !== undefined);

/**
 * Brings each row's fields to what is wanted of it, in one transaction. Fields that are so already are left out of
 * what is answered, with their stamps; articles that are gone are left gone.
 */
export function changeRows(
  db: LibraryDb,
  ids: readonly ArticleId[],
  wantedOf: (row: ArticleRow) => Wanted,
  now: number,
): Promise<UndoToken['parts']> {
  return db.transaction('rw', [db.articles, db.kv], async () => {
    const changing = (await rowsOf(db, ids)).flatMap((row) => {
      const wanted = Object.entries(wantedOf(row)) as [Field, Value][];
      const fields = wanted.filter(([field, value]) => valueOf(row, field) !== value);
      return fields.length > 0 ? [{ row, fields }] : [];
    });
    if (changing.length === 0) return [];
    const stamp = await tick(db, now);
    await db.articles.bulkPut(
      changing.map(({ row, fields }) =>
        fields.reduce((changed, [field, value]) => stamped(changed, field, value, stamp), row),
      ),
    );
    const changes = changing.flatMap(({ row, fields }) =>
      fields.map(([field]) => ({ id: row.id, field, before: valueOf(row, field) })),
    );
    return [{ stamp, changes }];
  });
}

/** Takes one action back, each article to where it was. May be called again after a failure: it goes on. */
export async function undo(db: LibraryDb, { parts }: UndoToken, now: number): Promise<void> {
  for (const { stamp, changes } of parts) {
    const of = new Map<ArticleId, Change[]>();
    for (const change of changes) of.set(change.id, [...(of.get(change.id) ?? []), change]);
    const before = (row: ArticleRow): Wanted => {
      const untouched = of.get(row.id)?.filter(({ field }) => row.stamps[field] === stamp) ?? [];
      return Object.fromEntries(untouched.map(({ field, before }) => [field, before]));
    };
    await changeRows(db, [...of.keys()], before, now);
  }
}
