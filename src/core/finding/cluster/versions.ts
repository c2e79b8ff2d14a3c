// Which versions a cluster runs, how long AKS supports them, and how old its certificates and somebody's kubeconfig are.

import { aksFix, atCluster, fetchKubeconfig } from "../../fix/cluster.ts";
import { apiFqdnOf, apiLabel, apiNamesIn, apiPrefix } from "../../network/address/api-server.ts";
import {
  advise,
  fail,
  notApplicable,
  notAssessed,
  type Outcome,
  pass,
  type SharedFact,
  unread,
  warn,
} from "../../outcome/check.ts";
import { labelled } from "../../outcome/columns.ts";
import type { AgentPool, ManagedCluster } from "../../snapshot/cluster.ts";
import { sameId } from "../../snapshot/resource-id.ts";
import type { Listing, Unavailable } from "../../snapshot/section.ts";
import { type ResourceChange, seenNow } from "../../snapshot/snapshot.ts";
import { endOf, minorOf, supportNow } from "../../snapshot/support-calendar.ts";
import { defineCheck } from "../kit/define-check.ts";

// cluster.version-skew: nodes may be three minor versions behind the API server, and no more.

type PoolVersion = Readonly<{ pool: string; version: string }>;

type SkewFact = Readonly<
  | { is: "noPools" }
  | { is: "versionUnsaid" }
  | { is: "same"; version: string }
  /** So far that Azure refuses the next upgrade. */
  | { is: "tooFar"; pools: readonly PoolVersion[]; version: string; most: number }
  | { is: "behind"; pools: readonly PoolVersion[]; version: string }
>;

/** https://kubernetes.io/releases/version-skew-policy/#kubelet */
const most = 3;

/** Minor versions behind the API server; null where one of them is not said. */
function lagOf({ kubernetesVersion = "" }: AgentPool, server: number): number | null {
  const minor = minorOf(kubernetesVersion);
  return minor === null ? null : server - minor;
}

const named = ({ name: pool, kubernetesVersion: version = "" }: AgentPool): PoolVersion => ({
  pool,
  version,
});

/** AKS keeps its own in step with the API server, and may not say what they run. */
const isOfAks = ({ mode, kubernetesVersion }: AgentPool): boolean =>
  kubernetesVersion === undefined && /^managedsystem$/i.test(mode);

function skewOf({ id, kubernetesVersion: version = "", ...cluster }: ManagedCluster): Outcome<SkewFact> {
  const agentPools = cluster.agentPools.filter((pool) => !isOfAks(pool));
  if (agentPools.length === 0) return notApplicable({ is: "noPools" });
  const server = minorOf(version);
  if (server === null) return notAssessed({ is: "versionUnsaid" });
  const lags = agentPools.map((pool) => ({ pool, lag: lagOf(pool, server) }));
  const poolsWhere = (fits: (lag: number) => boolean): readonly PoolVersion[] =>
    lags.flatMap(({ pool, lag }) => (lag !== null && fits(lag) ? [named(pool)] : []));
  const evidence = [
    labelled("apiServer", version),
    ...agentPools.map((pool) => labelled("pool", pool.name, pool.kubernetesVersion ?? "")),
  ];
  const more = { resourceId: id, evidence };
  const far = poolsWhere((lag) => lag > most);
  if (far.length > 0) return warn({ is: "tooFar", pools: far, version, most }, more);
  if (lags.some(({ lag }) => lag === null)) return notAssessed({ is: "versionUnsaid" });
  const behind = poolsWhere((lag) => lag > 0);
  return behind.length > 0
    ? advise({ is: "behind", pools: behind, version }, more)
    : pass({ is: "same", version }, evidence);
}

export const clusterVersionSkew = defineCheck({
  id: "cluster.version-skew",
  severity: "high",
  scope: "cluster",
  impact: "cuts",
  source: "https://learn.microsoft.com/azure/aks/upgrade-aks-cluster",
  needs: ["managedCluster"],
  after: ["cluster.exists"],
  evaluate: ({ managedCluster }): Outcome<SkewFact> => skewOf(managedCluster),
});

// cluster.version-support: outside of support, operations on nodes may be refused, and nobody mends what breaks.

/** Dates are ISO 8601, the last day of support. */
type SupportFact = Readonly<
  | { is: "supported"; version: string; until: string }
  /** `longTerm`: until when long-term support would last, where the cluster does not have it. */
  | { is: "endsSoon"; version: string; until: string; longTerm: string | null }
  | { is: "ended"; version: string; since: string; longTerm: string | null }
  | { is: "endedLongAgo"; version: string }
  | { is: "unknownVersion"; version: string }
  | { is: "calendarOld"; version: string; calendarUntil: string }
  | { is: "versionUnsaid"; cluster: string }
>;

/** In which an upgrade can still be planned. */
const soonMs = 90 * 24 * 60 * 60_000;

function supportAt(cluster: ManagedCluster, version: string, takenAt: string): Outcome<SupportFact> {
  const support = supportNow(cluster, version, takenAt);
  const more = { resourceId: cluster.id, evidence: [labelled("version", version)] };
  if (support.is === "unknown") {
    const { calendarUntil } = support;
    return notAssessed(
      calendarUntil === null
        ? { is: "unknownVersion", version }
        : { is: "calendarOld", version, calendarUntil },
    );
  }
  const { date, longTerm } = support;
  if (date === null) return advise({ is: "endedLongAgo", version }, more);
  if (support.is === "ended") return advise({ is: "ended", version, since: date, longTerm }, more);
  return endOf(date) - Date.parse(takenAt) <= soonMs
    ? advise({ is: "endsSoon", version, until: date, longTerm }, more)
    : pass({ is: "supported", version, until: date }, more.evidence);
}

export const clusterVersionSupport = defineCheck({
  id: "cluster.version-support",
  severity: "medium",
  scope: "cluster",
  impact: "advises",
  source: "https://learn.microsoft.com/azure/aks/supported-kubernetes-versions",
  needs: ["managedCluster"],
  looksAt: ["takenAt"],
  after: ["cluster.exists"],
  evaluate: ({ managedCluster: cluster, takenAt }): Outcome<SupportFact> =>
    cluster.kubernetesVersion === undefined
      ? notAssessed({ is: "versionUnsaid", cluster: cluster.name })
      : supportAt(cluster, cluster.kubernetesVersion, takenAt),
});

// When the cluster's certificates were rotated last, as far as the activity log tells.

const rotates = /\/managedClusters\/rotateClusterCertificates\/action$/i;

/** ISO 8601; null where none is known. `changes` newest first. */
export const lastRotation = (clusterId: string, changes: readonly ResourceChange[]): string | null =>
  changes.find(({ resourceId, operation }) => rotates.test(operation) && sameId(resourceId, clusterId))
    ?.time ?? null;

/** The activity log of that resource group is what could not be read. */
const isLogOf = (resourceGroup: string, { message }: Unavailable): boolean =>
  "what" in message &&
  typeof message.what === "object" &&
  message.what.kind === "activityLog" &&
  message.what.name.toLowerCase() === resourceGroup.toLowerCase();

// cluster.api-certificate: certificates of clusters from before May 2019 last two years, unless somebody rotated them.

/** Times are ISO 8601. */
type CertificateFact = Readonly<
  | { is: "ageUnsaid" }
  | { is: "rotated"; at: string }
  | { is: "lasts"; createdAt: string }
  | { is: "old"; createdAt: string }
  | { is: "expired"; cluster: string; createdAt: string }
  /** Only the requester's text says so. */
  | { is: "saidExpired" }
>;

/** https://learn.microsoft.com/azure/aks/certificate-rotation */
const longLivedSince = Date.parse("2019-05-01T00:00:00Z");

const expired = /x509.{0,80}(?:has expired|is not yet valid)/is;

const rotate = (cluster: ManagedCluster) =>
  aksFix(cluster, { kind: "rotateCertificates", at: atCluster(cluster) }, { is: "certificatesRotated" });

export const clusterApiCertificate = defineCheck({
  id: "cluster.api-certificate",
  severity: "high",
  scope: "cluster",
  impact: "cuts",
  shownBy: "clientTest",
  pathPlace: { on: "apiServer", thing: "apiServer" },
  source: "https://learn.microsoft.com/azure/aks/certificate-rotation",
  needs: ["managedCluster"],
  looksAt: ["recentChanges"],
  after: ["cluster.power-state"],
  evaluate: ({ managedCluster: cluster, recentChanges }, { client }): Outcome<CertificateFact> => {
    const { id, name, createdAt = "" } = cluster;
    const isSaid = expired.test(seenNow(client) ?? "");
    const at = lastRotation(id, recentChanges.items);
    if (at !== null && !isSaid) return pass({ is: "rotated", at });
    const isOld = Date.parse(createdAt) < longLivedSince;
    const more = { resourceId: id, evidence: [labelled("createdAt", createdAt)] };
    if (isSaid && isOld && at === null)
      return fail({ is: "expired", cluster: name, createdAt }, { ...more, fix: rotate(cluster) });
    if (isSaid) return advise({ is: "saidExpired" }, more);
    if (isOld) return advise({ is: "old", createdAt }, more);
    return createdAt === "" ? notApplicable({ is: "ageUnsaid" }) : pass({ is: "lasts", createdAt });
  },
});

// cluster.credential-stale: a kubeconfig outlives the certificates, and the cluster, that it was made for.

// The name of an API server that an error text is about.

const lower = (name: string): string => name.toLowerCase();

/**
 * The first name in the text that is none of the cluster's own, and begins like them: of an API server that the cluster had
 * before it was made anew. Null where the text names none, and where Azure does not say what the cluster's name is.
 */
export function formerName(
  text: string,
  { fqdn, privateFqdn, portalFqdn }: Pick<ManagedCluster, "fqdn" | "privateFqdn" | "portalFqdn">,
): string | null {
  const own = [fqdn, privateFqdn, portalFqdn].flatMap((name) => name ?? []).map(lower);
  const asked = apiNamesIn(text);
  if (own.length === 0 || asked.some((name) => own.includes(name))) return null;
  return asked.find((name) => own.some((each) => isAlike(each, name))) ?? null;
}

/** The same label is the same API server by another of its names, which may be switched off. */
const isAlike = (one: string, other: string): boolean =>
  apiLabel(one) !== apiLabel(other) && apiPrefix(one) === apiPrefix(other);

type CredentialFact = Readonly<
  | { is: "nothingSaid" }
  | { is: "sameName"; name: string }
  /** The text names an API server that this cluster does not have. */
  | { is: "formerServer"; cluster: string; asked: string; now: string }
  | { is: "rotatedSince"; cluster: string; at: string }
  /** So something on the way may open TLS, or the kubeconfig is older still. */
  | { is: "notRotated" }
>;

const unknownAuthority = /unknown authority/i;
/** What kubectl says of a name that is no longer there, or that leads elsewhere. */
const namesServer = /no such host|NXDOMAIN|could not resolve|name or service not known|x509/i;

/** A rotation that the log would tell of makes the difference, so a log that was not read leaves it open. */
function sinceRotation(
  cluster: ManagedCluster,
  { items, missing }: Listing<ResourceChange>,
): Outcome<CredentialFact | SharedFact> {
  const { id, name, resourceGroup } = cluster;
  const at = lastRotation(id, items);
  const unseen = missing.find((each) => isLogOf(resourceGroup, each));
  if (at !== null)
    return fail({ is: "rotatedSince", cluster: name, at }, { resourceId: id, fix: fetchKubeconfig(cluster) });
  return unseen === undefined ? notApplicable({ is: "notRotated" }) : unread(unseen);
}

export const clusterCredentialStale = defineCheck({
  id: "cluster.credential-stale",
  severity: "high",
  scope: "requester",
  impact: "degrades",
  requesterIssue: "kubeconfig",
  shownBy: "clientTest",
  source: "https://learn.microsoft.com/azure/aks/certificate-rotation",
  needs: ["managedCluster"],
  looksAt: ["recentChanges"],
  after: ["cluster.power-state"],
  evaluate: (
    { managedCluster: cluster, recentChanges },
    { client },
  ): Outcome<CredentialFact | SharedFact> => {
    const text = seenNow(client) ?? "";
    const { id, name } = cluster;
    const now = apiFqdnOf(cluster) ?? "";
    const more = { resourceId: id, fix: fetchKubeconfig(cluster) };
    const asked = namesServer.test(text) ? formerName(text, cluster) : null;
    if (asked !== null && now !== "") return fail({ is: "formerServer", cluster: name, asked, now }, more);
    if (unknownAuthority.test(text)) return sinceRotation(cluster, recentChanges);
    const isNamed = now !== "" && text.toLowerCase().includes(now.toLowerCase());
    return isNamed ? pass({ is: "sameName", name: now }) : notApplicable({ is: "nothingSaid" });
  },
});
