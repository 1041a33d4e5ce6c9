import type { Stamp } from '../article';
import { tick } from './clock';
import type { LibraryDb } from './schema';

/** A clock set years ahead on another machine must not carry this one along for good. */
const FURTHEST_AHEAD_MS = 24 * 3_600_000;

/**
 * Moves this device's clock past stamps that came from elsewhere, so that what is changed here next counts as newer.
 * To be called inside a transaction that writes `kv`.
 */
export async function passStamps(db: LibraryDb, stamps: readonly Stamp[], now: number): Promise<void> {
  const latest = Math.max(0, ...stamps.map((stamp) => Number(stamp.slice(0, 15))));
  const ahead = Math.min(latest, now + FURTHEST_AHEAD_MS);
  const clock = (await db.kv.get('clock'))?.value as { ms: number } | undefined;
  if (ahead >= (clock?.ms ?? 0)) await tick(db, ahead + 1);
}
