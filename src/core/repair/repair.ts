// What mends one stop: a change of the network, and the steps that make it, from one definition.

import type { Fix } from "../fix/write/fix.ts";
import type { NetworkModel } from "../network/model.ts";
import type { Step } from "../network/step.ts";

export type Repair = Readonly<{ fix: Fix; apply: (model: NetworkModel) => NetworkModel }>;

/** Null where this is not its kind of stop, or Azure takes no such change. */
export type Mend = (stop: Step, model: NetworkModel) => Repair | null;
