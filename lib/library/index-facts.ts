import { INDEX_VERSION } from '../search/index/version';
import type { LibraryDb } from './schema';

/** What a bug report needs to know of the index of texts, and nothing of what is in it. */
export type IndexFacts = {
  state: 'built' | 'building' | 'none';
  /** Level → how many segments. */
  segments: Map<number, number>;
  /** Saves that are not merged yet. */
  pending: number;
  /** Articles whose rows or texts could not be read when it was made. */
  unreadable: number;
};

export async function indexFacts(db: LibraryDb): Promise<IndexFacts> {
  const [[version, rebuild, unreadable], rows, pending] = await Promise.all([
    db.ftsMeta.bulkGet(['version', 'rebuild', 'unreadable']),
    db.ftsSeg.toArray(),
    db.ftsDelta.count(),
  ]);
  const segments = new Map<number, number>();
  for (const { level, live } of rows) if (live === 1) segments.set(level, (segments.get(level) ?? 0) + 1);
  const isBuilt = version?.key === 'version' && version.value === INDEX_VERSION;
  return {
    state: rebuild ? 'building' : isBuilt ? 'built' : 'none',
    segments,
    pending,
    unreadable: unreadable?.key === 'unreadable' ? unreadable.value : 0,
  };
}
