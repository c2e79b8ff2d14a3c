// P05: a jump host in a network that is peered with the cluster's.

import { quoteArgv } from "../../command/quote.ts";
import { isPrivate } from "../../diagnosis/api-server.ts";
import { clientNetworksOf, likelyHosts } from "../../diagnosis/client-networks.ts";
import { sameId } from "../../diagnosis/resource-id.ts";
import type { JumpHost } from "../../diagnosis/snapshot.ts";
import { ownKubectlChecks, type PathContext, type PathSpec, privateChecks } from "../path-spec.ts";
import { ownKubectlSteps } from "../steps.ts";

/** Hosts in the networks that the asker comes from; those in the cluster's own network are another way in. */
function hostsOf({ snapshot }: PathContext): readonly JumpHost[] {
  const { client, clusterNetwork, jumpHosts } = snapshot;
  if (jumpHosts.status === "unavailable" || clusterNetwork.status === "unavailable") return [];
  const found = clientNetworksOf(client, { ...snapshot, clusterNetwork: clusterNetwork.data });
  const near = found.status === "known" ? found.networks.flatMap((network) => network.jumpHosts) : [];
  const isPeered = ({ virtualNetworkId }: JumpHost): boolean =>
    clusterNetwork.data.peerings.some((peering) => sameId(peering.remoteVirtualNetworkId, virtualNetworkId));
  const all = near.length > 0 ? near : likelyHosts(jumpHosts.data).filter(isPeered);
  return all.filter(({ virtualNetworkId }) => !sameId(virtualNetworkId, clusterNetwork.data.id));
}

const isRunning = ({ powerState }: JumpHost): boolean =>
  powerState.status === "collected" && /^running$/i.test(powerState.data);

function absent(context: PathContext): string | null {
  if (!isPrivate(context.cluster)) return "The API server is public: no jump host is needed.";
  const found = context.result("jump.discovered")?.status;
  const none = found === "pass" && context.snapshot.clusterNetwork.status === "collected";
  return found === "notConfigured" || (none && hostsOf(context).length === 0)
    ? "No jump host stands in a network that is peered with the cluster's."
    : null;
}

export const p05: PathSpec = {
  id: "P05",
  title: "Jump host in a peered network",
  hard: [
    ...ownKubectlChecks,
    ...privateChecks,
    "client.network",
    "jump.discovered",
    "jump.power",
    "vnet.cluster-subnet",
    "peering.both-sides",
    "peering.state",
    "peering.vnet-access",
    "peering.sync",
    "peering.forwarded-traffic",
    "peering.address-overlap",
    "dns.link-client",
    "dns.link-resolver",
    "dns.link-state",
    "dns.custom-servers",
    "nsg.client-443",
    "route.api-path",
  ],
  soft: [],
  works: "A jump host is running, and its name resolution, peering, rules and routes lead to the API server.",
  absent,
  steps: (context) => {
    const hosts = hostsOf(context);
    const host = hosts.find(isRunning) ?? hosts[0];
    const address = host?.privateIpAddress;
    return [
      ...(address === undefined ? [] : [quoteArgv(["ssh", address])]),
      ...ownKubectlSteps(context.cluster),
    ];
  },
};
