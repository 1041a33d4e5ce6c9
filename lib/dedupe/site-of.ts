/** Second-level names under which countries register sites: `example.com.cn` is a site, `com.cn` is not. */
const SECOND_LEVEL = /^(?:com|co|net|org|gov|gob|gouv|edu|ac|or|ne|go|gr|ltd|plc|me|nom|mil|in)$/u;

/**
 * The site a host belongs to: `news.example.com.cn` → `example.com.cn`. A rule of thumb in place of the
 * public suffix list (200 kB), good enough because every merge is also checked by text.
 */
export function siteOf(host: string): string {
  const labels = host.split('.');
  if (/^[\d.]+$|:/u.test(host) || labels.length < 3) return host;
  const country = labels.at(-1)?.length === 2 && SECOND_LEVEL.test(labels.at(-2) ?? '');
  return labels.slice(country ? -3 : -2).join('.');
}
