// Security groups and rules: every check of it. A new one is a file beside this and a line here.

import { networksNear } from "../../client/likely-hosts.ts";
import { hasDdosProtection } from "../../network/filter/ddos.ts";
import { publicIpIn } from "../../network/route/egress.ts";
import {
  advise,
  combineAdvice,
  notApplicable,
  type Outcome,
  pass,
  type SharedFact,
  unread,
} from "../../outcome/check.ts";
import type { PublicIpAddress, VirtualNetwork } from "../../snapshot/network.ts";
import { idKey, nameOf, networkIdOf, sameId } from "../../snapshot/resource-id.ts";
import { type ById, collected } from "../../snapshot/section.ts";
import type { ClusterSnapshot } from "../../snapshot/snapshot.ts";
import { defineCheck, unlessPrivate, unlessPrivateLink } from "../kit/define-check.ts";
import { defineStep } from "../kit/define-step.ts";
import { nsgEffective } from "./nsg.effective.ts";
import { nsgSshInternet } from "./nsg.ssh-internet.ts";

// nsg.avnm-admin-rules: a network manager's rules come before every security group.

const nsgAvnmAdminRules = defineStep({
  id: "nsg.avnm-admin-rules",
  severity: "critical",
  scope: "cluster",
  impact: "degrades",
  source: "https://learn.microsoft.com/azure/virtual-network-manager/concept-security-admins",
  of: ["nodes.api", "people.api"],
  after: ["vnet.cluster-subnet"],
});

// nsg.client-443: the client's own security groups must let TCP 443 out to the API server.

const nsgClient443 = defineStep({
  id: "nsg.client-443",
  severity: "critical",
  scope: "people",
  impact: "degrades",
  pathPlace: { on: "own", thing: "rules" },
  source: "https://learn.microsoft.com/azure/virtual-network/network-security-group-how-it-works",
  of: ["people.api"],
  after: ["vnet.cluster-subnet", "pe.ip", "api.vnetint-ilb"],
  skip: unlessPrivate,
});

// nsg.intra-node: nodes and pods must reach each other, and the load balancer must be able to probe them.

const nsgIntraNode = defineStep({
  id: "nsg.intra-node",
  severity: "high",
  scope: "nodes",
  impact: "degrades",
  source:
    "https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/connectivity/tunnel-connectivity-issues",
  of: ["nodes.nodes", "pods.dns"],
  after: ["vnet.cluster-subnet"],
});

// nsg.jump-inbound: whoever comes through Bastion, or some other way, must be let in to the jump host, over SSH or RDP.

const nsgJumpInbound = defineStep({
  id: "nsg.jump-inbound",
  severity: "high",
  scope: "people",
  impact: "degrades",
  pathPlace: { on: "entry", thing: "rules" },
  source: "https://learn.microsoft.com/azure/bastion/bastion-nsg",
  of: ["bastion.jump", "jump.entry"],
  after: ["jump.discovered"],
  skip: unlessPrivate,
});

// nsg.node-egress: nodes need the API server, and public addresses on TCP 443.

const nsgNodeEgress = defineStep({
  id: "nsg.node-egress",
  severity: "critical",
  scope: "nodes",
  impact: "cuts",
  pathPlace: { on: "out", thing: "rules" },
  source: "https://learn.microsoft.com/azure/aks/outbound-rules-control-egress",
  of: ["nodes.api", "nodes.egress"],
  after: ["vnet.cluster-subnet", "pe.ip"],
});

// nsg.pe-inbound: a security group on the endpoint's subnet counts only while the subnet's policies say so.

const nsgPeInbound = defineStep({
  id: "nsg.pe-inbound",
  severity: "critical",
  scope: "cluster",
  impact: "degrades",
  pathPlace: { on: "own", thing: "rules" },
  source: "https://learn.microsoft.com/azure/private-link/disable-private-endpoint-network-policy",
  of: ["nodes.api", "people.api"],
  after: ["vnet.cluster-subnet", "pe.ip", "pe.subnet-policy"],
  skip: unlessPrivateLink,
});

export const nsgChecks = [
  nsgClient443,
  nsgPeInbound,
  nsgNodeEgress,
  nsgIntraNode,
  nsgJumpInbound,
  nsgAvnmAdminRules,
  nsgSshInternet,
  nsgEffective,
] as const;

// Protection against floods: every check of it. A new one is a file beside this and a line here.

// ddos.perimeter: networks by whose public addresses people come in are protected against floods. Advice.

type PerimeterFact = Readonly<
  | { is: "noAddress" }
  /** Addresses are read only where something else names them: for advice alone nothing is asked. */
  | { is: "notLookedAt"; network: string }
  | { is: "planned"; network: string }
  | { is: "protected"; addresses: readonly string[] }
  /** `planned`: they are left out of the network's plan. */
  | { is: "unprotected"; network: string; planned: boolean; addresses: readonly string[] }
>;

type Door = Readonly<{ networkId: string; addressId: string }>;

/** What has an address of its own there, as far as the lists of it say. A virtual hub's firewall stands in no network. */
function doorsOf({
  bastionHosts,
  firewalls,
}: Pick<ClusterSnapshot, "bastionHosts" | "firewalls">): readonly Door[] {
  const bastions = bastionHosts.items.map(({ virtualNetworkId, publicIpAddressId }) => ({
    networkId: virtualNetworkId,
    addressId: publicIpAddressId,
  }));
  const walls = firewalls.items.flatMap(({ ipConfigurations }) => {
    const networkId = networkIdOf(ipConfigurations[0]?.subnetId ?? "") ?? undefined;
    return ipConfigurations.map(({ publicIpAddressId }) => ({ networkId, addressId: publicIpAddressId }));
  });
  return [...bastions, ...walls].flatMap(({ networkId, addressId }) =>
    networkId === undefined || addressId === undefined ? [] : [{ networkId, addressId }],
  );
}

function judgeNetwork(
  network: VirtualNetwork,
  ids: readonly string[],
  addresses: ById<PublicIpAddress>,
): Outcome<PerimeterFact | SharedFact> {
  const planned = network.hasDdosPlan === true;
  const read = ids.filter((id) => Object.hasOwn(addresses, idKey(id)));
  const sections = read.map((id) => publicIpIn(id, addresses));
  const known = sections.flatMap((section) => (section.status === "collected" ? [section.data] : []));
  const open = known.filter((address) => !hasDdosProtection(address, network));
  if (open.length > 0)
    return advise(
      { is: "unprotected", network: network.name, planned, addresses: open.map(({ name }) => name) },
      { resourceId: network.id },
    );
  if (planned) return pass({ is: "planned", network: network.name });
  if (read.length === 0) return notApplicable({ is: "notLookedAt", network: network.name });
  const hidden = sections.find((section) => section.status === "unavailable");
  return hidden?.status === "unavailable"
    ? unread(hidden)
    : pass({ is: "protected", addresses: read.map(nameOf) });
}

const ddosPerimeter = defineCheck({
  id: "ddos.perimeter",
  severity: "low",
  scope: "people",
  impact: "advises",
  shownBy: "azure",
  source: "https://learn.microsoft.com/azure/ddos-protection/ddos-protection-sku-comparison",
  needs: ["clusterNetwork"],
  looksAt: ["peerNetworks", "bastionHosts", "firewalls", "publicIpAddresses"],
  after: ["vnet.cluster-subnet"],
  evaluate: ({
    clusterNetwork,
    publicIpAddresses,
    peerNetworks,
    ...data
  }): Outcome<PerimeterFact | SharedFact> => {
    const doors = doorsOf(data);
    const outcomes = networksNear({ clusterNetwork: collected(clusterNetwork), peerNetworks }).flatMap(
      (network) => {
        const ids = doors
          .filter(({ networkId }) => sameId(networkId, network.id))
          .map(({ addressId }) => addressId);
        return ids.length === 0 ? [] : [judgeNetwork(network, ids, publicIpAddresses)];
      },
    );
    if (outcomes.length > 0) return combineAdvice(outcomes);
    const [gap] = [...data.bastionHosts.missing, ...data.firewalls.missing];
    return gap === undefined ? notApplicable({ is: "noAddress" }) : unread(gap);
  },
});

export const ddosChecks = [ddosPerimeter] as const;
