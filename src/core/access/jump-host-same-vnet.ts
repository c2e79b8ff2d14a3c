// P04: a jump host in the cluster's own network.

import { hostsBeside, hostToUse } from "../client/client-networks.ts";
import { isPrivate } from "../network/address/api-server.ts";
import type { JumpHost } from "../snapshot/hosts.ts";
import { sameId } from "../snapshot/resource-id.ts";
import {
  absent,
  jumpHostChecks,
  type PathContext,
  type PathSpec,
  there,
  traitsOf,
  unseen,
} from "./access-path.ts";
import { overJumpHost, sourcesOf } from "./entry.ts";
import { jumpHostSteps } from "./steps.ts";

const hostsOf = ({ snapshot }: PathContext): readonly JumpHost[] => {
  const sources = sourcesOf(snapshot);
  return sources === null ? [] : hostsBeside(sources);
};

export const jumpHostSameVnet: PathSpec = {
  id: "P04",
  traits: traitsOf("machine", 3, { fragile: true }),
  needs: ["jump.entry", "people.api"],
  hard: [...jumpHostChecks, "client.network"],
  // How people reach the host itself, nothing here walks: a window that is needed is said.
  soft: ["jit.active-request"],
  works: overJumpHost({ is: "overHostBeside" }),
  presence: (context) => {
    if (!isPrivate(context.cluster)) return absent({ is: "notNeeded", what: "jumpHost" });
    const { jumpHosts, clusterNetwork, jumpScaleSets } = context.snapshot;
    if (jumpHosts.status === "unavailable" || clusterNetwork.status === "unavailable") return unseen;
    const hasSet = jumpScaleSets.items.some(({ virtualNetworkId: id }) => sameId(id, clusterNetwork.data.id));
    return hostsOf(context).length === 0 && !hasSet ? absent({ is: "noHostBeside" }) : there;
  },
  starts: ({ client, clusterNetwork }) => [
    clusterNetwork.status === "collected" ? { virtualNetwork: clusterNetwork.data.id } : client,
  ],
  steps: (context) => jumpHostSteps(hostToUse(hostsOf(context)), context.cluster),
};
