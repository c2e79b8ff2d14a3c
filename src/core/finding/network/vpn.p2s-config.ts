// vpn.p2s-config: people at home get in by point-to-site, with an address, a way to sign in, and a server for names.

import { type Absence, gatewaysNear } from "../../client/gateways-near.ts";
import { hiddenNetwork, networksNear } from "../../client/likely-hosts.ts";
import { type Fix, fixAt } from "../../fix/write/fix.ts";
import { zoneModeOf } from "../../network/address/api-server.ts";
import {
  advise,
  type Clash,
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
import { thing } from "../../outcome/state-word.ts";
import type { ManagedCluster } from "../../snapshot/cluster.ts";
import type { VirtualNetworkGateway } from "../../snapshot/gateways.ts";
import type { VirtualNetwork } from "../../snapshot/network.ts";
import { isWithin, sameId } from "../../snapshot/resource-id.ts";
import { collected, type Unavailable } from "../../snapshot/section.ts";
import type { ResourceChange } from "../../snapshot/snapshot.ts";
import { type CheckContext, defineCheck, unlessPrivate } from "../kit/define-check.ts";
import { deedOf } from "../kit/operation.ts";
import { clashesOf } from "./clashes.ts";

type ClientsFact = Readonly<
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

/** Windows' own client knows no Entra ID, and Azure takes it beside no other way to sign in. */
function withOpenVpn({ id, clientProtocols = [] }: VirtualNetworkGateway): Fix | null {
  const protocols = [...clientProtocols.filter((each) => !/^sstp$/i.test(each)), "OpenVPN"];
  return fixAt(id, (at) => ({ kind: "setClientProtocols", at, protocols }), { is: "clientsDrop" });
}

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

// What is wrong with how point-to-site clients get in, as far as their gateway's own settings say.
// https://learn.microsoft.com/azure/vpn-gateway/point-to-site-about

type ClientFault = Readonly<
  | { is: "poolOverlaps"; gateway: string; clashes: readonly Clash[] }
  /** Entra ID is the only way to sign in, and the clients of no protocol here can. */
  | { is: "needsOpenVpn"; gateway: string; protocols: readonly string[] }
  /** Certificates are the only way to sign in, and nothing vouches for any. */
  | { is: "noRootCertificate"; gateway: string }
>;

const hasClients = ({ clientAddressPools = [] }: VirtualNetworkGateway): boolean =>
  clientAddressPools.length > 0;

const includes = (words: readonly string[], word: string): boolean =>
  words.some((each) => each.toLowerCase() === word.toLowerCase());

/** Answers to an address that a network here has as well never leave it. */
function overlapOf(
  { name, clientAddressPools: prefixes = [] }: VirtualNetworkGateway,
  networks: readonly VirtualNetwork[],
): readonly ClientFault[] {
  const pool = { of: thing("vpnClients", name), prefixes };
  const clashes = networks.flatMap((network) =>
    clashesOf(pool, { of: thing("network", network.name), prefixes: network.addressPrefixes }),
  );
  return clashes.length === 0 ? [] : [{ is: "poolOverlaps", gateway: name, clashes }];
}

/** Of several ways to sign in, one that works is enough; none is said of a gateway whose ways Azure does not list. */
function signInFaultOf(gateway: VirtualNetworkGateway): readonly ClientFault[] {
  const { name, clientAuthentication: ways = [], clientProtocols: protocols = [] } = gateway;
  const { clientRootCertificates: roots = [] } = gateway;
  const faults = ways.map((way): ClientFault | null => {
    const [isEntra, isCertificate] = [includes([way], "AAD"), includes([way], "Certificate")];
    if (isEntra && protocols.length > 0 && !includes(protocols, "OpenVPN"))
      return { is: "needsOpenVpn", gateway: name, protocols };
    return isCertificate && roots.length === 0 ? { is: "noRootCertificate", gateway: name } : null;
  });
  return faults.includes(null) ? [] : faults.flatMap((fault) => fault ?? []);
}

/** `networks`: its own, and the one that the API server stands in. */
const clientFaultsOf = (
  gateway: VirtualNetworkGateway,
  networks: readonly VirtualNetwork[],
): readonly ClientFault[] => [...overlapOf(gateway, networks), ...signInFaultOf(gateway)];
