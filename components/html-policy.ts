import type { HtmlPolicy } from '../lib/extract/sanitize';

/** TypeScript's own types do not know it yet; Firefox has had it since 148. */
type Maker = { createPolicy: (name: string, rules: HtmlPolicy) => HtmlPolicy };
const maker = (globalThis as { trustedTypes?: Maker }).trustedTypes;

/**
 * The one Trusted Types policy that our pages' CSP allows. It lets everything pass, since only
 * `lib/extract/sanitize.ts` is given it. Undefined where the browser knows no Trusted Types.
 */
export const htmlPolicy = maker?.createPolicy('quietpage', {
  createHTML: (html) => html,
  createScriptURL: (url) => url,
});
