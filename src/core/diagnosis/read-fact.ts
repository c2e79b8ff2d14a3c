// Facts of a cluster that people ask for: each is one entry, read from what a diagnosis reads anyway.

import { signInLine, toEntra } from "../access/steps.ts";
import { withoutRanges } from "../finding/api/authorized-ranges.ts";
import { nextWindow } from "../finding/cluster/maintenance-window.ts";
import { lastRotation } from "../finding/cluster/versions.ts";
import { atCluster } from "../fix/cluster.ts";
import { az, azIn } from "../fix/write/az.ts";
import { apiAddressOf, apiFqdnOf, isPrivate, zoneModeOf } from "../network/address/api-server.ts";
import { egressOf, outboundTypeOf } from "../network/route/egress.ts";
import { operationWord } from "../outcome/operation.ts";
import { type AgentPool, type ManagedCluster, provisionsNodes } from "../snapshot/cluster.ts";
import { nameOf, sameId } from "../snapshot/resource-id.ts";
import type { ClusterSnapshot, ResourceChange } from "../snapshot/snapshot.ts";
import { minorOf, supportNow } from "../snapshot/support-calendar.ts";
import type { Diagnosis, Question } from "./diagnosis.ts";
import type { ClusterFact, ClusterFacts, FactId, PoolSaid } from "./fact.ts";

type From = Readonly<{ cluster: ManagedCluster; snapshot: ClusterSnapshot; found: Diagnosis }>;
type Reader<Of extends FactId> = (from: From) => ClusterFacts[Of];

const azOf = (cluster: ManagedCluster, command: string, ...argv: readonly string[]): string =>
  azIn(atCluster(cluster), command, "--name", cluster.name, ...argv);

const azShow = (cluster: ManagedCluster, query: string): string =>
  azOf(cluster, "aks show", "--query", query);

function versionOf({ cluster, snapshot: { takenAt } }: From): ClusterFacts["version"] {
  const { kubernetesVersion: version } = cluster;
  if (version === undefined) return { is: "unsaid", az: azShow(cluster, "currentKubernetesVersion") };
  const behind = cluster.agentPools.flatMap(({ name: pool, kubernetesVersion: own = version }) =>
    minorOf(own) === minorOf(version) ? [] : [{ pool, version: own }],
  );
  const support = supportNow(cluster, version, takenAt);
  switch (support.is) {
    case "until":
      return { is: "supported", version, until: support.date, behind };
    case "ended":
      return { is: "ended", version, since: support.date, longTerm: support.longTerm, behind };
    case "unknown":
      return { is: "supportUnknown", version, behind };
  }
}

/** `none` is as if there were none. */
const channelOf = (channel = "none"): string | null => (/^none$/i.test(channel) ? null : channel);

function upgradesOf({ cluster, snapshot: { takenAt } }: From): ClusterFacts["upgrades"] {
  const { kubernetesVersion: version = null } = cluster;
  const support = version === null ? null : supportNow(cluster, version, takenAt);
  const isDated = support !== null && support.is !== "unknown" && support.date !== null;
  return {
    ...{ is: "from", version, channel: channelOf(cluster.upgradeChannel) },
    support: isDated ? { is: support.is, date: support.date } : null,
    az: azOf(cluster, "aks get-upgrades", "--output", "table"),
  };
}

/** Of the cluster itself or of one of its pools. */
const upgrades = /\/managedClusters(?:\/agentPools)?\/(?:write|upgradeNodeImageVersion\/(?:write|action))$/i;

const isOfCluster = (id: string, { resourceId }: ResourceChange): boolean =>
  sameId(resourceId, id) || resourceId.toLowerCase().startsWith(`${id.toLowerCase()}/`);

function autoUpgradeOf({ cluster, snapshot: { recentChanges } }: From): ClusterFacts["autoUpgrade"] {
  const { agentPools, id } = cluster;
  const last = recentChanges.items.find((each) => upgrades.test(each.operation) && isOfCluster(id, each));
  const channels = {
    running: operationWord(cluster),
    channel: channelOf(cluster.upgradeChannel),
    nodeChannel: channelOf(cluster.nodeUpgradeChannel),
    images: agentPools.flatMap(({ name: pool, nodeImage: image }) => (image ? [{ pool, image }] : [])),
  };
  return last === undefined
    ? { is: "notUpgraded", ...channels, isLogRead: recentChanges.missing.length === 0 }
    : { is: "upgraded", ...channels, last, lastAt: last.time };
}

function egressFact({ cluster, snapshot }: From): ClusterFacts["egress"] {
  const { outboundType: type = "loadBalancer" } = cluster;
  if (outboundTypeOf(cluster) === "isolated") return { is: "isolated", type };
  const { clusterNetwork } = snapshot;
  if (clusterNetwork.status === "unavailable") {
    const why = clusterNetwork.message;
    return { is: "addresses", type, ips: [], by: [], why, az: azShow(cluster, "networkProfile") };
  }
  const { addresses, unknown } = egressOf(cluster, { ...snapshot, clusterNetwork: clusterNetwork.data });
  return {
    ...{ is: "addresses", type, ips: addresses.map(({ ip }) => ip) },
    by: [...new Set(addresses.map(({ by }) => by))],
    why: unknown[0]?.message ?? null,
    az: azShow(cluster, "networkProfile"),
  };
}

function addressOf({ cluster, snapshot }: From): string | null {
  const address = apiAddressOf(cluster, snapshot);
  return address.status === "known" ? address.ip : null;
}

function apiServerOf(from: From): ClusterFacts["apiServer"] {
  const { cluster } = from;
  const name = apiFqdnOf(cluster) ?? null;
  if (!isPrivate(cluster))
    return { is: "public", name, ranges: cluster.apiServerAccess.authorizedIpRanges.length };
  const { fqdn: publicName = null } = cluster;
  const address = addressOf(from);
  return { is: "private", name, publicName: publicName === name ? null : publicName, address };
}

function nameOfApi(from: From): ClusterFacts["nameLeadsTo"] {
  const { cluster, snapshot } = from;
  if (!isPrivate(cluster)) return { is: "public" };
  const { privateDnsLinks: links } = snapshot;
  const networks =
    links.status === "unavailable"
      ? null
      : links.data.map(({ virtualNetworkId }) => nameOf(virtualNetworkId));
  return { is: "private", address: addressOf(from), networks };
}

const kubeconfigOf = ({ cluster }: From): ClusterFacts["kubeconfig"] => ({
  ...{ is: "lines", signIn: signInLine(cluster), convert: toEntra(cluster) },
  az: azOf(cluster, "aks get-credentials", "--overwrite-existing"),
  local: !cluster.disableLocalAccounts,
});

const withoutEntra = ({ cluster }: From): ClusterFacts["withoutEntra"] =>
  cluster.disableLocalAccounts
    ? { is: "nothing" }
    : { is: "local", az: azOf(cluster, "aks get-credentials", "--admin") };

/** More of them nobody reads on a card. */
const mostRanges = 20;

function rangesOf({ cluster }: From): ClusterFacts["ranges"] {
  const line = (ranges: string): string =>
    azOf(cluster, "aks update", "--api-server-authorized-ip-ranges", ranges);
  switch (withoutRanges(cluster)?.is) {
    case "withoutEffect":
      return { is: "private" };
    case "openToAll":
      return { is: "open", az: line("RANGES") };
    case undefined: {
      const { authorizedIpRanges: ranges } = cluster.apiServerAccess;
      return {
        ...{ is: "listed", ranges: ranges.slice(0, mostRanges), az: line("RANGES") },
        more: Math.max(0, ranges.length - mostRanges),
      };
    }
  }
}

function zoneOf({
  cluster,
  snapshot: { privateDnsZone: zone, privateDnsLinks: links },
}: From): ClusterFacts["dnsZone"] {
  if (!isPrivate(cluster)) return { is: "public" };
  if (zoneModeOf(cluster) === "none") return { is: "none" };
  const line = az(cluster.subscriptionId, "network private-dns zone list", "--query", "[].id");
  if (zone.status === "unavailable") return { is: "unread", why: zone.message, az: line };
  if (zone.data === null) return { is: "missing" };
  if (links.status === "unavailable") return { is: "unread", why: links.message, az: line };
  const networks = links.data.map(({ virtualNetworkId }) => nameOf(virtualNetworkId));
  return { is: "linked", zone: zone.data.name, networks };
}

function poolOf(pool: AgentPool): PoolSaid {
  const { name, mode, count = null, minCount, maxCount = null, enableAutoScaling, powerState } = pool;
  const isScaled = enableAutoScaling === true;
  return {
    ...{ pool: name, mode, count },
    least: minCount ?? 0,
    most: isScaled ? maxCount : null,
    isAtMost: isScaled && count !== null && maxCount !== null && count >= maxCount,
    isStopped: /^stopped$/i.test(powerState),
  };
}

const poolsOf = ({ cluster }: From): ClusterFacts["nodePools"] =>
  cluster.agentPools.length === 0 && provisionsNodes(cluster)
    ? { is: "automatic" }
    : { is: "pools", pools: cluster.agentPools.map(poolOf) };

function powerOf({ cluster: { powerState: power, provisioningState: state } }: From): ClusterFacts["power"] {
  const isSettled = /^succeeded$/i.test(state);
  if (/^stopped$/i.test(power) && isSettled) return { is: "stopped" };
  return /^running$/i.test(power) && isSettled ? { is: "running" } : { is: "other", power, state };
}

function certificatesOf({ cluster, snapshot: { recentChanges } }: From): ClusterFacts["clusterCertificates"] {
  const { id, identity, createdAt = null } = cluster;
  const name = apiFqdnOf(cluster) ?? "FQDN";
  return {
    ...{ is: "notSaid", createdAt, rotatedAt: lastRotation(id, recentChanges.items) },
    // From where the API server can be reached.
    az: `openssl s_client -connect ${name}:443 </dev/null 2>/dev/null | openssl x509 -noout -enddate`,
    secret:
      identity?.kind === "servicePrincipal"
        ? `az ad app credential list --id ${identity.clientId} --query "[].endDateTime"`
        : null,
  };
}

function maintenanceOf({ cluster, snapshot: { maintenance, takenAt } }: From): ClusterFacts["maintenance"] {
  const line = azIn(atCluster(cluster), "aks maintenanceconfiguration list", "--cluster-name", cluster.name);
  const [missing] = maintenance.missing;
  if (missing !== undefined) return { is: "unread", why: missing.message, az: line };
  const now = Date.parse(takenAt);
  const windows = maintenance.items.map((each) => ({ window: each.name, ...nextWindow(each, now) }));
  const coming = windows
    .flatMap((each) => (each.is === "next" ? [each] : []))
    .toSorted((one, other) => one.from.localeCompare(other.from));
  const [next, ...others] = coming;
  const open = windows.find((each) => each.is === "open");
  if (open?.is === "open") return { ...open, next: next?.from ?? null };
  if (next !== undefined) return { ...next, more: others.length };
  return { is: windows.length === 0 ? "none" : "unknown", az: line };
}

/** By whom what was found hurts. */
function everybodyOf({ found: { impact, verdict } }: From): ClusterFacts["everybody"] {
  switch (impact?.on) {
    case "apiServer":
      return { is: "all" };
    case "people":
      return { is: impact.everyone ? "all" : "some" };
    case "requester":
      return { is: "you" };
    case "nodes":
    case "pods":
    case "operations":
      return { is: "cluster" };
    case undefined:
      return { is: verdict === "healthy" ? "nobody" : "unknown" };
  }
}

const readers: { readonly [Of in FactId]: Reader<Of> } = {
  version: versionOf,
  upgrades: upgradesOf,
  autoUpgrade: autoUpgradeOf,
  egress: egressFact,
  apiServer: apiServerOf,
  ranges: rangesOf,
  dnsZone: zoneOf,
  nodePools: poolsOf,
  power: powerOf,
  clusterCertificates: certificatesOf,
  maintenance: maintenanceOf,
  everybody: everybodyOf,
  nameLeadsTo: nameOfApi,
  kubeconfig: kubeconfigOf,
  runCommand: ({ cluster }) => ({ is: cluster.apiServerAccess.disableRunCommand ? "off" : "on" }),
  withoutEntra,
};

export const factIds = Object.keys(readers) as readonly FactId[];

/** Why nobody looked inside where nobody was to. */
export const whyLeftOut = (question: Question | undefined): "leftOut" | "notNeeded" =>
  question !== undefined && isFact(question) ? "notNeeded" : "leftOut";

export const isFact = (asked: string): asked is FactId => Object.hasOwn(readers, asked);

/** Null where the cluster itself could not be read: the diagnosis says why. */
export function factOf(of: FactId, snapshot: ClusterSnapshot, found: Diagnosis): ClusterFact | null {
  if (snapshot.managedCluster.status !== "collected") return null;
  const cluster = snapshot.managedCluster.data;
  const read: (from: From) => ClusterFacts[FactId] = readers[of];
  return { of, cluster: cluster.name, ...read({ cluster, snapshot, found }) } as ClusterFact;
}
