import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { openRaw } from '../lib/library/raw-connection';

/**
 * A classic script in the head of pages that show the library: the database opens while their modules are still being
 * fetched, which takes longer.
 */
export default defineUnlistedScript(() => {
  window.earlyLibrary = openRaw();
});
