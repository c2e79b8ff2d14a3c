// jump.discovered: most ways into a private cluster end on a virtual machine near it.

import { areJumpHosts, likelyHosts } from "../../client/likely-hosts.ts";
import type { Outcome } from "../../outcome/check.ts";
import { notConfigured, pass, unread } from "../../outcome/outcomes.ts";
import { nameOf } from "../../snapshot/resource-id.ts";
import { collected } from "../../snapshot/section.ts";
import { defineCheck } from "../define-check.ts";
import { unlessPrivate } from "../skips.ts";

export const jumpDiscovered = defineCheck({
  id: "jump.discovered",
  severity: "medium",
  about: "people",
  source: "https://learn.microsoft.com/azure/aks/private-cluster-connect",
  needs: ["jumpHosts", "clusterNetwork"],
  looksAt: ["peerNetworks"],
  after: ["vnet.cluster-subnet"],
  skip: unlessPrivate,
  evaluate: ({ clusterNetwork, jumpHosts, peerNetworks }): Outcome => {
    const sources = { clusterNetwork, peerNetworks, jumpHosts: collected(jumpHosts) };
    const hosts = likelyHosts(sources);
    const count = hosts.length === 1 ? "One jump host was" : `${hosts.length} jump hosts were`;
    if (hosts.length > 0)
      return pass(
        areJumpHosts(sources)
          ? `${count} found.`
          : "Machines were found; which of them is a jump host is not known.",
        hosts.map((host) => `${host.name}  ${host.privateIpAddress ?? ""}  ${nameOf(host.virtualNetworkId)}`),
      );
    if (peerNetworks.status === "unavailable") return unread(peerNetworks);
    const unreadable = peerNetworks.data
      .map(({ network }) => network)
      .find((network) => network.status === "unavailable");
    return unreadable === undefined
      ? notConfigured(
          jumpHosts.length === 0
            ? "No virtual machine stands in the cluster's network or one peered with it."
            : "The virtual machines in the cluster's network and those peered with it are appliances and DNS servers.",
        )
      : unread(unreadable);
  },
});
