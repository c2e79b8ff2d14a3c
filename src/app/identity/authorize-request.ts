// Something that is asked for in words: our policy speaks before Azure does. Whoever it allows nothing is told so, and learns
// nothing of Azure.
import { type Allowed, answerTo } from "../../core/authorization/refusal.ts";
import { type ClusterRef, writtenCluster } from "../../core/cluster-name.ts";
import type { Answer } from "../../core/conversation/answer.ts";
import type { PolicyAction } from "../../core/policy/decision.ts";
import type { RequesterCredential } from "../ports/azure.ts";
import type { Services } from "../ports/services.ts";
import { authorize, recordLaterDenial } from "./authorize.ts";

/** One thing that somebody asks of a cluster. */
export type AccessRequest = Readonly<{
  asked: string;
  /** The cluster as it was written; null for the one that was last spoken of. */
  written: string | null;
  action: (cluster: ClusterRef) => PolicyAction;
}>;

export type Authorized = Readonly<{ ok: true; decision: Allowed } | { ok: false; answer: Answer }>;

/** An allowed action is recorded with what it starts, in one transaction. `release`: it ends what goes on. */
export async function authorizeRequest(
  services: Services,
  credential: RequesterCredential,
  action: PolicyAction,
  asked: string,
  moment: "request" | "release" = "request",
): Promise<Authorized> {
  const right = await authorize(services, credential, action, moment);
  if (right.ok) return { ok: true, decision: right.decision };
  return { ok: false, answer: answerTo(right.refusal, asked, action.cluster.name) };
}

/** Where the mode forbids it, or no rule allows this person that on any cluster, it is said before Azure is asked. */
export async function deniedEverywhere(
  services: Services,
  credential: RequesterCredential,
  { asked, written, action }: AccessRequest,
): Promise<Answer | null> {
  const wanted = action(writtenCluster(written ?? ""));
  const right = await authorize(services, credential, wanted, "beforehand");
  return right.ok ? null : answerTo(right.refusal, asked, wanted.cluster.name);
}

/** Azure's refusal is shown only to somebody whom the policy would let through. */
export async function policyBeforeAzure(
  services: Services,
  credential: RequesterCredential,
  { asked, written, action }: AccessRequest,
  answer: Answer,
): Promise<Answer> {
  if (answer.kind !== "azureDenied" || written === null) return answer;
  const wanted = action(writtenCluster(written));
  const authorized = await authorizeRequest(services, credential, wanted, asked);
  return authorized.ok
    ? recordAzureDenial(services, credential, wanted, authorized.decision, answer)
    : authorized.answer;
}

/** The policy let them through and Azure does not: that is a decision too, so the trail keeps it. */
export async function recordAzureDenial(
  services: Services,
  credential: RequesterCredential,
  action: PolicyAction,
  { rule }: Allowed,
  answer: Answer,
): Promise<Answer> {
  if (answer.kind === "azureDenied")
    await recordLaterDenial(services, credential, action, rule, { byAzure: true });
  return answer;
}
