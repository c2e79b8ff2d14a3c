// Tells each network of a peering the other's new ranges.
// https://learn.microsoft.com/azure/virtual-network/update-virtual-network-peering-address-space
import { lookUp } from "../look-up.ts";
import { azIn, forResource } from "./az.ts";
import type { Fix } from "./check.ts";
import { nameOf } from "./resource-id.ts";
import type { Peering } from "./snapshot-network.ts";

export type OwnHalf = Readonly<{ networkId: string; peering: Peering }>;

const levels: Readonly<Record<string, "in" | "out">> = {
  fullyinsync: "in",
  remotenotinsync: "out",
  localnotinsync: "out",
  localandremotenotinsync: "out",
};

/** Undefined where Azure says nothing, or a word that nobody knows. */
export const syncOf = ({ peeringSyncLevel = "" }: Peering): "in" | "out" | undefined =>
  lookUp(levels, peeringSyncLevel.toLowerCase());

/** Both halves at once: one that knows an old range has another that was not told of it. */
export function syncFix(halves: readonly OwnHalf[]): Fix {
  const stale = halves.filter(({ peering }) => syncOf(peering) === "out");
  const commands = stale.flatMap(
    ({ networkId, peering }) =>
      forResource(networkId, (network) =>
        azIn(network, "network vnet peering sync", "--vnet-name", network.name, "--name", peering.name),
      ) ?? [],
  );
  return {
    commands,
    risk: "Lets each network route to the other's new ranges; what is routed now stays.",
    disruptive: false,
    role: `Network Contributor on ${stale.map(({ networkId }) => nameOf(networkId)).join(" and ")}`,
  };
}
