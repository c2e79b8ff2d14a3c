// Ways over a virtual network gateway: as good as the best walk over what it joins, up to the other side, which Azure
// does not show.

import { locate } from "../client/client-networks.ts";
import { behindGateway, type GatewaysNear, gatewaysNear } from "../client/gateways-near.ts";
import type { FindingId } from "../finding/kit/finding-id.ts";
import { findingForStep, type Walks } from "../finding/kit/walks.ts";
import { isPrivate } from "../network/address/api-server.ts";
import { networkOf } from "../network/from-snapshot.ts";
import type { Step, Trace } from "../network/model/step.ts";
import {
  type GatewayWalk,
  gatewayPlaces,
  gatewayWalksIn,
  walkFromGateway,
} from "../requirement/over-gateways.ts";
import { sameId } from "../snapshot/resource-id.ts";
import type { ClusterSnapshot } from "../snapshot/snapshot.ts";
import {
  absent,
  leads,
  ownKubectlChecks,
  type PathReason,
  type PathSpec,
  privateChecks,
  stopped,
  there,
  traitsOf,
  unjudged,
  unseen,
  type Works,
} from "./access-path.ts";
import { ownKubectlSteps } from "./steps.ts";
import type { Instruction } from "./way-fact.ts";

type GatewayPath = Readonly<{
  id: PathSpec["id"];
  traits: PathSpec["traits"];
  gatewayType: Parameters<typeof gatewaysNear>[0];
  /** Checks of the gateway itself. */
  check: readonly FindingId[];
  /** What is not known of the other side, and the checks that would settle it, by their ids. */
  unjudged: PathReason;
  left: readonly FindingId[];
  /** What to do first, with the gateway's name. */
  connect: (gateway: string) => Instruction;
}>;

/** The requester's address counts where it comes in over a gateway, and would mislead anywhere else. */
function addressBehind(snapshot: ClusterSnapshot): Readonly<{ ip?: string }> {
  const { client, clusterNetwork } = snapshot;
  if (client.ip === undefined || clusterNetwork.status === "unavailable") return {};
  const isInside = locate(client.ip, { ...snapshot, clusterNetwork: clusterNetwork.data }) !== null;
  return isInside || behindGateway(client.ip, snapshot) === null ? {} : { ip: client.ip };
}

/** Of a gateway of which no way is known, no more than whether its network leads on: that it does proves nothing yet. */
function walksOf(
  gatewayType: GatewayPath["gatewayType"],
  snapshot: ClusterSnapshot,
): readonly GatewayWalk["walked"][] {
  const networkId = snapshot.client.virtualNetwork;
  const found = gatewayWalksIn(snapshot).filter(
    ({ gateway }) =>
      gateway.gatewayType.toLowerCase() === gatewayType.toLowerCase() && sameId(gateway.networkId, networkId),
  );
  if (found.length > 0 || networkId === undefined) return found.map(({ walked }) => walked);
  const walked = walkFromGateway(snapshot, networkId);
  return walked?.trace.end === "stopped" ? [walked] : [];
}

/** A gateway stands near, and the cluster's network was never meant to use it. */
function unusedBy(snapshot: ClusterSnapshot): PathReason | null {
  const { clusterNetwork, client } = snapshot;
  if (clusterNetwork.status === "unavailable") return null;
  const model = networkOf(snapshot);
  const isRead = model.gateways.some(({ ways }) => ways.some(({ kind }) => kind !== "unjoined"));
  return isRead && gatewayPlaces(model, client, clusterNetwork.data).length === 0
    ? { is: "usesNoGateway", network: clusterNetwork.data.name }
    : null;
}

type Met = Readonly<{ walked: GatewayWalk["walked"]; step: Step }>;

/** A walk that ends so, with the step that makes it. */
const metIn = (
  all: readonly GatewayWalk["walked"][],
  end: Trace["end"],
  state: Step["state"],
): Met | null => {
  const [met = null] = all
    .filter(({ trace }) => trace.end === end)
    .flatMap((walked) => {
      const step = walked.trace.steps.find((each) => each.state === state);
      return step === undefined ? [] : [{ walked, step }];
    });
  return met;
};

type Asked = Pick<GatewayPath, "unjudged" | "left"> & Readonly<{ isBehind: boolean; walks: Walks }>;

function judgeWalks(
  all: readonly GatewayWalk["walked"][],
  { unjudged: unknown, left, isBehind, walks }: Asked,
): Works {
  const delivered = all.find(({ trace }) => trace.end === "delivered");
  if (delivered !== undefined) {
    const reason = { is: "overGateway", from: delivered.from, to: delivered.to } as const;
    // It is a way for whoever is behind it, and nobody said that the requester is.
    return isBehind ? leads(reason) : unjudged(reason, left);
  }
  const open = metIn(all, "unknown", "unknown");
  if (open !== null) return unjudged({ is: "step", step: open.step }, left);
  const stop = metIn(all, "stopped", "stops");
  if (stop === null) return unjudged(unknown, left);
  const teller = findingForStep(walks, { need: "gateway.api", ...stop });
  return stopped({ is: "step", step: stop.step }, teller ?? "gateway.api");
}

function gatewayPath({ gatewayType, check, connect, ...way }: GatewayPath): PathSpec {
  const { id, traits } = way;
  const gateways = ({ clusterNetwork, virtualNetworkGateways }: ClusterSnapshot): GatewaysNear | null =>
    clusterNetwork.status === "unavailable"
      ? null
      : gatewaysNear(gatewayType, clusterNetwork.data, virtualNetworkGateways);
  return {
    id,
    traits,
    needs: ["gateway.name"],
    hard: [...ownKubectlChecks, ...privateChecks, ...check],
    presence: (context) => {
      if (!isPrivate(context.cluster)) return absent({ is: "notNeeded", what: id });
      const found = gateways(context.snapshot);
      if (found?.status === "absent") return absent(found.absence);
      const unused = unusedBy(context.snapshot);
      if (unused !== null) return absent(unused);
      return found?.status === "found" ? there : unseen;
    },
    works: ({ snapshot, walks }) =>
      judgeWalks(walksOf(gatewayType, snapshot), {
        ...{ ...way, walks },
        isBehind: snapshot.client.ip !== undefined,
      }),
    starts: (snapshot) => {
      const found = gateways(snapshot);
      const networks =
        found?.status === "found" ? found.gateways.flatMap((gateway) => gateway.virtualNetworkId ?? []) : [];
      return networks.length === 0
        ? [snapshot.client]
        : networks.map((virtualNetwork) => ({ virtualNetwork, ...addressBehind(snapshot) }));
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

/** P11: A VPN, and from there straight to the API server. */
export const vpn = gatewayPath({
  id: "P11",
  traits: traitsOf("network", 2, { from: ["internet", "vpn"] }),
  gatewayType: "Vpn",
  check: ["vpn.gateway-state"],
  unjudged: { is: "vpnUnjudged" },
  left: ["vpn.connection-status", "vpn.p2s-config", "vpn.route-to-spoke", "dns.onprem-forwarding"],
  connect: (gateway) => ({ is: "connectVpn", gateway }),
});

/** P12: ExpressRoute, and from there straight to the API server. */
export const expressRoute = gatewayPath({
  id: "P12",
  traits: traitsOf("network", 1, { from: ["er"] }),
  gatewayType: "ExpressRoute",
  check: [],
  unjudged: { is: "circuitUnjudged" },
  left: ["er.circuit-provisioned", "er.gateway-connection", "er.bgp-routes", "dns.onprem-forwarding"],
  connect: (gateway) => ({ is: "fromBehind", gateway }),
});
