// vpn.p2s-config: people at home get in by point-to-site, with an address, a way to sign in, and a server for names.

import { type Absence, gatewaysNear } from "../../client/gateways-near.ts";
import { hiddenNetwork, networksNear } from "../../client/likely-hosts.ts";
import { forResource, target } from "../../fix/write/az.ts";
import type { Fix } from "../../fix/write/fix.ts";
import { zoneModeOf } from "../../network/address/api-server.ts";
import {
  advise,
  combine,
  fail,
  notConfigured,
  type Outcome,
  pass,
  type SharedFact,
  unread,
  warn,
} from "../../outcome/check.ts";
import { columns } from "../../outcome/columns.ts";
import type { ManagedCluster } from "../../snapshot/cluster.ts";
import type { VirtualNetworkGateway } from "../../snapshot/gateways.ts";
import type { VirtualNetwork } from "../../snapshot/network.ts";
import { isWithin, sameId } from "../../snapshot/resource-id.ts";
import { collected, type Unavailable } from "../../snapshot/section.ts";
import type { ResourceChange } from "../../snapshot/snapshot.ts";
import { type CheckContext, defineCheck, unlessPrivate } from "../kit/define-check.ts";
import { deedOf } from "../kit/operation.ts";
import { type ClientFault, clientFaultsOf, hasClients } from "./client-faults.ts";

export type ClientsFact = Readonly<
  | ClientFault
  | { is: "noClients"; gateways: readonly string[] }
  | { is: "clientsServed"; gateway: string }
  /** Their machines know the API server by its public name alone. */
  | { is: "clientsUsePublicName"; gateway: string }
  | { is: "clientsGetNoServer"; gateway: string; network: string }
  | { is: "otherTenant"; gateway: string }
  /** What they installed before that has no route to it. */
  | { is: "profileMayBeOld"; gateway: string; network: string }
>;

type ClientsOutcome = Outcome<ClientsFact | Absence | SharedFact>;

type Around = Readonly<{
  cluster: ManagedCluster;
  clusterNetwork: VirtualNetwork;
  networks: readonly VirtualNetwork[];
  /** Why not each network is known; null where each is. */
  hidden: Unavailable | null;
  changes: readonly ResourceChange[];
  tenantId: CheckContext["requesterTenantId"];
}>;

const withOpenVpn = ({ id, clientProtocols = [] }: VirtualNetworkGateway): Fix | null =>
  forResource(id, (parts) => ({
    steps: [
      {
        kind: "setClientProtocols",
        at: target(parts, parts.name),
        // Windows' own client knows no Entra ID, and Azure takes it beside no other way to sign in.
        protocols: [...clientProtocols.filter((each) => !/^sstp$/i.test(each)), "OpenVPN"],
      },
    ],
    risks: [{ is: "clientsDrop" }],
    disruptive: true,
    roles: [{ role: "Network Contributor", on: [parts.name] }],
  }));

function judgeFault(gateway: VirtualNetworkGateway, fault: ClientFault): ClientsOutcome {
  const fix = fault.is === "needsOpenVpn" ? withOpenVpn(gateway) : undefined;
  const clashes = fault.is === "poolOverlaps" ? fault.clashes : [];
  const evidence = clashes.map((clash) => ({ is: "clash", ...clash }) as const);
  return fail(fault, { resourceId: gateway.id, evidence, fix });
}

const isPublicName = ({ apiServerAccess: access }: ManagedCluster): boolean =>
  access.enablePrivateClusterPublicFqdn === true;

/** Azure hands on the servers of the gateway's network, and its own are asked from within a network alone. */
function judgeNames(gateway: VirtualNetworkGateway, around: Around): ClientsOutcome {
  const { name, virtualNetworkId } = gateway;
  const { networks, hidden, cluster } = around;
  const own = networks.find(({ id }) => sameId(id, virtualNetworkId));
  if (zoneModeOf(cluster) === "none") return pass({ is: "clientsServed", gateway: name });
  if (isPublicName(cluster)) return pass({ is: "clientsUsePublicName", gateway: name });
  if (own === undefined && hidden !== null) return unread(hidden);
  return own === undefined || own.dnsServers.length > 0
    ? pass({ is: "clientsServed", gateway: name })
    : warn(
        { is: "clientsGetNoServer", gateway: name, network: own.name },
        { resourceId: own.id, evidence: [columns(own.name, { is: "noDnsServer" })] },
      );
}

function judgeTenant({ id, name, clientTenant }: VirtualNetworkGateway, { tenantId }: Around) {
  const isOther =
    clientTenant !== undefined &&
    tenantId !== undefined &&
    !clientTenant.toLowerCase().includes(tenantId.toLowerCase());
  return isOther
    ? [advise({ is: "otherTenant", gateway: name }, { resourceId: id, evidence: [columns(clientTenant)] })]
    : [];
}

const changesRoutes = ({ operation }: ResourceChange): boolean => {
  const deed = deedOf(operation);
  return (
    deed?.verb === "write" &&
    /^microsoft\.network\/virtualnetworks(\/virtualnetworkpeerings)?$/.test(deed.type)
  );
};

/** Windows' clients keep the routes of the profile that they installed. */
function judgeProfile({ name, virtualNetworkId }: VirtualNetworkGateway, around: Around) {
  const { clusterNetwork, changes } = around;
  const [change] = changes.filter(
    (each) =>
      changesRoutes(each) &&
      [clusterNetwork.id, virtualNetworkId].some((id) => id !== undefined && isWithin(each.resourceId, id)),
  );
  return change === undefined
    ? []
    : [
        advise(
          { is: "profileMayBeOld", gateway: name, network: clusterNetwork.name },
          { resourceId: change.resourceId, evidence: [{ is: "change", change }] },
        ),
      ];
}

function judge(gateway: VirtualNetworkGateway, around: Around): ClientsOutcome {
  const own = around.networks.filter(
    ({ id }) => sameId(id, gateway.virtualNetworkId) || sameId(id, around.clusterNetwork.id),
  );
  const faults = clientFaultsOf(gateway, own).map((fault) => judgeFault(gateway, fault));
  if (faults.length > 0) return combine(faults, true);
  const advice = [...judgeTenant(gateway, around), ...judgeProfile(gateway, around)];
  return combine<ClientsFact | SharedFact | Absence>([judgeNames(gateway, around), ...advice], true);
}

export const vpnP2sConfig = defineCheck({
  id: "vpn.p2s-config",
  severity: "high",
  scope: "people",
  impact: "degrades",
  requesterIssue: "vpnClient",
  shownBy: "azure",
  source: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-point-to-site-routing",
  needs: ["managedCluster", "clusterNetwork"],
  looksAt: ["virtualNetworkGateways", "peerNetworks", "recentChanges"],
  after: ["vpn.gateway-state"],
  skip: unlessPrivate,
  evaluate: (data, { requesterTenantId }): ClientsOutcome => {
    const { managedCluster: cluster, clusterNetwork, virtualNetworkGateways, peerNetworks } = data;
    const found = gatewaysNear("Vpn", clusterNetwork, virtualNetworkGateways);
    if (found.status === "unknown") return unread(found.cause);
    if (found.status === "absent") return notConfigured(found.absence);
    const serving = found.gateways.filter(hasClients);
    if (serving.length === 0)
      return notConfigured({ is: "noClients", gateways: found.gateways.map(({ name }) => name) });
    const sections = { clusterNetwork: collected(clusterNetwork), peerNetworks };
    const around = {
      ...{ cluster, clusterNetwork, tenantId: requesterTenantId, changes: data.recentChanges.items },
      ...{ networks: networksNear(sections), hidden: hiddenNetwork(sections) },
    };
    return combine(
      serving.map((gateway) => judge(gateway, around)),
      false,
    );
  },
});
