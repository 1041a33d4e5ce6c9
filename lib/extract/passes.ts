/** All passes in the order they run. The name of a pass is its file's name. */
import type { Pass } from './pass.ts';

export const PASSES: [name: string, pass: Pass][] = [];
