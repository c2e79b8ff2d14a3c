// Who the bot takes the person for, and what the policy lets them do.
import type { Answer } from "../../core/conversation/answer.ts";
import { describeAccess, groupsOf } from "../../core/policy/authorize.ts";
import type { RequesterCredential } from "../ports/azure.ts";
import type { Services } from "../ports/services.ts";
import { membershipOf } from "./lookups.ts";

export async function whoAmI(services: Services, credential: RequesterCredential): Promise<Answer> {
  const membership = await membershipOf(services, credential);
  const groupIds = membership.status === "known" ? membership.groupIds : [];
  const access = describeAccess(services.policy(), groupIds);
  return {
    kind: "whoAmI",
    requester: credential.requester,
    membership,
    groups: groupsOf(services.policy()).filter((group) => groupIds.includes(group.id)),
    ...access,
  };
}
