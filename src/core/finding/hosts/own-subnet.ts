// The subnet that a Bastion host stands in, for findings about it.

import { subnetById } from "../../network/route/route.ts";
import {
  type Fact,
  notApplicable,
  notAssessed,
  type Outcome,
  type SharedFact,
  unread,
} from "../../outcome/check.ts";
import { type FoundBastion, isDeveloper } from "../../requirement/bastion-on-way.ts";
import type { Subnet, VirtualNetwork } from "../../snapshot/network.ts";

export type OwnSubnetFact = Readonly<
  { is: "inNoSubnet"; bastion: string } | { is: "subnetUnlisted"; bastion: string; network: string }
>;

/** `judge` gets the subnet, where the host has one and it was read. */
export function judgeOwnSubnet<F extends Fact>(
  { bastion, network }: FoundBastion,
  judge: (subnet: Subnet, network: VirtualNetwork) => Outcome<F>,
): Outcome<F | OwnSubnetFact | SharedFact> {
  if (isDeveloper(bastion)) return notApplicable({ is: "inNoSubnet", bastion: bastion.name });
  if (network.status === "unavailable") return unread(network);
  const subnet = subnetById(network.data, bastion.subnetId);
  return subnet === undefined
    ? notAssessed({ is: "subnetUnlisted", bastion: bastion.name, network: network.data.name })
    : judge(subnet, network.data);
}
