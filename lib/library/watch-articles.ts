import { Dexie, type ObservabilitySet } from 'dexie';
import type { ArticleId } from '../article';
import type { LibraryDb } from './schema';

/** A node of the tree in which Dexie keeps ranges of keys; from another page it comes as a plain object. */
type Node = { from?: unknown; to?: unknown; l?: Node | null; r?: Node | null };

/** Naming more than these takes longer than reading everything again. */
const MOST = 50;

/** The keys that a change of the library names for a store; `null`: whole ranges of them, or very many. */
function changedIds(parts: ObservabilitySet, store: string): ArticleId[] | null {
  const ids: ArticleId[] = [];
  const visit = (node: Node | null | undefined): boolean => {
    if (!node || node.from === undefined) return true;
    if (node.from !== node.to || typeof node.from !== 'string' || ids.length >= MOST) return false;
    ids.push(node.from);
    return visit(node.l) && visit(node.r);
  };
  const { all, [store]: of } = parts as Record<string, Node | undefined>;
  return all || !visit(of) ? null : ids;
}

/** Calls back after each change of articles, by any page or the worker, with the ids of the changed. Returns the way to stop. */
export function watchArticles(db: LibraryDb, onChange: (ids: ArticleId[] | null) => void): () => void {
  const told = (parts: ObservabilitySet): void => {
    const ids = changedIds(parts, `idb://${db.name}/articles/`);
    if (ids === null || ids.length > 0) onChange(ids);
  };
  Dexie.on('storagemutated', told);
  return () => Dexie.on.storagemutated.unsubscribe(told);
}
