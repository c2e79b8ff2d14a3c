// The API server itself, and who may reach it: every check of it. A new one goes here or beside this, and into the list.
import { aksFix, atCluster, reconcile } from "../../fix/cluster.ts";
import {
  apiFqdnOf,
  apiModeOf,
  endpointAddressOf,
  isPrivate,
  zoneModeOf,
} from "../../network/address/api-server.ts";
import { coverage, covers, parseCidr, privateSpace, textOf } from "../../network/address/cidr.ts";
import { subnetById } from "../../network/route/route.ts";
import {
  advise,
  combine,
  fail,
  notApplicable,
  notAssessed,
  notConfigured,
  type Outcome,
  pass,
  type SharedFact,
  type Thing,
  unread,
} from "../../outcome/check.ts";
import { type ApiMode, type Columns, columns, labelled } from "../../outcome/columns.ts";
import { strangeWord, thing, unsettled } from "../../outcome/state-word.ts";
import type { ManagedCluster } from "../../snapshot/cluster.ts";
import { nameOf } from "../../snapshot/resource-id.ts";
import { dataOf } from "../../snapshot/section.ts";
import { lookUp } from "../../text/look-up.ts";
import { defineCheck, unlessPrivate, unlessPrivateLink, unlessVnetIntegration } from "../kit/define-check.ts";
import { defineStep } from "../kit/define-step.ts";
import { apiVnetintIlb, apiVnetintNetwork, apiVnetintSubnet } from "./api.vnetint-network.ts";
import { apiAuthorizedIpClient, apiAuthorizedIpEgress } from "./authorized-ranges.ts";
import { type NoEndpoint, peConnectionApproved, peExtraEndpoint } from "./pe.extra-endpoint.ts";

// api.public-fqdn: a private API server may have a name in public DNS as well, which tells everyone its private address.

type PublicNameFact = Readonly<{ is: "none" } | { is: "needed" } | { is: "published"; name: string | null }>;

const apiPublicFqdn = defineCheck({
  id: "api.public-fqdn",
  severity: "low",
  scope: "cluster",
  impact: "advises",
  source:
    "https://learn.microsoft.com/azure/aks/private-clusters#disable-a-public-fqdn-on-an-existing-private-aks-cluster",
  needs: ["managedCluster"],
  after: ["api.mode"],
  skip: unlessPrivate,
  evaluate: ({ managedCluster: cluster }): Outcome<PublicNameFact> => {
    const { fqdn, privateFqdn, apiServerAccess } = cluster;
    if (apiServerAccess.enablePrivateClusterPublicFqdn !== true) return pass({ is: "none" });
    const names = [privateFqdn, fqdn].flatMap((name) => name ?? []);
    const evidence = [labelled("names", { is: "listed", names })];
    return zoneModeOf(cluster) === "none"
      ? pass({ is: "needed" }, evidence)
      : advise({ is: "published", name: fqdn ?? null }, { resourceId: cluster.id, evidence });
  },
});

// api.mode: how the API server is exposed decides which checks and which ways in apply.

type ModeFact = Readonly<{ is: "noName" } | { is: "exposed"; mode: ApiMode }>;

const apiMode = defineCheck({
  id: "api.mode",
  severity: "critical",
  scope: "cluster",
  impact: "cuts",
  source: "https://learn.microsoft.com/azure/aks/private-clusters",
  needs: ["managedCluster"],
  after: ["cluster.exists"],
  evaluate: ({ managedCluster: cluster }): Outcome<ModeFact | SharedFact> => {
    const { enablePrivateCluster, enablePrivateClusterPublicFqdn, privateDnsZone } = cluster.apiServerAccess;
    const mode = apiModeOf(cluster);
    const zone = zoneModeOf(cluster);
    const fqdn = apiFqdnOf(cluster);
    const evidence = [
      labelled("mode", { is: "apiMode", mode }),
      labelled("name", { is: "listed", names: fqdn === undefined ? [] : [fqdn] }),
    ];
    if (enablePrivateCluster && zone === "none" && enablePrivateClusterPublicFqdn === false)
      return fail(
        { is: "noName" },
        {
          resourceId: cluster.id,
          evidence,
          fix: aksFix(cluster, { kind: "enablePublicName", at: atCluster(cluster) }, { is: "apiNamePublic" }),
        },
      );
    if (enablePrivateCluster && zone === "unknown")
      return strangeWord(thing("cluster"), "zoneMode", privateDnsZone ?? "");
    return pass({ is: "exposed", mode }, evidence);
  },
});

// api.public-exposure: an API server that is open to every address can be tried by everyone.

type ExposureFact = Readonly<
  { is: "isPrivate" } | { is: "openToAll" } | { is: "wide"; ranges: readonly string[] } | { is: "restricted" }
>;

/** A wider range is no restriction. */
const widestBits = 8;

const isWide = (range: string): boolean => (parseCidr(range)?.bits ?? 32) < widestBits;

const apiPublicExposure = defineCheck({
  id: "api.public-exposure",
  severity: "medium",
  scope: "cluster",
  impact: "advises",
  source: "https://learn.microsoft.com/azure/aks/api-server-authorized-ip-ranges",
  needs: ["managedCluster"],
  after: ["api.mode"],
  evaluate: ({ managedCluster: cluster }): Outcome<ExposureFact> => {
    if (isPrivate(cluster)) return pass({ is: "isPrivate" });
    const ranges = cluster.apiServerAccess.authorizedIpRanges;
    if (ranges.length === 0) return advise({ is: "openToAll" }, { resourceId: cluster.id });
    const evidence = [labelled("ranges", ranges.join(", "))];
    const wide = ranges.filter(isWide);
    return wide.length > 0
      ? advise({ is: "wide", ranges: wide }, { resourceId: cluster.id, evidence })
      : pass({ is: "restricted" }, evidence);
  },
});

// api.authorized-ip-hygiene: entries that do nothing, or not what they seem to, surprise whoever adds the next one.

type HygieneFact = Readonly<
  | { is: "noRanges" }
  | { is: "wellFormed"; count: number }
  | { is: "withoutEffect" }
  | { is: "privateRanges"; ranges: readonly string[] }
  | { is: "hostBits"; ranges: readonly string[] }
  | { is: "nearlyFull"; count: number; most: number }
  | { is: "notStandard"; sku: string }
  /** Pools whose nodes have public addresses of their own, out of no prefix that could be listed. */
  | { is: "loosePublicIps"; pools: readonly string[] }
>;

/** https://learn.microsoft.com/azure/aks/api-server-authorized-ip-ranges#limitations */
const mostRanges = 200;
const mostInNetwork = 2000;
/** From here on there is little room for the addresses of an incident. */
const nearly = 0.9;

const isPrivateRange = (text: string): boolean => {
  const range = parseCidr(text);
  return range !== null && privateSpace.some((each) => isCovered(each, range));
};
const isCovered = (outer: string, range: NonNullable<ReturnType<typeof parseCidr>>): boolean => {
  const space = parseCidr(outer);
  return space !== null && covers(space, range);
};

/** `10.0.0.1/24`: what is meant is `10.0.0.0/24`, or one address. */
const hasHostBits = (text: string): boolean => {
  const range = parseCidr(text);
  return range !== null && text.includes("/") && textOf(range) !== text;
};

function faultsOf({ apiServerAccess: access, network, agentPools }: ManagedCluster): readonly HygieneFact[] {
  const ranges = access.authorizedIpRanges;
  const most = access.enableVnetIntegration ? mostInNetwork : mostRanges;
  const privateRanges = ranges.filter(isPrivateRange);
  const hostBits = ranges.filter(hasHostBits);
  const { loadBalancerSku: sku = "" } = network;
  const loose = agentPools.filter(
    ({ nodePublicIp }) => nodePublicIp !== undefined && nodePublicIp.prefixId === undefined,
  );
  const found = (isFound: boolean, fact: HygieneFact): readonly HygieneFact[] => (isFound ? [fact] : []);
  return [
    ...found(privateRanges.length > 0, { is: "privateRanges", ranges: privateRanges }),
    ...found(hostBits.length > 0, { is: "hostBits", ranges: hostBits }),
    ...found(ranges.length > most * nearly, { is: "nearlyFull", count: ranges.length, most }),
    ...found(/^basic$/i.test(sku), { is: "notStandard", sku }),
    ...found(loose.length > 0, { is: "loosePublicIps", pools: loose.map(({ name }) => name) }),
  ];
}

const apiAuthorizedIpHygiene = defineCheck({
  id: "api.authorized-ip-hygiene",
  severity: "low",
  scope: "cluster",
  impact: "advises",
  source: "https://learn.microsoft.com/azure/aks/api-server-authorized-ip-ranges",
  needs: ["managedCluster"],
  after: ["api.mode"],
  evaluate: ({ managedCluster: cluster }): Outcome<HygieneFact> => {
    const ranges = cluster.apiServerAccess.authorizedIpRanges;
    if (ranges.length === 0) return notConfigured({ is: "noRanges" });
    const evidence = [labelled("ranges", ranges.join(", "))];
    const more = { resourceId: cluster.id, evidence };
    if (isPrivate(cluster)) return advise({ is: "withoutEffect" }, more);
    const faults = faultsOf(cluster);
    return faults.length > 0
      ? advise(faults, more)
      : pass({ is: "wellFormed", count: ranges.length }, evidence);
  },
});

export const apiChecks = [
  apiMode,
  apiAuthorizedIpClient,
  apiAuthorizedIpEgress,
  apiAuthorizedIpHygiene,
  apiPublicExposure,
  apiPublicFqdn,
  apiVnetintNetwork,
  apiVnetintSubnet,
  // With VNet integration, nodes and the load balancer's probes reach the API server inside the network.
  defineStep({
    id: "api.vnetint-nsg",
    severity: "critical",
    scope: "cluster",
    impact: "cuts",
    source: "https://learn.microsoft.com/azure/aks/api-server-vnet-integration",
    of: ["nodes.api", "api.nodes", "people.api"],
    after: ["api.vnetint-subnet"],
    skip: unlessVnetIntegration,
  }),
  apiVnetintIlb,
] as const;

// The private endpoint: every check of it. A new one goes here or beside this, and into the list.

// pe.exists: without its private endpoint, neither nodes nor people reach a private API server.

type EndpointThereFact = Readonly<{ is: "gone"; from: string } | { is: "exists"; endpoint: string }>;

const peExists = defineCheck({
  id: "pe.exists",
  severity: "critical",
  scope: "cluster",
  impact: "cuts",
  source: "https://learn.microsoft.com/azure/aks/private-clusters#limitations",
  needs: ["managedCluster", "privateEndpoint"],
  after: ["cluster.power-state", "api.mode"],
  skip: unlessPrivateLink,
  evaluate: ({ managedCluster: cluster, privateEndpoint: endpoint }): Outcome<EndpointThereFact> =>
    endpoint === null
      ? fail(
          { is: "gone", from: cluster.nodeResourceGroup },
          { resourceId: cluster.id, fix: reconcile(cluster) },
        )
      : pass({ is: "exists", endpoint: endpoint.name }, [labelled("id", endpoint.id)]),
});

// pe.provisioning: an endpoint that is not provisioned may have an interface without a working route.

type Part = Readonly<{ of: Thing; seen: Columns; id: string; state: string }>;

type EndpointFact = Readonly<
  | { is: "failed"; of: Thing; state: string }
  | { is: "provisioned"; of: Thing }
  | { is: "interfaceUnlisted"; endpoint: string }
  | { is: "noInterface"; endpoint: string }
>;

type EndpointOutcome = Outcome<EndpointFact | NoEndpoint | SharedFact>;

function partState({ of, seen, id, state }: Part, cluster: ManagedCluster): EndpointOutcome {
  const more = { resourceId: id, evidence: [seen] };
  if (/^failed$/i.test(state)) return fail({ is: "failed", of, state }, { ...more, fix: reconcile(cluster) });
  return unsettled(of, state, more) ?? pass({ is: "provisioned", of }, more.evidence);
}

const peProvisioning = defineCheck({
  id: "pe.provisioning",
  severity: "high",
  scope: "cluster",
  impact: "cuts",
  source: "https://learn.microsoft.com/azure/private-link/troubleshoot-private-endpoint-connectivity",
  needs: ["managedCluster", "privateEndpoint"],
  looksAt: ["privateEndpointNic"],
  after: ["pe.exists"],
  skip: unlessPrivateLink,
  evaluate: ({
    managedCluster: cluster,
    privateEndpoint: endpoint,
    privateEndpointNic: nic,
  }): EndpointOutcome => {
    if (endpoint === null) return notApplicable({ is: "noEndpoint" });
    const { id, name, provisioningState: state, networkInterfaceIds } = endpoint;
    const own = partState(
      { of: thing("endpoint", name), seen: labelled("privateEndpoint", name, state), id, state },
      cluster,
    );
    if (networkInterfaceIds === undefined)
      return combine([own, notAssessed({ is: "interfaceUnlisted", endpoint: name })], true);
    if (nic.status === "unavailable" && networkInterfaceIds.length > 0)
      return combine([own, unread(nic)], true);
    const found = dataOf(nic) ?? null;
    if (found === null || networkInterfaceIds.length === 0)
      return fail({ is: "noInterface", endpoint: name }, { resourceId: id, fix: reconcile(cluster) });
    const part = {
      ...{ of: thing("endpointInterface", name), id: found.id, state: found.provisioningState },
      seen: labelled("interface", nameOf(found.id), found.provisioningState),
    };
    return combine([own, partState(part, cluster)], true);
  },
});

// pe.ip: the address that DNS, security groups and routes are compared with.

type EndpointAddressFact = Readonly<
  | { is: "noAddress"; endpoint: string }
  /** Than the endpoint itself says. */
  | { is: "otherAddress"; address: string; said: readonly string[] }
  | { is: "outsideSubnet"; address: string; subnet: string }
  | { is: "known"; address: string }
>;

const peIp = defineCheck({
  id: "pe.ip",
  severity: "critical",
  scope: "cluster",
  impact: "cuts",
  source: "https://learn.microsoft.com/azure/private-link/private-endpoint-overview",
  needs: ["managedCluster", "privateEndpoint"],
  looksAt: ["privateEndpointNic", "clusterNetwork"],
  after: ["pe.exists", "pe.provisioning"],
  skip: unlessPrivateLink,
  evaluate: ({
    managedCluster: cluster,
    privateEndpoint: endpoint,
    privateEndpointNic: nic,
    clusterNetwork,
  }): Outcome<EndpointAddressFact | NoEndpoint | SharedFact> => {
    if (endpoint === null) return notApplicable({ is: "noEndpoint" });
    const sources = {
      privateEndpoint: { status: "collected", data: endpoint },
      privateEndpointNic: nic,
    } as const;
    const address = endpointAddressOf(sources);
    const more = { resourceId: endpoint.id, fix: reconcile(cluster) };
    if (address.status === "unknown")
      return nic.status === "unavailable"
        ? unread(nic)
        : fail({ is: "noAddress", endpoint: endpoint.name }, more);
    const { ip } = address;
    const subnet =
      clusterNetwork.status === "collected" ? subnetById(clusterNetwork.data, endpoint.subnetId) : undefined;
    const evidence = [
      labelled("address", { is: "addressFrom", address: ip, from: address.from }),
      labelled("subnet", subnet?.addressPrefixes.join(", ") ?? { is: "notRead" }),
    ];
    const said = endpoint.customDnsConfigs.flatMap(({ ipAddresses }) => ipAddresses);
    if (said.length > 0 && !said.includes(ip))
      return fail({ is: "otherAddress", address: ip, said }, { ...more, evidence });
    return subnet !== undefined &&
      subnet.addressPrefixes.length > 0 &&
      coverage(subnet.addressPrefixes, ip) === "no"
      ? fail({ is: "outsideSubnet", address: ip, subnet: subnet.name }, { ...more, evidence })
      : pass({ is: "known", address: ip }, evidence);
  },
});

// pe.subnet-policy: security groups and route tables act on an endpoint only when its subnet turns policies on.

/** What of its subnet acts on the endpoint. */
type Acting = "neither" | "both" | "groups" | "routes";

type SubnetPolicyFact = Readonly<{ is: "acts"; what: Acting } | { is: "subnetElsewhere"; network: string }>;

const meanings: Readonly<Record<string, Acting>> = {
  disabled: "neither",
  enabled: "both",
  networksecuritygroupenabled: "groups",
  routetableenabled: "routes",
};

const peSubnetPolicy = defineCheck({
  id: "pe.subnet-policy",
  severity: "medium",
  scope: "cluster",
  impact: "cuts",
  source: "https://learn.microsoft.com/azure/private-link/disable-private-endpoint-network-policy",
  needs: ["privateEndpoint", "clusterNetwork"],
  after: ["pe.exists"],
  skip: unlessPrivateLink,
  evaluate: ({
    privateEndpoint: endpoint,
    clusterNetwork,
  }): Outcome<SubnetPolicyFact | NoEndpoint | SharedFact> => {
    if (endpoint === null) return notApplicable({ is: "noEndpoint" });
    const subnet = subnetById(clusterNetwork, endpoint.subnetId);
    if (subnet === undefined) return notAssessed({ is: "subnetElsewhere", network: clusterNetwork.name });
    // Azure's own default for a subnet that says nothing.
    const setting = subnet.privateEndpointNetworkPolicies ?? "Disabled";
    const evidence = [columns(subnet.name, "privateEndpointNetworkPolicies", setting)];
    const what = lookUp(meanings, setting.toLowerCase());
    return what === undefined
      ? strangeWord(thing("endpointsSubnet", subnet.name), "networkPolicy", setting)
      : pass({ is: "acts", what }, evidence);
  },
});

export const peChecks = [
  peExists,
  peConnectionApproved,
  peProvisioning,
  peIp,
  peSubnetPolicy,
  peExtraEndpoint,
] as const;
