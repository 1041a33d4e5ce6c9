/** Which picture addresses may be asked for on behalf of which page. */

/**
 * Loopback, private, link-local and unspecified hosts, and names of the local network (RFC 1918, 3927, 4193,
 * 4291, 6598, 6761, 6762), as `URL` spells them: lower case, odd IPv4 forms normalised, IPv6 in brackets.
 * Written in the part of the syntax that RE2 and JavaScript share, so that one text serves both rules below.
 */
const PRIVATE_HOST =
  '(localhost|[^/:]+\\.(localhost|local|internal|lan)|(0|10|127)(\\.[0-9]+){3}|(169\\.254|192\\.168)(\\.[0-9]+){2}' +
  '|(172\\.(1[6-9]|2[0-9]|3[01])|100\\.(6[4-9]|[7-9][0-9]|1[01][0-9]|12[0-7]))(\\.[0-9]+){2}' +
  '|\\[(::1?|::ffff:[^\\]]*|f[cd][^\\]]*|fe[89ab][^\\]]*)\\])';

/** For a declarativeNetRequest rule (`regexFilter`): the browser itself stops a redirect to such a host. */
export const PRIVATE_ADDRESS_PATTERN = `^https?://([^/@]*@)?${PRIVATE_HOST}(:[0-9]+)?/`;

const WHOLE_HOST = new RegExp(`^${PRIVATE_HOST}$`);

/** `hostname` as `URL` gives it. */
export function isPrivateHost(hostname: string): boolean {
  return WHOLE_HOST.test(hostname);
}

/** A public page may only name public pictures; a page of the local network may name any. Neither may name another scheme. */
export function mayFetchPicture(picture: string, page: string): boolean {
  if (!URL.canParse(picture) || !URL.canParse(page)) return false;
  const address = new URL(picture);
  if (address.protocol !== 'https:' && address.protocol !== 'http:') return false;
  return isPrivateHost(new URL(page).hostname) || !isPrivateHost(address.hostname);
}
