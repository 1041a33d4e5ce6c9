/** The file behind Readability's package root; the root would add the detector's code to every bundle. */
declare module '@mozilla/readability/Readability.js' {
  import type { Readability as Engine } from '@mozilla/readability';

  const Readability: typeof Engine;
  export default Readability;
}
