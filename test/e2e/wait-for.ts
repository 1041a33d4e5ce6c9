/** Tries again until `check` neither throws nor returns false; then rejects with what was wrong last. */
export async function waitFor<T>(
  check: () => Promise<T | false> | T | false,
  what: string,
  { timeout = 10_000, interval = 50 } = {},
): Promise<T> {
  const end = Date.now() + timeout;
  let wrong = '';
  do {
    try {
      const value = await check();
      if (value !== false) return value;
      wrong = '';
    } catch (error) {
      wrong = `: ${String(error)}`;
    }
    await new Promise((resolve) => setTimeout(resolve, interval));
  } while (Date.now() < end);
  throw new Error(`Waited ${timeout} ms in vain for ${what}${wrong}`);
}
