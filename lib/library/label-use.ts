import { LABELS, type LabelKind } from './label-fields';
import { labelledArticles, spellings } from './labelled';
import type { LibraryDb } from './schema';

/** `name`: as it is spelled already. `all` counts the articles, those in the `trash` included. */
export type LabelUse = { name: string; all: number; trash: number };

/** How much a tag or keyword is in use. */
export async function labelUse(db: LibraryDb, kind: LabelKind, typed: string): Promise<LabelUse> {
  const label = LABELS[kind].labelOf(typed);
  const [all, trash, first] = await Promise.all([
    labelledArticles(db, kind, typed).count(),
    db.articles.where('listed').between([label, 'trash'], [label, 'trash', []]).count(),
    labelledArticles(db, kind, typed).first(),
  ]);
  return { name: spellings(first, kind, typed)[0] ?? typed, all, trash };
}
