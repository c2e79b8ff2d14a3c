// What mends one stop: a change of the network, and the `az` lines that make it, from one definition.

import type { NetworkModel } from "../network/model.ts";
import type { Step } from "../network/step.ts";
import type { Fix } from "../outcome/fix.ts";

export type Repair = Readonly<{ fix: Fix; apply: (model: NetworkModel) => NetworkModel }>;

/** Null where this is not its kind of stop, or Azure takes no such change. */
export type Mend = (stop: Step, model: NetworkModel) => Repair | null;
