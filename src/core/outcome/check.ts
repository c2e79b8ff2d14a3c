// What a check is and what it answers. A check judges a snapshot; it reads nothing itself.

import type { Fix } from "../fix/write/fix.ts";
import type { Permission } from "../snapshot/rights.ts";
import type { Evidence, Fact, SharedFact } from "./fact.ts";

export type Severity = "critical" | "high" | "medium" | "low" | "info";
export type CheckStatus = "pass" | "warn" | "fail" | "notAssessed" | "notApplicable" | "notConfigured";

/** `F`: what it may find. */
export type Outcome<F extends Fact = SharedFact> = Readonly<
  | { status: "pass"; facts: readonly F[]; evidence?: readonly Evidence[] }
  | {
      status: "warn" | "fail";
      facts: readonly F[];
      resourceId?: string;
      evidence?: readonly Evidence[];
      fix?: Fix;
      /** The need that it stops, where a walk tells it. */
      need?: string;
      /** Of a warning: all works, and yet it might be better. It does not move the verdict. */
      advice?: true;
    }
  | {
      status: "notAssessed";
      facts: readonly F[];
      needs: readonly Permission[];
      /** The need of which it is open, where a walk tells it. */
      need?: string;
      /** Azure shows it to nobody, however much they may read: said, and no doubt about the cluster. */
      limit?: true;
    }
  | { status: "notApplicable" | "notConfigured"; facts: readonly F[] }
>;

/** Whatever found it: what it says is known by its id. */
export type CheckResult = Readonly<{ id: string; severity: Severity; explainedBy?: string }> & Outcome<Fact>;
