/** All repairs in the order they run. The name of a repair is its file's name. */
import type { Repair } from './repair.ts';
import { embeds } from './repair/embeds.ts';
import { formulas } from './repair/formulas.ts';
import { pictures } from './repair/pictures.ts';
import { silence } from './repair/silence.ts';
import { rightBase } from './repair/right-base.ts';
import { unhide } from './repair/unhide.ts';

export const REPAIRS: [name: string, repair: Repair][] = [
  ['formulas', formulas],
  ['silence', silence],
  ['right-base', rightBase],
  ['pictures', pictures],
  ['embeds', embeds],
  ['unhide', unhide],
];
