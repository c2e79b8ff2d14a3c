// What does not stand near the cluster, for findings and for ways in.
import type { Absence } from "../../../core/client/absence.ts";
import type { Says } from "../says.ts";
import { closeUp } from "./words.ts";

const gateways = { Vpn: "VPN", ExpressRoute: "ExpressRoute" };

export const absences: Says<Absence> = {
  noBastion: () => "集群的网络及与其对等互连的网络中没有 Bastion 主机。",
  bastionElsewhere: ({ bastion, network, developer }) => {
    const reach = developer ? "其 Developer SKU 不服务于其他网络" : "该网络与这里的网络没有对等互连";
    return closeUp(`${bastion} 位于 ${network ?? "另一个网络"}，${reach}。`);
  },
  noGateway: ({ type }) => `集群的网络及与其对等互连的网络中没有 ${gateways[type]} 网关。`,
};
