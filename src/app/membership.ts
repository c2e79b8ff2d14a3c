// Which of the policy's groups the requester is in: asked anew for every decision, cached by the directory only.
import { groupsOf } from "../core/policy/authorize.ts";
import type { Membership } from "../core/requester.ts";
import type { RequesterCredential } from "./ports.ts";
import type { Services } from "./services.ts";

export const membershipOf = (
  services: Pick<Services, "directory" | "policy">,
  credential: RequesterCredential,
): Promise<Membership> =>
  services.directory.membership(
    credential,
    groupsOf(services.policy()).map((group) => group.id),
  );
