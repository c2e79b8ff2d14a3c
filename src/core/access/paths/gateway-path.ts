// Ways over a virtual network gateway: the part in Azure is judged, the line and the other side are not.
import { isPrivate } from "../../diagnosis/api-server.ts";
import { networkOf } from "../../diagnosis/bastion-on-way.ts";
import type { ClientSources } from "../../diagnosis/client-networks.ts";
import { type GatewaysNear, gatewaysNear } from "../../diagnosis/gateways-near.ts";
import { isCarrying, sidesOf } from "../../diagnosis/peering-sides.ts";
import { nameOf, sameId } from "../../diagnosis/resource-id.ts";
import type { ClusterSnapshot, VirtualNetworkGateway } from "../../diagnosis/snapshot.ts";
import { sourcesOf } from "../entry.ts";
import {
  absent,
  ownKubectlChecks,
  type PathSpec,
  privateChecks,
  there,
  type Unjudged,
  unseen,
} from "../path-spec.ts";
import { ownKubectlSteps } from "../steps.ts";

type GatewayPath = Readonly<{
  id: string;
  title: string;
  gatewayType: Parameters<typeof gatewaysNear>[0];
  /** Checks of the gateway itself. */
  check: readonly string[];
  unjudged: Unjudged;
  /** The first line to read, with the gateway's name. */
  connect: (gateway: string) => string;
}>;

/** From the gateway's network on; names are asked of DNS servers there, too. */
const onwards = [
  "peering.both-sides",
  "peering.state",
  "peering.vnet-access",
  "dns.link-client",
  "dns.link-resolver",
  "dns.custom-servers",
];

/** Of several, one that stands beside the nodes or whose peering works leads in. */
function leadsIn({ virtualNetworkId: id }: VirtualNetworkGateway, sources: ClientSources): boolean {
  if (id === undefined) return false;
  if (sameId(id, sources.clusterNetwork.id)) return true;
  const network = { id, name: nameOf(id), network: networkOf(id, sources), jumpHosts: [] };
  return isCarrying(sidesOf(sources.clusterNetwork, network));
}

export function gatewayPath({ id, title, gatewayType, check, unjudged, connect }: GatewayPath): PathSpec {
  const gateways = (snapshot: ClusterSnapshot): GatewaysNear | null => {
    const sources = sourcesOf(snapshot);
    if (sources === null) return null;
    const found = gatewaysNear(gatewayType, sources.clusterNetwork, snapshot.virtualNetworkGateways);
    if (found.status !== "found") return found;
    const weight = (gateway: VirtualNetworkGateway): number => (leadsIn(gateway, sources) ? 0 : 1);
    return { ...found, gateways: found.gateways.toSorted((left, right) => weight(left) - weight(right)) };
  };
  return {
    id,
    title,
    hard: [...ownKubectlChecks, ...privateChecks, ...onwards, ...check],
    soft: [],
    presence: (context) => {
      if (!isPrivate(context.cluster)) return absent(`The API server is public: no ${title} is needed.`);
      const found = gateways(context.snapshot);
      if (found?.status === "absent") return absent(found.reason);
      return found?.status === "found" ? there : unseen;
    },
    works: () => unjudged,
    start: (snapshot) => {
      const found = gateways(snapshot);
      const network = found?.status === "found" ? found.gateways[0]?.virtualNetworkId : undefined;
      return network === undefined ? snapshot.client : { virtualNetwork: network };
    },
    steps: (context) => {
      const found = gateways(context.snapshot);
      const [gateway] = found?.status === "found" ? found.gateways : [];
      return gateway === undefined ? [] : [connect(gateway.name), ...ownKubectlSteps(context.cluster)];
    },
  };
}
