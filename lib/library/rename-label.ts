/** What is done to a tag or keyword wherever it is, the trash included. */
import type { ArticleRow } from '../article';
import { type Bulk, changeInBulk, PartlyDoneError } from './bulk';
import { cleanLabel } from './clean-label';
import { fieldOf, LABELS, type LabelKind, placeOf } from './label-fields';
import { labelledArticles, spellings, usedSpelling } from './labelled';
import { removeLabel, without } from './labels';
import { renamedTo } from './pref-wishes';
import type { LibraryDb } from './schema';
import type { UndoToken, Wanted } from './undo';

/** Again until nothing is left to do: another page may have given out the name meanwhile. */
async function untilDone(work: () => Promise<UndoToken>): Promise<UndoToken> {
  const parts: UndoToken['parts'] = [];
  for (;;) {
    const done = await work().catch((error: unknown) => {
      if (parts.length === 0) throw error;
      const last = error instanceof PartlyDoneError ? error.done.parts : [];
      throw new PartlyDoneError({ parts: [...parts, ...last] }, error);
    });
    if (done.parts.length === 0) return { parts };
    parts.push(...done.parts);
  }
}

/**
 * Renames a tag or keyword on every article; where `to` is in use, the two become one. A keyword's new name is also what
 * articles get that are saved later. Rejects with `LabelError` and changes nothing when `to` cannot be a label.
 */
export async function renameLabel(
  db: LibraryDb,
  kind: LabelKind,
  from: string,
  typed: string,
  bulk: Bulk,
): Promise<UndoToken> {
  const { form, keyOf } = LABELS[kind];
  const clean = cleanLabel(typed, form);
  const to = keyOf(from) === keyOf(clean) ? clean : await usedSpelling(db, kind, clean);
  const wantedOf = (row: ArticleRow): Wanted => {
    const [first, ...others] = spellings(row, kind, from).filter((name) => name !== to);
    if (first === undefined) return {};
    const old = [first, ...others];
    const has = spellings(row, kind, to).some((name) => !old.includes(name));
    const place = placeOf(row, fieldOf(kind, first)) ?? 0;
    return { ...without(kind, old), ...(has ? {} : { [fieldOf(kind, to)]: place }) };
  };
  const prefs = kind === 'keyword' ? renamedTo(from, to) : undefined;
  return untilDone(async () =>
    changeInBulk(db, await labelledArticles(db, kind, from).primaryKeys(), wantedOf, bulk, prefs),
  );
}

/** Takes a tag or keyword from every article. */
export const dropLabel = (db: LibraryDb, kind: LabelKind, name: string, bulk: Bulk): Promise<UndoToken> =>
  untilDone(async () => removeLabel(db, kind, await labelledArticles(db, kind, name).primaryKeys(), name, bulk));
