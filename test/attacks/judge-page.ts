/** `faultsOf` for a page of the browser: `bundled.faultsOf(root)`. */
export { faultsOf } from './faults-of.ts';
