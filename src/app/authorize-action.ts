// The one way to ask the policy: decides, and where nothing else records a denial, writes it down and makes its card.
import type { Answer } from "../core/chat/answer.ts";
import { authorize } from "../core/policy/authorize.ts";
import type { Decision, PolicyAction } from "../core/policy/decision.ts";
import type { Membership } from "../core/requester.ts";
import { auditEntry, verbAndResources } from "./audit-entry.ts";
import { membershipOf } from "./membership.ts";
import type { RequesterCredential } from "./ports.ts";
import type { Services } from "./services.ts";

export type Allowed = Extract<Decision, { effect: "allow" }>;
export type Authorized = Readonly<
  { ok: true; decision: Allowed } | { ok: false; answer: Extract<Answer, { kind: "denied" }> }
>;

export type Decided = Readonly<{ decision: Decision; membership: Membership }>;

/** What the policy in force says now. Whoever acts on it writes it down. */
export async function decide(
  services: Services,
  credential: RequesterCredential,
  action: PolicyAction,
): Promise<Decided> {
  const membership = await membershipOf(services, credential);
  return { membership, decision: authorize(services.policy(), membership, action) };
}

/** Denials are audited here; an allowed action is audited with what it starts, in one transaction. */
export async function authorizeAction(
  services: Services,
  credential: RequesterCredential,
  action: PolicyAction,
  asked: string,
): Promise<Authorized> {
  const { membership, decision } = await decide(services, credential, action);
  if (decision.effect === "allow") return { ok: true, decision };
  await services.store.appendAudit(
    auditEntry(services.clock, credential.requester, {
      action: `${action.kind}.authorize`,
      outcome: "denied",
      cluster: action.cluster.id || action.cluster.name,
      rule: decision.rule,
      detail: action.kind === "run" ? verbAndResources(action.request) : {},
    }),
  );
  return { ok: false, answer: { kind: "denied", asked, cluster: action.cluster.name, decision, membership } };
}
