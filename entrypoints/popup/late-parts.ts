import type { PageModel } from './page-model';
import { Reasons } from './reasons';
import { siteControls, type SiteWorld } from './this-site';
import type { LateParts } from './verdict';

/** What of the upper part is not needed before the first rows are there. `world` is `null` where the library does not open. */
export function lateParts(page: PageModel, world: SiteWorld | null): LateParts['value'] {
  if (!world) page.off.value = null;
  return { Reasons, Site: siteControls(page, world) };
}
