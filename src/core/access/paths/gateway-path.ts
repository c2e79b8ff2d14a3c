// Ways over a virtual network gateway: the part in Azure is judged, the line and the other side are not.
import { isPrivate } from "../../diagnosis/api-server.ts";
import { type GatewaysNear, gatewaysNear } from "../../diagnosis/gateways-near.ts";
import { sameId } from "../../diagnosis/resource-id.ts";
import type { ClusterSnapshot } from "../../diagnosis/snapshot.ts";
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

export function gatewayPath({ id, title, gatewayType, check, unjudged, connect }: GatewayPath): PathSpec {
  const gateways = ({ clusterNetwork, virtualNetworkGateways }: ClusterSnapshot): GatewaysNear | null =>
    clusterNetwork.status === "unavailable"
      ? null
      : gatewaysNear(gatewayType, clusterNetwork.data, virtualNetworkGateways);
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
    starts: (snapshot) => {
      const found = gateways(snapshot);
      const networks =
        found?.status === "found" ? found.gateways.flatMap((gateway) => gateway.virtualNetworkId ?? []) : [];
      return networks.length === 0
        ? [snapshot.client]
        : networks.map((virtualNetwork) => ({ virtualNetwork }));
    },
    steps: (context) => {
      const { snapshot } = context;
      const found = gateways(snapshot);
      const all = found?.status === "found" ? found.gateways : [];
      const gateway =
        all.find(({ virtualNetworkId }) => sameId(virtualNetworkId, snapshot.client.virtualNetwork)) ??
        all[0];
      return gateway === undefined ? [] : [connect(gateway.name), ...ownKubectlSteps(context.cluster)];
    },
  };
}
