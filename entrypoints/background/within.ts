/** The promise, or a rejection when it takes longer. */
export const within = <T>(milliseconds: number, promise: Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('timeout')), milliseconds);
    void promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
