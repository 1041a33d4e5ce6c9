/** `manifest.json`, the last entry of a backup: what the file is and what it holds. The format is told in README.md. */
import * as v from 'valibot';
import { BackupError } from './backup-error';

export const FORMAT = 'quietpage-backup';
/** Counted up when an older build could misread the file; additions that it may ignore do not count. */
export const FORMAT_VERSION = 1;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const schema = v.object({
  format: v.literal(FORMAT),
  version: v.literal(FORMAT_VERSION),
  app: v.string(),
  /** ISO 8601. What was saved between the two may be in the file or not; no article is in it by half. */
  created: v.pipe(v.string(), v.isoTimestamp()),
  finished: v.pipe(v.string(), v.isoTimestamp()),
  counts: v.object({
    articles: count,
    /** Marks of articles that were deleted for good. */
    deleted: count,
    versions: count,
    pictures: count,
    pictureBytes: count,
    siteRules: count,
    /** Keywords that are not to be given, or under another name. */
    termPrefs: v.optional(count, 0),
    /** Pictures that the library named but did not hold, or not unharmed. */
    lacking: count,
    /** Articles whose text and layout the library had lost, or could not read any more. */
    bodiless: v.optional(count, 0),
  }),
  /** Every entry but the pictures, whose names are their hashes, and this one. */
  entries: v.array(v.object({ name: v.string(), bytes: count, sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) })),
});

export type Manifest = v.InferOutput<typeof schema>;

/** Throws a `BackupError`. */
export function readManifest(text: string): Manifest {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new BackupError('damaged', 'the manifest is not JSON');
  }
  const head = v.safeParse(v.object({ format: v.literal(FORMAT), version: v.number() }), value);
  if (!head.success) throw new BackupError('foreign', 'the manifest is of another kind');
  if (head.output.version > FORMAT_VERSION) throw new BackupError('newer', `format ${head.output.version}`);
  const parsed = v.safeParse(schema, value);
  if (!parsed.success) throw new BackupError('damaged', `manifest: ${v.flatten(parsed.issues).root?.[0] ?? 'fields'}`);
  return parsed.output;
}
