// What the trail says of the policy that decides here.
import type { AuditEntry } from "../core/audit/audit-event.ts";
import type { Policy } from "../core/policy/policy.ts";
import type { Clock } from "./services.ts";

/** `file`: it was seen to have changed. */
export type Occasion = "start" | "signal" | "replica" | "file";

const entry = (clock: Clock, facts: Pick<AuditEntry, "action" | "outcome" | "detail">): AuditEntry => ({
  ...{ time: clock.now().toISOString(), actor: "system", tenant: null },
  ...{ cluster: null, runId: null, rule: null },
  ...facts,
});

export const loadEntry = (
  clock: Clock,
  occasion: Occasion,
  { policy, version }: Readonly<{ policy: Policy; version: string }>,
): AuditEntry =>
  entry(clock, {
    action: "policy.load",
    outcome: "succeeded",
    detail: { occasion, policy: version, rules: policy.rules.length },
  });

export const refusalEntry = (
  clock: Clock,
  occasion: Occasion,
  version: string,
  problems: readonly string[],
): AuditEntry =>
  entry(clock, {
    action: "policy.load",
    outcome: "refused",
    detail: {
      occasion,
      policy: version,
      problems: problems.length,
      first: (problems[0] ?? "").slice(0, 300),
    },
  });

export const differEntry = (clock: Clock, version: string, others: readonly string[]): AuditEntry =>
  entry(clock, {
    action: "policy.differs",
    outcome: "recorded",
    detail: { policy: version, others: others.join(",") },
  });
