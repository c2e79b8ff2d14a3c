// The one way to ask the mode in force and the policy: decides, and where nothing else records a denial, writes it down and makes its card.
import type { AuditEntry } from "../core/audit/audit-event.ts";
import type { Answer } from "../core/chat/answer.ts";
import type { Activity } from "../core/mode/mode.ts";
import { authorize } from "../core/policy/authorize.ts";
import type { ClusterRef, Decision, PolicyAction } from "../core/policy/decision.ts";
import { auditEntry, byPolicy, whatIsAskedOf } from "./audit-entry.ts";
import { circumstancesOf, withTags } from "./circumstances.ts";
import { membershipOf } from "./membership.ts";
import { whyClosed } from "./mode.ts";
import type { RequesterCredential } from "./ports.ts";
import type { Services } from "./services.ts";

export type Allowed = Extract<Decision, { effect: "allow" }>;
export type Authorized = Readonly<
  { ok: true; decision: Allowed } | { ok: false; answer: Extract<Answer, { kind: "denied" | "closed" }> }
>;

/** What reads or changes something in a cluster, or changes it in Azure, is open in mode `full` alone. */
export const activityOf = ({ kind }: PolicyAction): Activity =>
  kind === "diagnose" || kind === "watch" ? "read" : "command";

export type Decided = Readonly<{ decision: Decision }>;

/**
 * What the mode and the policy in force say now. Whoever acts on it writes it down. The mode comes first: where it
 * forbids, Graph is not asked either. `activity`: what the decision is for, where that is not the action itself.
 */
export async function decide(
  services: Services,
  credential: RequesterCredential,
  action: PolicyAction,
  activity: Activity = activityOf(action),
): Promise<Decided> {
  const reason = await whyClosed(services, activity);
  if (reason === null) return decideByPolicy(services, credential, action);
  const decision: Decision = { effect: "deny", rule: null, reason, wouldAllow: [], byMode: true };
  return { decision };
}

/** Without the mode: for what was sent before the mode changed, and for what works in every mode. */
export async function decideByPolicy(
  services: Services,
  credential: RequesterCredential,
  action: PolicyAction,
): Promise<Decided> {
  const ask = await policyFor(services, credential, action.cluster);
  return { decision: ask(action) };
}

/** The policy's word for anything about one cluster: what it takes to decide is looked up once. */
export async function policyFor(
  services: Services,
  credential: RequesterCredential,
  cluster: ClusterRef,
): Promise<(action: PolicyAction) => Decision> {
  const [membership, circumstances, known] = await Promise.all([
    membershipOf(services, credential),
    circumstancesOf(services, cluster),
    withTags(services, credential, cluster),
  ]);
  return (action) => authorize(services.policy(), membership, { ...action, cluster: known }, circumstances);
}

/** Denials are audited here; an allowed action is audited with what it starts, in one transaction. */
export async function authorizeAction(
  services: Services,
  credential: RequesterCredential,
  action: PolicyAction,
  asked: string,
  ask: typeof decideByPolicy = decide,
): Promise<Authorized> {
  const { decision } = await ask(services, credential, action);
  if (decision.effect === "allow") return { ok: true, decision };
  await noteDenial(services, credential, action, decision.rule, {});
  if (decision.byMode) return { ok: false, answer: { kind: "closed", asked, reason: decision.reason } };
  return { ok: false, answer: { kind: "denied", asked, cluster: action.cluster.name, decision } };
}

/** The policy let them through and Azure does not: that is a decision too, so the trail keeps it. `rule` is the policy's. */
export async function noteAzureRefusal(
  services: Services,
  credential: RequesterCredential,
  action: PolicyAction,
  { rule }: Allowed,
  answer: Answer,
): Promise<Answer> {
  if (answer.kind === "azureDenied") await noteDenial(services, credential, action, rule, { byAzure: true });
  return answer;
}

/** Where the policy allows it and something else does not, `more` says what. */
export const noteDenial = (
  services: Services,
  { requester }: RequesterCredential,
  action: PolicyAction,
  rule: string | null,
  more: AuditEntry["detail"],
): Promise<void> =>
  services.store.appendAudit(
    auditEntry(services.clock, requester, {
      action: `${action.kind}.authorize`,
      outcome: "denied",
      cluster: action.cluster.id || action.cluster.name || null,
      rule,
      detail: {
        ...whatIsAskedOf(action),
        ...byPolicy(services),
        ...more,
      },
    }),
  );
