/** The popup shows no facets: peers need none. */
export const facets = async (): Promise<null> => null;
