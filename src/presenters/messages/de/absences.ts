// What does not stand near the cluster, for findings and for ways in.
import type { Absence } from "../../../core/client/absence.ts";
import type { Says } from "../says.ts";

const gateways = { Vpn: "VPN", ExpressRoute: "ExpressRoute" };

export const absences: Says<Absence> = {
  noBastion: () => "Im Netzwerk des Clusters und in denen mit Peering dazu steht kein Bastion-Host.",
  bastionElsewhere: ({ bastion, network, developer }) => {
    const reach = developer
      ? "und seine SKU Developer bedient kein anderes Netzwerk"
      : "und das hat kein Peering mit den Netzwerken hier";
    return `${bastion} steht in ${network ?? "einem anderen Netzwerk"}, ${reach}.`;
  },
  noGateway: ({ type }) =>
    `Im Netzwerk des Clusters und in denen mit Peering dazu steht kein ${gateways[type]}-Gateway.`,
};
