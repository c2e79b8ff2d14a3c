// How sure it has to be what a line asks for, before it is done.

import type { Ability } from "../examples.ts";
import { traitsOf } from "./abilities.ts";
import type { Ranked } from "./learn.ts";

/** Of 1: from here on the examples say it alone. Measured on lines of people whose others were not among the examples. */
export const sure = 0.65;
/** From here on what looks, tells or asks back is done. */
export const likely = 0.45;
/** Of what is not asked once more before it is done. */
export const certain = 0.85;
/** From here on an order needs no word that is known to order: `depot-sync back to 3`. */
export const ordered = 0.97;

export const isSure = ({ label, share }: Ranked<Ability>): boolean =>
  share >= (traitsOf(label).isDoneAtOnce ? certain : sure);
