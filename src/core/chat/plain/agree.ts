// How sure it has to be what a line asks for, before it is done.
import type { Ability } from "../ability/ability.ts";
import type { Ranked } from "../ability/learn.ts";

/** Of 1: from here on the examples say it alone. Measured on lines of people whose others were not among the examples. */
export const sure = 0.65;
/** From here on what looks, tells or asks back is done. */
export const likely = 0.45;
/** Of what is not asked once more before it is done. */
export const certain = 0.85;
/** From here on an order needs no word that is known to order: `depot-sync back to 3`. */
export const ordered = 0.97;

const changes: readonly Ability[] = [
  ...([
    "apply",
    "cordon",
    "deleteNamespace",
    "deleteObject",
    "deletePod",
    "drain",
    "growVolume",
    "label",
    "otherChange",
  ] as const),
  ...([
    "many",
    "pause",
    "restart",
    "resume",
    "resumeJob",
    "rollback",
    "scale",
    "setEnv",
    "setImage",
  ] as const),
  ...(["setResources", "suspendJob", "uncordon"] as const),
];

/** What is done at once, and is no look. */
const done: ReadonlySet<Ability> = new Set(["forgetMe", "forgetPlace", "signOut"]);

export const isChange = (ability: Ability): boolean => changes.includes(ability);

export const isSure = ({ label, share }: Ranked<Ability>): boolean =>
  share >= (done.has(label) ? certain : sure);
