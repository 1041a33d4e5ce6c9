/**
 * What an undo brings back gets a new stamp, so that it is the later word wherever libraries are merged. The action that
 * had made it so must still know it for its own, to be taken back in its turn: for as long as the page lives.
 */
import type { Stamp } from '../article';

const before = new Map<string, Stamp>();

/** `what` is again as it was under the stamp `was`, if it had one. */
export function noteTakenBack(what: string, stamp: Stamp, was: Stamp | undefined): void {
  if (was !== undefined) before.set(`${stamp} ${what}`, was);
}

/** Whether `what`, which has the stamp `current`, is as the change with this stamp left it. */
export function isWorkOf(stamp: Stamp, what: string, current: Stamp | undefined): boolean {
  let known = current;
  while (known !== undefined && known !== stamp) known = before.get(`${known} ${what}`);
  return known === stamp;
}
