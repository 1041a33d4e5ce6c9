import type { Stamp } from '../article';
import type { LibraryDb } from './schema';

type Clock = { device: string; ms: number; counter: number };

const MAX_COUNTER = 9999;

const newDevice = (): string => crypto.randomUUID().replaceAll('-', '').slice(0, 12);

/** Milliseconds since 1970; `NaN` for what is no stamp. */
export const timeOf = (stamp: Stamp): number => Number.parseInt(stamp, 10);

/**
 * The next stamp of this device: a hybrid logical clock (Kulkarni et al., 2014), so stamps of one device always grow,
 * also when the computer's clock is set back. To be called inside a transaction that writes `kv`.
 */
export async function tick(db: LibraryDb, now: number): Promise<Stamp> {
  const stored = (await db.kv.get('clock'))?.value as Clock | undefined;
  const last = stored ?? { device: newDevice(), ms: 0, counter: 0 };
  const full = last.counter >= MAX_COUNTER;
  const next: Clock =
    now > last.ms
      ? { device: last.device, ms: now, counter: 0 }
      : { device: last.device, ms: full ? last.ms + 1 : last.ms, counter: full ? 0 : last.counter + 1 };
  await db.kv.put({ key: 'clock', value: next });
  return `${String(next.ms).padStart(15, '0')}-${String(next.counter).padStart(4, '0')}-${next.device}`;
}
