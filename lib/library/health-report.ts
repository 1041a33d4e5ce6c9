/** What a bug report needs to know about a library, and nothing of what is in it: no title, no address, no text. */
import { INDEX_VERSION } from '../search/index/version';
import type { LibraryCounts } from './counts';
import { countKinds } from './finding';
import type { CheckState } from './integrity';
import type { IndexFacts } from './index-facts';
import type { LibraryDb } from './schema';
import type { LibraryUsage } from './usage';

export type HealthFacts = {
  /** Of the extension, of the schema, of the browser. */
  versions: { extension: string; schema: number; browser: string };
  /** Bytes. */
  storage: { usage: number; quota: number; kept: boolean };
  /** Why the library does not open, or pictures are not written. */
  errors: string[];
  counts?: LibraryCounts;
  failures?: Map<string, number>;
  usage?: LibraryUsage;
  check?: CheckState;
  index?: IndexFacts;
};

/** Codes are words of ours; a damaged row may hold anything. */
const isCode = (value: unknown): value is string => typeof value === 'string' && /^[a-zA-Z]{1,20}$/u.test(value);

/** Why pictures could not be had: code → how many. */
export async function pictureFailures(db: LibraryDb): Promise<Map<string, number>> {
  const failures = new Map<string, number>();
  await db.pictureUses.toCollection().each((use) => {
    if (!('failed' in use)) return;
    const code = isCode(use.failed) ? use.failed : 'other';
    failures.set(code, (failures.get(code) ?? 0) + 1);
  });
  return failures;
}

const list = (name: string, facts: Iterable<[string, string | number | boolean]>): string => {
  const parts = Array.from(facts, ([key, value]) => `${key} ${value}`);
  return `${name}: ${parts.join(', ') || 'none'}`;
};

const numbers = (name: string, facts: Record<string, number> | undefined): string =>
  facts ? list(name, Object.entries(facts)) : `${name}: not read`;

/** A damaged row may hold anything instead of a level. */
const factsOf = ({ state, segments, pending, unreadable }: IndexFacts): [string, string | number][] => [
  ['version', `${INDEX_VERSION} ${state}`],
  ...Array.from(segments, ([level, count]): [string, number] => [`level ${Number(level)} segments`, count]),
  ['pending', pending],
  ['unreadable', Number(unreadable)],
];

/** Plain text, one kind of fact a line, in English, since developers read it. */
export function healthReport({
  versions,
  storage,
  errors,
  counts,
  failures,
  usage,
  check,
  index,
}: HealthFacts): string {
  const { findings = [], depth = '', finished = false, done = 0, of = 0 } = check ?? {};
  return [
    `Quietpage ${versions.extension}, schema ${versions.schema}`,
    versions.browser,
    numbers('rows', counts),
    list('storage in bytes', Object.entries(storage)),
    numbers('bytes by kind', usage),
    list('pictures not had', failures ?? []),
    index ? list('index', factsOf(index)) : 'index: not read',
    check
      ? list(`check, ${depth}, ${finished ? 'finished' : `stopped at ${done} of ${of}`}`, countKinds(findings))
      : 'check: not run',
    `errors: ${errors.filter(isCode).join(', ') || 'none'}`,
  ].join('\n');
}
