// bastion.client-address: where a security group lets in some addresses only, it depends on the asker's own.

import { isPrivateAddress } from "../../network/cidr.ts";
import { decideFlow } from "../../network/nsg.ts";
import type { Outcome } from "../../outcome/check.ts";
import { fail, notApplicable, notAssessed, pass } from "../../outcome/outcomes.ts";
import { openFlows } from "../../repair/nsg-repair.ts";
import { bastionOnWay, bastionSections, judgeBastion } from "../../requirement/bastion-on-way.ts";
import type { NetworkSecurityGroup } from "../../snapshot/security.ts";
import type { Client } from "../../snapshot/snapshot.ts";
import { defineCheck } from "../define-check.ts";
import { unlessPrivate } from "../skips.ts";
import { type BastionPlace, clientsOf, flowIn, judgeBastionGroup, rangesLetIn } from "./bastion-group.ts";

function judgeAddress(ip: string, group: NetworkSecurityGroup, place: BastionPlace): Outcome {
  const { name } = place.found.bastion;
  const flow = flowIn(place, ip);
  const decision = decideFlow(group, flow);
  if (decision.access === "allow") return pass(`${group.name} lets ${ip} in to ${name}.`);
  if (decision.access === "undecided")
    return notAssessed(`Whether ${group.name} lets ${ip} in to ${name} is open: ${decision.reason}.`);
  const opening = {
    name: "AllowHttpsInbound",
    protocol: "Tcp",
    sources: [ip],
    destinations: ["*"],
    ports: ["443"],
    risk: { is: "addressLetIn" },
  } as const;
  const ranges = rangesLetIn(group, place);
  const only = ranges.length === 0 ? "nobody" : `only ${ranges.join(", ")}`;
  return fail(`${group.name} lets ${only} in to ${name}, and not your address ${ip}.`, {
    resourceId: group.id,
    evidence: [`AllowHttpsInbound  443  denied by ${decision.rule.name}`],
    fix: openFlows(group, [{ flow, opening }]),
  });
}

/** A public host sees the asker's public address, whatever private one they have behind it. */
function judge(group: NetworkSecurityGroup, place: BastionPlace, { ip }: Client): Outcome {
  const { name, privateOnly } = place.found.bastion;
  if (ip !== undefined && isPrivateAddress(ip) === privateOnly) return judgeAddress(ip, group, place);
  if (decideFlow(group, flowIn(place, clientsOf(place))).access === "allow")
    return pass(`${group.name} lets people in to ${name} from anywhere.`);
  const ranges = rangesLetIn(group, place);
  return ranges.length === 0
    ? notApplicable(`${group.name} lets in nobody that its rules name by address.`)
    : notAssessed(
        `It depends on your address: ${group.name} lets people in to ${name} from ${ranges.join(", ")} only; say from which you come.`,
      );
}

export const bastionClientAddress = defineCheck({
  id: "bastion.client-address",
  severity: "medium",
  about: "requester",
  source: "https://learn.microsoft.com/azure/bastion/bastion-nsg",
  needs: ["clusterNetwork"],
  looksAt: [...bastionSections, "networkSecurityGroups", "routeTables"],
  after: ["bastion.exists", "bastion.nsg-rules"],
  skip: unlessPrivate,
  evaluate: (data, { client }) =>
    judgeBastion(bastionOnWay(client, data), (found) =>
      judgeBastionGroup(found, data, (group, place) => judge(group, place, client)),
    ),
});
