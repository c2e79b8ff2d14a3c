// jump.discovered: most ways into a private cluster end on a virtual machine near it.
import { defineCheck } from "../../define-check.ts";
import { notConfigured, pass, unread } from "../../outcomes.ts";
import { nameOf } from "../../resource-id.ts";
import { unlessPrivate } from "../../skips.ts";

export const jumpDiscovered = defineCheck({
  id: "jump.discovered",
  title: "A jump host is there",
  severity: "medium",
  why: "Most ways into a private cluster end on a virtual machine in a network near it.",
  remediation: "Make a small virtual machine in the hub, without a public address.",
  source: "https://learn.microsoft.com/azure/aks/private-cluster-connect",
  needs: ["jumpHosts"],
  looksAt: ["peerNetworks"],
  after: ["vnet.cluster-subnet"],
  skip: unlessPrivate,
  evaluate: ({ jumpHosts, peerNetworks }) => {
    if (jumpHosts.length > 0)
      return pass(
        jumpHosts.length === 1 ? "One jump host was found." : `${jumpHosts.length} jump hosts were found.`,
        jumpHosts.map(
          (host) => `${host.name}  ${host.privateIpAddress ?? ""}  ${nameOf(host.virtualNetworkId)}`,
        ),
      );
    if (peerNetworks.status === "unavailable") return unread(peerNetworks);
    const unreadable = peerNetworks.data
      .map(({ network }) => network)
      .find((network) => network.status === "unavailable");
    return unreadable === undefined
      ? notConfigured("No virtual machine stands in the cluster's network or one peered with it.")
      : unread(unreadable);
  },
});
