// What a finding says that is told by a walk.
import type { NobodyFact } from "../../client/client-networks.ts";
import type { Step } from "../../network/model/step.ts";
import type { Stop } from "../../requirement/requirement-result.ts";
import type { Permission } from "../../snapshot/rights.ts";

export type StepFact = Readonly<
  | NobodyFact
  | { is: "step"; step: Step }
  | ({ is: "stop" } & Stop)
  /** What is missing is said besides, where the sentence does not say it. */
  | { is: "openStep"; step: Step }
  | ({ is: "openStop" } & Stop)
  | { is: "endsBefore"; step: Step }
  | { is: "noneOnTheWay" }
  | { is: "noStart" }
  /** The subnet that a Bastion host stands in. */
  | { is: "startUnread"; bastion: string; needs: readonly Permission[] }
>;
