// The nodes' way out: every check of it. A new one goes here or beside this, and into the list.

import { reconcile } from "../../fix/cluster.ts";
import { giveAddress, reapplyNatGateway } from "../../fix/nat-gateway.ts";
import { nodeSubnetsOf } from "../../network/route/cluster-subnets.ts";
import { natGatewayIn, ownsNatGateway } from "../../network/route/egress.ts";
import {
  combine,
  fail,
  notApplicable,
  type Outcome,
  pass,
  type SharedFact,
  unread,
} from "../../outcome/check.ts";
import { labelled } from "../../outcome/columns.ts";
import { failedFor, nodeFound } from "../../outcome/operation.ts";
import { stateWordOf, thing, unsettled } from "../../outcome/state-word.ts";
import type { ManagedCluster } from "../../snapshot/cluster.ts";
import type { NatGateway, Subnet, VirtualNetwork } from "../../snapshot/network.ts";
import { idsOnce, nameOf, sameId } from "../../snapshot/resource-id.ts";
import { defineCheck } from "../kit/define-check.ts";
import { defineStep } from "../kit/define-step.ts";
import { egressLbOutbound } from "./egress.lb-outbound.ts";
import { egressOutboundConsistent } from "./egress.outbound-consistent.ts";

// egress.nat-gateway: where nodes leave by a NAT gateway, it is their only way out.

type NatGatewayFact = Readonly<
  /** And new nodes reach nothing outside. */
  | { is: "failed"; gateway: string }
  | { is: "noAddress"; gateway: string }
  | { is: "works"; gateway: string }
  | { is: "noNatGateway" }
>;

type GatewayOutcome = Outcome<NatGatewayFact | SharedFact>;

type Around = Readonly<{ cluster: ManagedCluster; subnets: readonly Subnet[]; network: VirtualNetwork }>;

function natGatewayState(gateway: NatGateway, { cluster, subnets, network }: Around): GatewayOutcome {
  const own = ownsNatGateway(cluster) ? reconcile(cluster) : null;
  const { id, name, provisioningState: state, publicIpAddressIds, publicIpPrefixIds } = gateway;
  const addresses = [...publicIpAddressIds, ...publicIpPrefixIds].map(nameOf);
  const served = subnets.filter(({ natGatewayId }) => sameId(natGatewayId, id)).map((subnet) => subnet.name);
  const evidence = [
    labelled("state", state),
    labelled("public", { is: "listed", names: addresses }),
    labelled("subnets", served.join(", ")),
  ];
  const more = { resourceId: id, evidence };
  if (stateWordOf(state) === "failed" && failedFor(cluster, nodeFound.noInternet) !== undefined)
    return fail({ is: "failed", gateway: name }, { ...more, fix: own ?? reapplyNatGateway(gateway) });
  if (addresses.length === 0)
    return fail(
      { is: "noAddress", gateway: name },
      { ...more, fix: own ?? giveAddress(gateway, network.location) },
    );
  return unsettled(thing("natGateway", name), state, more) ?? pass({ is: "works", gateway: name }, evidence);
}

const egressNatGateway = defineCheck({
  id: "egress.nat-gateway",
  severity: "high",
  scope: "nodes",
  impact: "cuts",
  pathPlace: { on: "out", thing: "wayOut" },
  source: "https://learn.microsoft.com/azure/aks/nat-gateway",
  needs: ["managedCluster", "clusterNetwork"],
  looksAt: ["natGateways"],
  after: ["egress.outbound-consistent"],
  evaluate: ({ managedCluster: cluster, clusterNetwork: network, natGateways }): GatewayOutcome => {
    const subnets = nodeSubnetsOf(cluster, network);
    const ids = idsOnce(subnets.flatMap(({ natGatewayId }) => natGatewayId ?? []));
    if (ids.length === 0) return notApplicable({ is: "noNatGateway" });
    return combine(
      ids.map((id) => {
        const gateway = natGatewayIn(id, natGateways);
        return gateway.status === "unavailable"
          ? unread(gateway)
          : natGatewayState(gateway.data, { cluster, subnets, network });
      }),
      true,
    );
  },
});

export const egressChecks = [
  egressOutboundConsistent,
  egressNatGateway,
  egressLbOutbound,
  // What nodes send through a proxy ends there, as far as Azure shows.
  defineStep({
    id: "egress.http-proxy",
    severity: "medium",
    scope: "nodes",
    impact: "degrades",
    source: "https://learn.microsoft.com/azure/aks/http-proxy",
    of: ["nodes.egress"],
    after: ["nsg.node-egress"],
  }),
] as const;
