/**
 * Session rules that exist only while one picture is fetched, bound to our own requests:
 * they stop redirects into the local network, and set the referrer that a picture's server wants to see
 * (`fetch` cannot: it silently ignores a foreign referrer).
 */
import { browser, type Browser } from 'wxt/browser';
import { PRIVATE_ADDRESS_PATTERN } from '../../lib/pictures/picture-address';

const GUARD = 1;
const REFERRER = 2;

type Rule = Browser.declarativeNetRequest.Rule;

/** Chromium names our requests by the extension's id, Firefox by the host of our pages. */
const ownInitiator = () => (import.meta.env.FIREFOX ? location.hostname : browser.runtime.id);

const guard = (): Rule => ({
  id: GUARD,
  priority: 2,
  action: { type: 'block' },
  condition: {
    regexFilter: PRIVATE_ADDRESS_PATTERN,
    initiatorDomains: [ownInitiator()],
    resourceTypes: ['xmlhttprequest'],
  },
});

const referrerRule = (picture: string, referrer: string): Rule => ({
  id: REFERRER,
  action: { type: 'modifyHeaders', requestHeaders: [{ header: 'referer', operation: 'set', value: referrer }] },
  condition: {
    urlFilter: `|${picture}|`,
    isUrlFilterCaseSensitive: true,
    initiatorDomains: [ownInitiator()],
    resourceTypes: ['xmlhttprequest'],
  },
});

export async function clearPictureRules(): Promise<void> {
  await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds: [GUARD, REFERRER] });
}

/** Runs `fetching` under the rules for this picture; they are gone when it ends. Never run two at once. */
export async function underPictureRules<T>(
  { picture, referrer, guarded }: { picture: string; referrer: string | null; guarded: boolean },
  fetching: () => Promise<T>,
): Promise<T> {
  const addRules = [...(guarded ? [guard()] : []), ...(referrer ? [referrerRule(picture, referrer)] : [])];
  if (addRules.length === 0) return fetching();
  await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds: [GUARD, REFERRER], addRules });
  try {
    return await fetching();
  } finally {
    await clearPictureRules();
  }
}
