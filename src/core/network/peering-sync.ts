// Whether a half of a peering knows the ranges of the other network.
// https://learn.microsoft.com/azure/virtual-network/update-virtual-network-peering-address-space

import type { Peering } from "../snapshot/network.ts";
import { lookUp } from "../text/look-up.ts";

const levels: Readonly<Record<string, "in" | "out">> = {
  fullyinsync: "in",
  remotenotinsync: "out",
  localnotinsync: "out",
  localandremotenotinsync: "out",
};

/** Undefined where Azure says nothing, or a word that nobody knows. */
export const syncOf = ({ peeringSyncLevel = "" }: Peering): "in" | "out" | undefined =>
  lookUp(levels, peeringSyncLevel.toLowerCase());
