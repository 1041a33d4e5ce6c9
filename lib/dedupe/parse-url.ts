/** `new URL` without the exception (`URL.parse` is missing in Node 20, which runs the commands and tests). */
export function parseUrl(address: string, base?: string): URL | null {
  return URL.canParse(address, base) ? new URL(address, base) : null;
}
