// bastion.user-roles: to connect through Bastion takes reading the host itself, the machine behind it, and their networks.

import type { ClientSources } from "../../client/client-networks.ts";
import { grantFix } from "../../fix/cluster.ts";
import { fail, notApplicable, type Outcome, pass, type SharedFact, unread } from "../../outcome/check.ts";
import { labelled } from "../../outcome/columns.ts";
import {
  bastionOnPath,
  bastionSections,
  type FoundBastion,
  judgeBastion,
  networkOf,
} from "../../requirement/bastion-on-path.ts";
import type { JumpHost } from "../../snapshot/hosts.ts";
import { instanceOf, sameId } from "../../snapshot/resource-id.ts";
import { isAllowed } from "../../snapshot/rights.ts";
import { type CheckContext, defineCheck, unlessPrivate } from "../kit/define-check.ts";

export type BastionRolesFact = Readonly<
  | { is: "lacks"; action: string; machine: string }
  | { is: "mayRead"; bastion: string; machine: string }
  | { is: "noMachine" }
>;

const readMachine = "Microsoft.Compute/virtualMachines/read";

/** That the Bastion host and the machine's interface may be read is proven by their having been found. */
function rightsOnWay(
  { bastion, network }: FoundBastion,
  host: JumpHost,
  sources: ClientSources,
  { requesterObjectId }: CheckContext,
): Outcome<BastionRolesFact | SharedFact> {
  // That the set of an instance was listed proves that it may be read.
  if (host.scaleSetId !== undefined && instanceOf(host.id) !== null)
    return pass({ is: "mayRead", bastion: bastion.name, machine: host.name });
  const { permissions } = host;
  if (permissions.status === "unavailable") return unread(permissions);
  if (!isAllowed(permissions.data, readMachine))
    return fail(
      { is: "lacks", action: readMachine, machine: host.name },
      {
        resourceId: host.id,
        evidence: [labelled("missing", readMachine), labelled("on", host.id)],
        fix: grantFix(host.id, requesterObjectId, ["Reader"], { is: "machineShown" }),
      },
    );
  if (!sameId(bastion.virtualNetworkId, host.virtualNetworkId)) {
    const unreadable = [network, networkOf(host.virtualNetworkId, sources)].find(
      (section) => section.status === "unavailable",
    );
    if (unreadable !== undefined) return unread(unreadable);
  }
  return pass({ is: "mayRead", bastion: bastion.name, machine: host.name });
}

export const bastionUserRoles = defineCheck({
  id: "bastion.user-roles",
  severity: "medium",
  scope: "requester",
  impact: "degrades",
  requesterIssue: null,
  source: "https://learn.microsoft.com/azure/bastion/bastion-faq",
  needs: ["clusterNetwork"],
  looksAt: bastionSections,
  after: ["bastion.exists", "jump.discovered"],
  skip: unlessPrivate,
  evaluate: (data, context) =>
    judgeBastion(bastionOnPath(context.client, data), (found): Outcome<BastionRolesFact | SharedFact> => {
      if (found.host !== null) return rightsOnWay(found, found.host, data, context);
      return data.jumpHosts.status === "unavailable"
        ? unread(data.jumpHosts)
        : notApplicable({ is: "noMachine" });
    }),
});
