// What the audit trail keeps of a decision about somebody's rights. An allowed action is recorded with what it starts, so
// only some moments have an entry of their own for it.
import { type AuditEntry, whatIsChanged, whatIsRead } from "../audit/audit-event.ts";
import type { Action } from "./action.ts";
import { type Moment, rowOf } from "./moments.ts";
import type { AuthorizationRefusal } from "./refusal.ts";

type Detail = AuditEntry["detail"];
export type Recorded = Pick<AuditEntry, "action" | "outcome" | "cluster" | "runId" | "rule" | "detail">;

export type Deciding = Readonly<{
  action: Action;
  moment: Moment;
  runId: string | null;
  /** What the entry is called, and what it says first, where the moment leaves that to its use case. */
  given: Readonly<{ action: string; detail: Detail }> | undefined;
  /** The rule that decided, on whatever gate. */
  rule: string | null;
  /** The version of the policy in force. */
  policy: string;
}>;

/** Null where nothing is recorded of it. */
export function recordOf(deciding: Deciding, refusal: AuthorizationRefusal | null): Recorded | null {
  const { action, moment, given, runId, rule, policy } = deciding;
  const { record } = rowOf(moment);
  const outcome = refusal === null ? record?.allowed : "denied";
  if (!record || !outcome || (record.afterSignIn && refusal?.kind === "signIn")) return null;
  const isGiven = record.name === "given";
  return {
    action: isGiven ? (given?.action ?? `${action.kind}.${moment}`) : `${action.kind}.${record.name}`,
    ...{ outcome, cluster: clusterOf(action), runId, rule },
    detail: {
      ...(isGiven ? given?.detail : whatIsAskedOf(action)),
      ...(record.ofRun && refusal !== null && "reason" in refusal && { because: refusal.reason.is }),
      policy,
      ...(refusal?.kind === "azure" && { byAzure: true }),
    },
  };
}

/** As it was written, where it is not known which one is meant. */
const clusterOf = (action: Action): string | null =>
  "cluster" in action ? action.cluster.id || action.cluster.name || null : null;

function whatIsAskedOf(action: Action): Detail {
  if (action.kind === "run") return whatIsRead(action.request);
  return action.kind === "change" ? whatIsChanged(action.request) : {};
}

/** The policy let it through, and something else does not: `why` says what. */
export const laterDenialOf = (
  action: Action,
  { rule, policy }: Pick<Deciding, "rule" | "policy">,
  why: Detail,
): Recorded => ({
  action: `${action.kind}.authorize`,
  ...{ outcome: "denied", cluster: clusterOf(action), runId: null, rule },
  detail: { ...whatIsAskedOf(action), policy, ...why },
});
