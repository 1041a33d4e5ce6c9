import { type Answer, type Asked, optionsOf } from './ask';
import { collect } from './index/collect';
import { matchQuery } from './index/match-query';
import type { Snapshot } from './index/reader';
import { correct } from './index/similar-words';

/** What is near to a query that found nothing: words spelled a little otherwise, or the parts of what was a whole. */
export async function nearBy(snapshot: Snapshot, asked: Asked): Promise<Answer | null> {
  const corrected = await correct(snapshot, asked.query);
  if (corrected) {
    const options = optionsOf({ ...asked, query: corrected.query });
    const found = await collect(snapshot, await matchQuery(snapshot, options.clauses), options);
    const relaxed = { kind: 'typo', words: corrected.words } as const;
    if (found.total > 0) return { ...found, relaxed, terms: [...options.terms] };
  }
  const options = optionsOf(asked);
  // The words need not stand as they were typed; the filters hold all the same.
  const filters = options.clauses.filter(({ any }) => any.every(({ kind }) => kind === 'filter'));
  const loose = await matchQuery(snapshot, options.clauses, true);
  const found = await collect(snapshot, loose, { ...options, clauses: filters });
  return found.total > 0 ? { ...found, relaxed: { kind: 'parts' }, terms: [...options.terms] } : null;
}
