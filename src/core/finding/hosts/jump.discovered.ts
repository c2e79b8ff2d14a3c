// jump.discovered: most ways into a private cluster end on a virtual machine near it.

import { areJumpHosts, likelyHosts } from "../../client/likely-hosts.ts";
import { notConfigured, type Outcome, pass, type SharedFact, unread } from "../../outcome/check.ts";
import { columns } from "../../outcome/columns.ts";
import { nameOf } from "../../snapshot/resource-id.ts";
import { collected } from "../../snapshot/section.ts";
import { defineCheck, unlessPrivate } from "../kit/define-check.ts";

export type JumpHostFact = Readonly<
  | { is: "found"; count: number }
  /** Which of them is a jump host is not known. */
  | { is: "machinesFound" }
  /** Whether they have instances is another question. */
  | { is: "setsFound"; sets: readonly string[] }
  | { is: "noMachine" }
  /** Appliances and DNS servers. */
  | { is: "serversOnly" }
>;

export const jumpDiscovered = defineCheck({
  id: "jump.discovered",
  severity: "medium",
  scope: "people",
  impact: "degrades",
  shownBy: "azure",
  source: "https://learn.microsoft.com/azure/aks/private-cluster-connect",
  needs: ["jumpHosts", "clusterNetwork"],
  looksAt: ["peerNetworks", "jumpScaleSets"],
  after: ["vnet.cluster-subnet"],
  skip: unlessPrivate,
  evaluate: ({
    clusterNetwork,
    jumpHosts,
    peerNetworks,
    jumpScaleSets,
  }): Outcome<JumpHostFact | SharedFact> => {
    const sources = { clusterNetwork, peerNetworks, jumpHosts: collected(jumpHosts) };
    const hosts = likelyHosts(sources);
    if (hosts.length > 0)
      return pass(
        areJumpHosts(sources) ? { is: "found", count: hosts.length } : { is: "machinesFound" },
        hosts.map((host) => columns(host.name, host.privateIpAddress ?? "", nameOf(host.virtualNetworkId))),
      );
    const sets = jumpScaleSets.items.map(({ name }) => name);
    if (sets.length > 0) return pass({ is: "setsFound", sets });
    if (peerNetworks.status === "unavailable") return unread(peerNetworks);
    const unreadable = peerNetworks.data
      .map(({ network }) => network)
      .find((network) => network.status === "unavailable");
    return unreadable === undefined
      ? notConfigured({ is: jumpHosts.length === 0 ? "noMachine" : "serversOnly" })
      : unread(unreadable);
  },
});
