/** Changes of what the user decides about an article, each with what takes it back. */
import type { ArticleId, ArticleRow, ArticleState, Stamp } from '../article';
import { tick } from './clock';
import { type LabelField, placeOf, withPlace } from './label-fields';
import { changePrefs, type PrefChange, type PrefsWanted, takeBackPrefs } from './pref-changes';
import type { LibraryDb } from './schema';
import { isWorkOf, noteTakenBack } from './taken-back';

/** A field that the user changes; its name is that of its stamp. */
export type Field = 'state' | 'favourite' | 'openedAt' | LabelField;

/** `openedAt` is `null` while unread; a label has its place in its list, or `null` where it is not. */
export type Value = ArticleState | number | null;

export type Wanted = Partial<Record<Field, Value>>;

/** `was`: the stamp before, if there was one. */
type Change = { id: ArticleId; field: Field; before: Value; was: Stamp | undefined };

/** Plain data that takes one user action back; what was changed again since stays as it is. */
export type UndoToken = {
  /** One for each transaction; the stamp tells its changes from later ones. */
  parts: { stamp: Stamp; changes: Change[]; prefs?: PrefChange[] }[];
};

function valueOf(row: ArticleRow, field: Field): Value {
  if (field === 'state' || field === 'favourite') return row[field];
  return field === 'openedAt' ? (row.openedAt ?? null) : placeOf(row, field);
}

function withState(row: ArticleRow, state: ArticleState): ArticleRow {
  const { trashedFrom: _, ...rest } = row;
  return state === 'trash' && row.state === 'archive' ? { ...rest, state, trashedFrom: row.state } : { ...rest, state };
}

function withValue(row: ArticleRow, field: Field, value: Value): ArticleRow {
  if (field === 'state') return withState(row, value as ArticleState);
  if (field === 'favourite') return { ...row, [field]: value as 0 | 1 };
  const at = typeof value === 'number' ? value : null;
  if (field !== 'openedAt') return withPlace(row, field, at);
  const { openedAt: _, ...unread } = row;
  return at === null ? unread : { ...unread, openedAt: at };
}

const stamped = (row: ArticleRow, field: Field, value: Value, stamp: Stamp): ArticleRow => {
  const changed = withValue(row, field, value);
  return { ...changed, stamps: { ...changed.stamps, [field]: stamp } };
};

const rowsOf = async (db: LibraryDb, ids: readonly ArticleId[]): Promise<ArticleRow[]> =>
  (await db.articles.bulkGet([...ids])).filter((row) => row !== undefined);

/** `alone`: terms are remembered also where no article changes. */
type Work = { wantedOf: (row: ArticleRow) => Wanted; prefs?: PrefsWanted | undefined; alone: boolean };

function work(db: LibraryDb, ids: readonly ArticleId[], { wantedOf, prefs, alone }: Work, now: number) {
  const stores = [db.articles, db.kv, ...(prefs ? [db.termPrefs] : [])];
  return db.transaction('rw', stores, async (): Promise<UndoToken['parts']> => {
    const changing = (await rowsOf(db, ids)).flatMap((row) => {
      const wanted = Object.entries(wantedOf(row)) as [Field, Value][];
      const fields = wanted.filter(([field, value]) => valueOf(row, field) !== value);
      return fields.length > 0 ? [{ row, fields }] : [];
    });
    const wishes = prefs && (alone || changing.length > 0) ? await prefs(db) : [];
    if (changing.length === 0 && wishes.length === 0) return [];
    const stamp = await tick(db, now);
    await db.articles.bulkPut(
      changing.map(({ row, fields }) =>
        fields.reduce((changed, [field, value]) => stamped(changed, field, value, stamp), row),
      ),
    );
    const changes = changing.flatMap(({ row, fields }) =>
      fields.map(([field]) => ({ id: row.id, field, before: valueOf(row, field), was: row.stamps[field] })),
    );
    const changed = await changePrefs(db, wishes, stamp);
    return [{ stamp, changes, ...(changed.length > 0 && { prefs: changed }) }];
  });
}

/**
 * Brings each row's fields to what is wanted of it, and what is remembered about terms with them, in one transaction.
 * Fields that are so already are left out of what is answered, with their stamps; articles that are gone are left gone.
 */
export const changeRows = (
  db: LibraryDb,
  ids: readonly ArticleId[],
  wantedOf: (row: ArticleRow) => Wanted,
  now: number,
  prefs?: PrefsWanted,
): Promise<UndoToken['parts']> => work(db, ids, { wantedOf, prefs, alone: false }, now);

const nameOf = ({ id, field }: { id: string; field: string }): string => `${id} ${field}`;

/** Takes one action back, each article to where it was. May be called again after a failure: it goes on. */
export async function undo(db: LibraryDb, { parts }: UndoToken, now: number): Promise<void> {
  for (const { stamp, changes, prefs } of parts) {
    const of = new Map<ArticleId, Change[]>();
    for (const change of changes) of.set(change.id, [...(of.get(change.id) ?? []), change]);
    const wantedOf = (row: ArticleRow): Wanted => {
      const changed = of.get(row.id) ?? [];
      const untouched = changed.filter((change) => isWorkOf(stamp, nameOf(change), row.stamps[change.field]));
      return Object.fromEntries(untouched.map(({ field, before }) => [field, before]));
    };
    const back = prefs && takeBackPrefs(prefs, stamp);
    const was = new Map([...changes, ...(prefs ?? [])].map((change) => [nameOf(change), change.was]));
    const done = await work(db, [...of.keys()], { wantedOf, prefs: back, alone: true }, now);
    for (const part of done)
      for (const name of [...part.changes, ...(part.prefs ?? [])].map(nameOf))
        noteTakenBack(name, part.stamp, was.get(name));
  }
}
