// bastion.client-address: where a security group lets in some addresses only, it depends on the asker's own.

import { openFlows } from "../../fix/security-group.ts";
import { isPrivateAddress } from "../../network/address/cidr.ts";
import { decideFlow } from "../../network/filter/nsg.ts";
import { fail, notApplicable, notAssessed, type Outcome, pass } from "../../outcome/check.ts";
import { columns } from "../../outcome/columns.ts";
import { bastionOnPath, bastionSections, judgeBastion } from "../../requirement/bastion-on-path.ts";
import type { NetworkSecurityGroup } from "../../snapshot/security.ts";
import type { Client } from "../../snapshot/snapshot.ts";
import { defineCheck, unlessPrivate } from "../kit/define-check.ts";
import {
  type BastionPlace,
  type BastionRuleDoubt,
  clientsOf,
  flowIn,
  judgeBastionGroup,
  rangesLetIn,
} from "./bastion-group.ts";

/** `ip`: of the asker. */
export type ClientAddressFact = Readonly<
  | { is: "letsIn"; group: string; ip: string; bastion: string }
  | { is: "open"; group: string; ip: string; bastion: string; because: BastionRuleDoubt }
  | { is: "shutsOut"; group: string; ip: string; bastion: string; ranges: readonly string[] }
  | { is: "letsAllIn"; group: string; bastion: string }
  | { is: "namesNobody"; group: string }
  | { is: "dependsOnAddress"; group: string; bastion: string; ranges: readonly string[] }
>;

function judgeAddress(
  ip: string,
  group: NetworkSecurityGroup,
  place: BastionPlace,
): Outcome<ClientAddressFact> {
  const about = { group: group.name, ip, bastion: place.found.bastion.name };
  const flow = flowIn(place, ip);
  const decision = decideFlow(group, flow);
  if (decision.access === "allow") return pass({ is: "letsIn", ...about });
  if (decision.access === "undecided") return notAssessed({ is: "open", ...about, because: decision.reason });
  const opening = {
    name: "AllowHttpsInbound",
    protocol: "Tcp",
    sources: [ip],
    destinations: ["*"],
    ports: ["443"],
    risk: { is: "addressLetIn" },
  } as const;
  return fail(
    { is: "shutsOut", ...about, ranges: rangesLetIn(group, place) },
    {
      resourceId: group.id,
      evidence: [columns("AllowHttpsInbound", 443, { is: "deniedBy", rule: decision.rule.name })],
      fix: openFlows(group, [{ flow, opening }]),
    },
  );
}

/** A public host sees the asker's public address, whatever private one they have behind it. */
function clientLetIn(
  group: NetworkSecurityGroup,
  place: BastionPlace,
  { ip }: Client,
): Outcome<ClientAddressFact> {
  const { name: bastion, privateOnly } = place.found.bastion;
  if (ip !== undefined && isPrivateAddress(ip) === privateOnly) return judgeAddress(ip, group, place);
  if (decideFlow(group, flowIn(place, clientsOf(place))).access === "allow")
    return pass({ is: "letsAllIn", group: group.name, bastion });
  const ranges = rangesLetIn(group, place);
  return ranges.length === 0
    ? notApplicable({ is: "namesNobody", group: group.name })
    : notAssessed({ is: "dependsOnAddress", group: group.name, bastion, ranges });
}

export const bastionClientAddress = defineCheck({
  id: "bastion.client-address",
  severity: "medium",
  scope: "requester",
  impact: "degrades",
  requesterIssue: "bastion",
  shownBy: "azure",
  source: "https://learn.microsoft.com/azure/bastion/bastion-nsg",
  needs: ["clusterNetwork"],
  looksAt: [...bastionSections, "networkSecurityGroups", "routeTables"],
  after: ["bastion.exists", "bastion.nsg-rules"],
  skip: unlessPrivate,
  evaluate: (data, { client }) =>
    judgeBastion(bastionOnPath(client, data), (found) =>
      judgeBastionGroup(found, data, (group, place) => clientLetIn(group, place, client)),
    ),
});
