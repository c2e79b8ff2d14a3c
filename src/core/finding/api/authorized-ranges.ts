// The addresses that may reach a public API server, and how some are added to them.
import { askedClusterOf } from "../../client/asked-cluster.ts";
import { isLetIn } from "../../client/client-test-result.ts";
import { judgeTest } from "../../client/judge.ts";
import { readClientTest } from "../../client/read-client-test.ts";
import { aksFix, atCluster } from "../../fix/cluster.ts";
import type { Fix } from "../../fix/write/fix.ts";
import type { FixRisk } from "../../fix/write/risk.ts";
import { apiModeOf } from "../../network/address/api-server.ts";
import {
  type Cidr,
  coverage,
  coverageOfParts,
  disjoint,
  isPrivateAddress,
  parseCidr,
  parseIpv4,
  textOf,
} from "../../network/address/cidr.ts";
import {
  addressesOf,
  type Egress,
  type EgressAddress,
  egressOf,
  isIsolated,
  outboundTypeOf,
} from "../../network/route/egress.ts";
import { hopSections } from "../../network/route/next-hop.ts";
import {
  fail,
  notApplicable,
  notAssessed,
  type Outcome,
  pass,
  type SharedFact,
  unread,
  warn,
} from "../../outcome/check.ts";
import { type Columns, columns, labelled } from "../../outcome/columns.ts";
import { strangeWord, thing } from "../../outcome/state-word.ts";
import type { ManagedCluster } from "../../snapshot/cluster.ts";
import { type ClusterSnapshot, seenNow } from "../../snapshot/snapshot.ts";
import { defineCheck } from "../kit/define-check.ts";

type RangesSkip = Readonly<{ is: "withoutEffect" } | { is: "openToAll" }>;

/** AKS takes no more than this. */
const mostRanges = 200;

/** `0.0.0.0/32` lets in nobody but the nodes; az takes no other entry beside it. */
export const isNobody = (range: Cidr): boolean => textOf(range) === "0.0.0.0/32";

/** As az takes them: IPv4 ranges without host bits, none twice and none inside another. */
function rangesForAz(entries: readonly string[]): readonly string[] {
  const ranges = entries.flatMap((entry) => parseCidr(entry) ?? []).filter((range) => !isNobody(range));
  return disjoint(ranges).map(textOf);
}

/** The flag replaces the list, so every present entry is sent again; null where that is more than AKS takes. */
export function authorize(cluster: ManagedCluster, addresses: readonly string[], risk: FixRisk): Fix | null {
  const ranges = rangesForAz([...cluster.apiServerAccess.authorizedIpRanges, ...addresses]);
  return ranges.length > mostRanges
    ? null
    : aksFix(cluster, { kind: "authorizeRanges", at: atCluster(cluster), ranges, adds: addresses }, risk);
}

/** Why the cluster's ranges decide nothing, or null. */
export function withoutRanges(cluster: ManagedCluster): RangesSkip | null {
  const mode = apiModeOf(cluster);
  if (mode === "private-link" || mode === "vnet-private") return { is: "withoutEffect" };
  return cluster.apiServerAccess.authorizedIpRanges.length === 0 ? { is: "openToAll" } : null;
}

// The public addresses that AKS lets in by itself, beside the authorized ranges: those of the cluster's own load balancer.
// https://learn.microsoft.com/azure/aks/api-server-authorized-ip-ranges

/** A Standard one's always; `0.0.0.0/32` stands for them alone. */
const letsBalancerIn = ({ network, apiServerAccess }: ManagedCluster): boolean =>
  /^standard$/i.test(network.loadBalancerSku ?? "") ||
  apiServerAccess.authorizedIpRanges.includes("0.0.0.0/32");

/** `isWhole`: there are no others. An address may be the range of a prefix. */
export type OwnOutbound = Readonly<{ ips: readonly string[]; isWhole: boolean; unread: Egress["unknown"] }>;

export function ownOutboundOf(
  cluster: ManagedCluster,
  sources: Pick<ClusterSnapshot, "publicIpAddresses">,
): OwnOutbound {
  if (outboundTypeOf(cluster) !== "loadBalancer" || !letsBalancerIn(cluster))
    return { ips: [], isWhole: true, unread: [] };
  const ids = cluster.network.outboundIpIds;
  const { addresses, unknown } = addressesOf(ids ?? [], "loadBalancer", sources);
  return {
    ips: addresses.map(({ ip }) => ip),
    isWhole: ids !== undefined && unknown.length === 0,
    unread: unknown,
  };
}

// A service tag stands for addresses that change from week to week: Azure lists them for a region, in megabytes.
// https://learn.microsoft.com/azure/aks/api-server-service-tags

type InTag = Readonly<{ tag: string; location: string }>;

export const isServiceTag = (entry: string): boolean => parseCidr(entry) === null;

/** AKS takes no more than one. */
const inTag = ({ location, apiServerAccess }: ManagedCluster): InTag => ({
  tag: apiServerAccess.authorizedIpRanges.find(isServiceTag) ?? "",
  location,
});

// api.authorized-ip-client: an address that is not authorized gets a timeout that looks like an outage.

/** `ip`: that the requester gave. */
type ClientRangesFact =
  | RangesSkip
  | Readonly<
      | { is: "addressUnsaid" }
      /** A test from where they are shows it, whatever their address is. */
      | { is: "letIn" }
      | { is: "notIpv4"; ip: string; cluster: string }
      | { is: "privateAddress"; ip: string; cluster: string }
      | { is: "authorized"; ip: string }
      | { is: "notAuthorized"; ip: string; cluster: string }
      | ({ is: "perhapsInTag"; ip: string } & InTag)
      /** Of the cluster itself, which AKS lets in. */
      | { is: "ownOutbound"; ip: string }
      | { is: "perhapsOwnOutbound"; ip: string }
    >;

const risk = { is: "apiOpenedToAddress" } as const;

const askForAddress = ({ name }: ManagedCluster, ip: string | undefined): Outcome<ClientRangesFact> => {
  if (ip === undefined) return notAssessed({ is: "addressUnsaid" });
  return notAssessed({ is: parseIpv4(ip) === null ? "notIpv4" : "privateAddress", ip, cluster: name });
};

function clientInRanges(
  cluster: ManagedCluster,
  ip: string | undefined,
  own: OwnOutbound,
): Outcome<ClientRangesFact> {
  const ranges = cluster.apiServerAccess.authorizedIpRanges;
  if (ip === undefined || parseIpv4(ip) === null || isPrivateAddress(ip)) return askForAddress(cluster, ip);
  const evidence = [labelled("client", ip), labelled("ranges", ranges.join(", "))];
  const inRanges = coverage(ranges, ip);
  if (inRanges !== "yes" && coverage(own.ips, ip) === "yes") return pass({ is: "ownOutbound", ip }, evidence);
  switch (inRanges) {
    case "yes":
      return pass({ is: "authorized", ip }, evidence);
    case "no":
      if (!own.isWhole)
        return notAssessed(
          { is: "perhapsOwnOutbound", ip },
          own.unread.flatMap(({ needs }) => needs),
        );
      return fail(
        { is: "notAuthorized", ip, cluster: cluster.name },
        { resourceId: cluster.id, evidence, fix: authorize(cluster, [ip], risk) },
      );
    case "undecidable":
      return notAssessed({ is: "perhapsInTag", ip, ...inTag(cluster) });
  }
}

/** Ranges refuse everything of an address that is not among them, so any answer shows that it is. */
function isShownToBeLetIn(cluster: ManagedCluster, symptom: string | undefined): boolean {
  const asked = symptom === undefined ? null : askedClusterOf(cluster, null);
  return symptom !== undefined && asked !== null && isLetIn(judgeTest(asked, readClientTest(symptom), ""));
}

export const apiAuthorizedIpClient = defineCheck({
  id: "api.authorized-ip-client",
  severity: "critical",
  scope: "cluster",
  impact: "cuts",
  shownBy: "clientAddress",
  pathPlace: { on: "public", thing: "ranges" },
  source:
    "https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/connectivity/client-ip-address-cannot-access-api-server",
  needs: ["managedCluster"],
  looksAt: ["publicIpAddresses"],
  after: ["cluster.power-state", "api.mode"],
  skip: withoutRanges,
  evaluate: ({ managedCluster, ...sources }, { client }): Outcome<ClientRangesFact> =>
    client.ip === undefined && isShownToBeLetIn(managedCluster, seenNow(client))
      ? pass({ is: "letIn" })
      : clientInRanges(managedCluster, client.ip, ownOutboundOf(managedCluster, sources)),
});

// api.authorized-ip-egress: nodes of a public cluster reach the API server from their own public addresses.

/** A public address that nodes leave by. */
type Exit = Pick<EgressAddress, "ip" | "by">;

type NodeRangesFact =
  | RangesSkip
  | Readonly<
      | { is: "inNetwork" }
      | { is: "noExit" }
      | { is: "exitUnknown" }
      | { is: "notAuthorized"; exits: readonly Exit[]; losesApi: boolean }
      | ({ is: "perhapsInTag"; exits: readonly Exit[] } & InTag)
      | { is: "authorized"; exits: readonly Exit[] }
    >;

const describe = ({ ip, name, by }: EgressAddress): Columns => columns({ is: "exit", by }, name, ip);

const exitsOf = (addresses: readonly EgressAddress[]): readonly Exit[] =>
  addresses.map(({ ip, by }) => ({ ip, by }));

function nodesInRanges(
  cluster: ManagedCluster,
  addresses: readonly EgressAddress[],
): Outcome<NodeRangesFact | SharedFact> {
  const ranges = cluster.apiServerAccess.authorizedIpRanges;
  const outside = addresses.filter(({ by }) => by !== "loadBalancer" || !letsBalancerIn(cluster));
  const missing = outside.filter(({ ip }) => coverageOfParts(ranges, ip) === "no");
  const open = outside.filter(({ ip }) => coverageOfParts(ranges, ip) === "undecidable");
  const evidence = [...addresses.map(describe), labelled("ranges", ranges.join(", "))];
  const more = {
    resourceId: cluster.id,
    evidence,
    fix: authorize(
      cluster,
      missing.map(({ ip }) => ip),
      { is: "apiOpenedToEgress" },
    ),
  };
  if (missing.some(({ by }) => by !== "loadBalancer"))
    return fail({ is: "notAuthorized", exits: exitsOf(missing), losesApi: true }, more);
  if (open.length > 0) return notAssessed({ is: "perhapsInTag", exits: exitsOf(open), ...inTag(cluster) });
  const { loadBalancerSku: sku = "basic" } = cluster.network;
  if (missing.length > 0 && !/^(basic|standard)$/i.test(sku))
    return strangeWord(thing("clusterBalancer"), "sku", sku);
  return missing.length > 0
    ? warn({ is: "notAuthorized", exits: exitsOf(missing), losesApi: false }, more)
    : pass({ is: "authorized", exits: exitsOf(addresses) }, evidence);
}

export const apiAuthorizedIpEgress = defineCheck({
  id: "api.authorized-ip-egress",
  severity: "critical",
  scope: "cluster",
  impact: "cuts",
  pathPlace: { on: "nodesPublic", thing: "ranges" },
  source: "https://learn.microsoft.com/azure/aks/api-server-authorized-ip-ranges",
  needs: ["managedCluster", "clusterNetwork"],
  looksAt: [...hopSections, "routeTables", "natGateways", "publicIpAddresses"],
  after: ["cluster.power-state", "api.mode", "egress.outbound-consistent"],
  skip: (cluster): NodeRangesFact | null =>
    cluster.apiServerAccess.enableVnetIntegration ? { is: "inNetwork" } : withoutRanges(cluster),
  evaluate: ({ managedCluster: cluster, ...sources }): Outcome<NodeRangesFact | SharedFact> => {
    if (isIsolated(cluster)) return notApplicable({ is: "noExit" });
    const { addresses, unknown } = egressOf(cluster, sources);
    const [gap] = unknown;
    if (addresses.length === 0 && gap === undefined) return notAssessed({ is: "exitUnknown" });
    const outcome = nodesInRanges(cluster, addresses);
    return outcome.status === "fail" || gap === undefined ? outcome : unread(gap);
  },
});
