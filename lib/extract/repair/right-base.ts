import type { Repair } from '../repair.ts';

/**
 * Gives the clone a `<base>` that names the page's true address: a clone or a parsed page may not know it, and a page's
 * own `<base>` may point anywhere (`data:`, `javascript:`), which would break every picture and link.
 */
export const rightBase: Repair = (doc, { url }) => {
  const own = doc.querySelector('base[href]')?.getAttribute('href') ?? '';
  const resolved = URL.canParse(own, url) ? new URL(own, url) : new URL(url);
  for (const base of Array.from(doc.querySelectorAll('base'))) base.remove();
  const base = doc.createElement('base');
  base.setAttribute('href', /^https?:$/.test(resolved.protocol) ? resolved.href : url);
  (doc.head ?? doc.documentElement).prepend(base);
};
