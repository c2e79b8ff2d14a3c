// bastion.subnet: Bastion stands in a subnet of its own, large enough and without a route table.

import { forResource, target } from "../../fix/write/az.ts";
import type { Fix } from "../../fix/write/fix.ts";
import { parseCidr } from "../../network/address/cidr.ts";
import { advise, combine, fail, notAssessed, type Outcome, pass, warn } from "../../outcome/check.ts";
import { type Columns, columns } from "../../outcome/columns.ts";
import { bastionOnPath, bastionSections, judgeBastion } from "../../requirement/bastion-on-path.ts";
import type { Subnet, VirtualNetwork } from "../../snapshot/network.ts";
import { nameOf } from "../../snapshot/resource-id.ts";
import { defineCheck, unlessPrivate } from "../kit/define-check.ts";
import { judgeOwnSubnet } from "./shell-here.ts";

export type BastionSubnetFact = Readonly<
  | { is: "sizeUnknown"; subnet: string }
  | { is: "fits"; subnet: string }
  /** Of the size that was enough for hosts made before November 2021. */
  | { is: "ofOldSize"; subnet: string; bits: number }
  | { is: "tooSmall"; subnet: string; bits: number }
  | { is: "hasRoutes"; subnet: string; table: string }
  | { is: "delegated"; subnet: string; to: readonly string[] }
>;

const detachRouteTable = (network: VirtualNetwork, { name }: Subnet): Fix | null =>
  forResource(network.id, (parts) => ({
    steps: [{ kind: "detachRouteTable", at: target(parts, network.name, name) }],
    risks: [{ is: "bastionRouted" }],
    disruptive: false,
    roles: [{ role: "Network Contributor", on: [network.name] }],
  }));

const sizeOf = ({ addressPrefixes }: Subnet): number | null =>
  addressPrefixes.map((prefix) => parseCidr(prefix)?.bits).find((bits) => bits !== undefined) ?? null;

function judgeSize(
  subnet: Subnet,
  more: Readonly<{ resourceId: string; evidence: readonly Columns[] }>,
): Outcome<BastionSubnetFact> {
  const { name } = subnet;
  const bits = sizeOf(subnet);
  if (bits === null) return notAssessed({ is: "sizeUnknown", subnet: name });
  if (bits <= 26) return pass({ is: "fits", subnet: name }, more.evidence);
  return bits === 27
    ? advise({ is: "ofOldSize", subnet: name, bits }, more)
    : fail({ is: "tooSmall", subnet: name, bits }, more);
}

function subnetFit(subnet: Subnet, network: VirtualNetwork): Outcome<BastionSubnetFact> {
  const { name, routeTableId, delegations } = subnet;
  const evidence = [columns(name, subnet.addressPrefixes.join(", "))];
  const more = { resourceId: subnet.id, evidence };
  const outcomes = [judgeSize(subnet, more)];
  if (routeTableId !== undefined)
    outcomes.push(
      fail(
        { is: "hasRoutes", subnet: name, table: nameOf(routeTableId) },
        { ...more, fix: detachRouteTable(network, subnet) },
      ),
    );
  if (delegations.length > 0) outcomes.push(warn({ is: "delegated", subnet: name, to: delegations }, more));
  return combine(outcomes, true);
}

export const bastionSubnet = defineCheck({
  id: "bastion.subnet",
  severity: "high",
  scope: "people",
  impact: "degrades",
  shownBy: "azure",
  source: "https://learn.microsoft.com/azure/bastion/configuration-settings#subnet",
  needs: ["clusterNetwork"],
  looksAt: bastionSections,
  after: ["bastion.exists"],
  skip: unlessPrivate,
  evaluate: (data, { client }) =>
    judgeBastion(bastionOnPath(client, data), (found) => judgeOwnSubnet(found, subnetFit)),
});
