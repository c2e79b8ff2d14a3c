// What a check is and what it answers. A check judges a snapshot; it reads nothing itself.
import type { Permission } from "../snapshot/section.ts";

export type Severity = "critical" | "high" | "medium" | "low" | "info";
export type CheckStatus = "pass" | "warn" | "fail" | "notAssessed" | "notApplicable" | "notConfigured";

/** Shell lines in order, each complete with `--subscription`, none asking a question. */
export type Fix = Readonly<{ commands: readonly string[]; risk: string; disruptive: boolean; role: string }>;

export type Outcome = Readonly<
  | { status: "pass"; summary: string; evidence?: readonly string[] }
  | {
      status: "warn" | "fail";
      summary: string;
      resourceId?: string;
      evidence?: readonly string[];
      fix?: Fix;
      /** The need that it stops, where a walk tells it. */
      need?: string;
      /** Of a warning: all works, and yet it might be better. It does not move the verdict. */
      advice?: true;
    }
  | {
      status: "notAssessed";
      summary: string;
      needs: readonly Permission[];
      /** The need of which it is open, where a walk tells it. */
      need?: string;
    }
  | { status: "notApplicable" | "notConfigured"; summary: string }
>;

export type CheckResult = Readonly<{ id: string; title: string; severity: Severity; explainedBy?: string }> &
  Outcome;
