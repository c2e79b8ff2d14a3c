// Our policy speaks before Azure does: whoever it allows nothing is told so, and learns nothing of Azure.
import type { Answer } from "../core/chat/answer.ts";
import { writtenCluster } from "../core/chat/written-cluster.ts";
import { describeAccess } from "../core/policy/authorize.ts";
import type { ClusterRef, PolicyAction } from "../core/policy/decision.ts";
import type { Access } from "../core/policy/describe-access.ts";
import { activityOf, authorizeAction, noteAzureRefusal } from "./authorize-action.ts";
import { membershipOf } from "./membership.ts";
import { whyClosed } from "./mode.ts";
import type { RequesterCredential } from "./ports.ts";
import type { Services } from "./services.ts";

/** One thing that somebody wants of a cluster: the policy's question for it, and what would allow it anywhere. */
export type Wish = Readonly<{
  asked: string;
  /** The cluster as it was written; null for the one that was last spoken of. */
  written: string | null;
  action: (cluster: ClusterRef) => PolicyAction;
  may: keyof Access;
}>;

/** Where the mode forbids it, or no rule allows this person that on any cluster, it is said before Azure is asked. */
export async function closedToEverything(
  services: Services,
  credential: RequesterCredential,
  { asked, written, action, may }: Wish,
): Promise<Answer | null> {
  const wanted = action(writtenCluster(written ?? ""));
  const byMode = await whyClosed(services, activityOf(wanted));
  if (byMode === null && (await mayAnywhere(services, credential, may))) return null;
  const authorized = await authorizeAction(services, credential, wanted, asked);
  return authorized.ok ? null : authorized.answer;
}

export async function mayAnywhere(
  services: Services,
  credential: RequesterCredential,
  may: keyof Access,
): Promise<boolean> {
  const membership = await membershipOf(services, credential);
  const access = describeAccess(services.policy(), membership.status === "known" ? membership.groupIds : []);
  return access[may].length > 0;
}

/** Azure's refusal is shown only to somebody whom the policy would let through. */
export async function policyFirst(
  services: Services,
  credential: RequesterCredential,
  { asked, written, action }: Wish,
  answer: Answer,
): Promise<Answer> {
  if (answer.kind !== "azureDenied" || written === null) return answer;
  const wanted = action(writtenCluster(written));
  const authorized = await authorizeAction(services, credential, wanted, asked);
  return authorized.ok
    ? noteAzureRefusal(services, credential, wanted, authorized.decision, answer)
    : authorized.answer;
}
