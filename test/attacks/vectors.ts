import { ADDRESSES } from './addresses.ts';
import { CLOBBERS } from './clobbers.ts';
import { LOADS } from './loads.ts';
import { MUTATIONS } from './mutations.ts';
import { SCRIPTS } from './scripts.ts';

/** All attacks. Each `RUN` calls `alert` with the attack's number, each `TRAP` is an address below `/trap/` with it. */
export function vectors(origin: string): string[] {
  return [...SCRIPTS, ...ADDRESSES, ...LOADS, ...MUTATIONS, ...CLOBBERS].map((markup, number) =>
    markup.replaceAll('RUN', `alert(${number})`).replaceAll('TRAP', `${origin}/trap/${number}`),
  );
}
