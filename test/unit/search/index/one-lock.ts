/** A lock manager of one tab: enough of the browser's, which Node 20 lacks. */
export function oneLock(): LockManager {
  let last: Promise<unknown> = Promise.resolve();
  let held = 0;
  const request = async (_name: string, ...rest: unknown[]): Promise<unknown> => {
    const options = (rest.length > 1 ? rest[0] : {}) as LockOptions;
    const work = rest.at(-1) as (lock: Lock | null) => Promise<unknown>;
    if (options.ifAvailable && held > 0) return work(null);
    held++;
    const mine = last.then(() => work({ name: _name, mode: 'exclusive' }));
    last = mine.catch(() => undefined).finally(() => held--);
    return mine;
  };
  return { request, query: () => Promise.resolve({}) } as LockManager;
}
