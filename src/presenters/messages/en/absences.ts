// What does not stand near the cluster, for findings and for ways in.
import type { Absence } from "../../../core/client/absence.ts";
import type { Says } from "../says.ts";

const gateways = { Vpn: "VPN", ExpressRoute: "ExpressRoute" };

export const absences: Says<Absence> = {
  noBastion: () => "No Bastion host stands in the cluster's network or one peered with it.",
  bastionElsewhere: ({ bastion, network, developer }) => {
    const reach = developer
      ? "and its Developer SKU serves no other network"
      : "which has no peering with the networks here";
    return `${bastion} stands in ${network ?? "another network"}, ${reach}.`;
  },
  noGateway: ({ type }) =>
    `No ${gateways[type]} gateway stands in the cluster's network or one peered with it.`,
};
