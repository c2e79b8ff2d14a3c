// Ways over a virtual network gateway: as good as the best walk over what it joins, up to the other side, which Azure
// does not show.

import { behindGateway } from "../../client/behind-gateway.ts";
import { locate } from "../../client/client-networks.ts";
import { type GatewaysNear, gatewaysNear } from "../../client/gateways-near.ts";
import { tellerOf, type Walks } from "../../finding/walks.ts";
import { isPrivate } from "../../network/api-server.ts";
import { networkOf } from "../../network/from-snapshot.ts";
import type { Step, Trace } from "../../network/step.ts";
import {
  type GatewayWalk,
  gatewayPlaces,
  gatewayWalksIn,
  walkFromGateway,
} from "../../requirement/over-gateways.ts";
import { sameId } from "../../snapshot/resource-id.ts";
import type { ClusterSnapshot } from "../../snapshot/snapshot.ts";
import type { PathReason } from "../access-path.ts";
import {
  absent,
  ownKubectlChecks,
  type PathSpec,
  privateChecks,
  type Stopped,
  there,
  type Unjudged,
  unseen,
} from "../path-spec.ts";
import { ownKubectlSteps } from "../steps.ts";

type GatewayPath = Readonly<{
  id: PathSpec["id"];
  title: string;
  traits: PathSpec["traits"];
  gatewayType: Parameters<typeof gatewaysNear>[0];
  /** Checks of the gateway itself. */
  check: readonly string[];
  unjudged: Unjudged;
  /** The first line to read, with the gateway's name. */
  connect: (gateway: string) => string;
}>;

/** The asker's address counts where it comes in over a gateway, and would mislead anywhere else. */
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
function unusedBy(snapshot: ClusterSnapshot): string | null {
  const { clusterNetwork, client } = snapshot;
  if (clusterNetwork.status === "unavailable") return null;
  const model = networkOf(snapshot);
  const isRead = model.gateways.some(({ ways }) => ways.length > 0);
  return isRead && gatewayPlaces(model, client, clusterNetwork.data).length === 0
    ? `${clusterNetwork.data.name} uses no gateway: no half of a peering is set to.`
    : null;
}

const stepOf = ({ trace }: GatewayWalk["walked"], state: Step["state"]): Step | undefined =>
  trace.steps.find((each) => each.state === state);

const reasonOf = (walked: GatewayWalk["walked"], state: Step["state"]): PathReason => {
  const step = stepOf(walked, state);
  return step === undefined ? "" : { is: "step", step };
};

function stoppedOn(walked: GatewayWalk["walked"], walks: Walks): Stopped {
  const step = stepOf(walked, "stops");
  const teller = step && tellerOf(walks, { need: "gateway.api", walked, step });
  return { stoppedBy: teller ?? "gateway.api", reason: reasonOf(walked, "stops") };
}

type Asked = Readonly<{ unjudged: Unjudged; isBehind: boolean; walks: Walks }>;

function judgeWalks(
  walked: readonly GatewayWalk["walked"][],
  { unjudged, isBehind, walks }: Asked,
): string | Unjudged | Stopped {
  const ending = (end: Trace["end"]) => walked.find(({ trace }) => trace.end === end);
  const [delivered, open, stopped] = [ending("delivered"), ending("unknown"), ending("stopped")];
  if (delivered !== undefined) {
    const reason = `${delivered.from} leads up to the API server at ${delivered.to}; your own DNS has to answer its name, too.`;
    // It is a way for whoever is behind it, and nobody said that the asker is.
    return isBehind ? reason : { ...unjudged, reason };
  }
  if (open !== undefined) return { ...unjudged, reason: reasonOf(open, "unknown") };
  return stopped === undefined ? unjudged : stoppedOn(stopped, walks);
}

export function gatewayPath({
  id,
  title,
  traits,
  gatewayType,
  check,
  unjudged,
  connect,
}: GatewayPath): PathSpec {
  const gateways = ({ clusterNetwork, virtualNetworkGateways }: ClusterSnapshot): GatewaysNear | null =>
    clusterNetwork.status === "unavailable"
      ? null
      : gatewaysNear(gatewayType, clusterNetwork.data, virtualNetworkGateways);
  return {
    id,
    title,
    traits,
    needs: ["gateway.name"],
    hard: [...ownKubectlChecks, ...privateChecks, ...check],
    soft: [],
    presence: (context) => {
      if (!isPrivate(context.cluster)) return absent(`The API server is public: no ${title} is needed.`);
      const found = gateways(context.snapshot);
      if (found?.status === "absent") return absent(found.reason);
      const unused = unusedBy(context.snapshot);
      if (unused !== null) return absent(unused);
      return found?.status === "found" ? there : unseen;
    },
    works: ({ snapshot, walks }) =>
      judgeWalks(walksOf(gatewayType, snapshot), {
        ...{ unjudged, walks },
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
