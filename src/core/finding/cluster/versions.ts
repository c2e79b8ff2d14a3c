// Until when AKS supports a minor version of Kubernetes: Azure Resource Manager does not say, so the calendar is kept here.
// https://learn.microsoft.com/azure/aks/supported-kubernetes-versions

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
import { defineCheck } from "../kit/define-check.ts";

/** Minor versions as numbers: 34 is 1.34. */
type Release = Readonly<{ minor: number; ends: string; longTermEnds: string }>;

/** ISO 8601 dates; where AKS gives a month, its last day. */
const releases: readonly Release[] = [
  { minor: 29, ends: "2025-03-31", longTermEnds: "2026-04-30" },
  { minor: 30, ends: "2025-08-22", longTermEnds: "2026-07-31" },
  { minor: 31, ends: "2025-11-01", longTermEnds: "2026-11-30" },
  { minor: 32, ends: "2026-03-31", longTermEnds: "2027-03-31" },
  { minor: 33, ends: "2026-07-31", longTermEnds: "2027-07-31" },
  { minor: 34, ends: "2026-11-30", longTermEnds: "2027-11-30" },
  { minor: 35, ends: "2027-03-31", longTermEnds: "2028-03-31" },
  { minor: 36, ends: "2027-06-30", longTermEnds: "2028-06-30" },
  { minor: 37, ends: "2027-10-31", longTermEnds: "2028-10-31" },
];

/** AKS moves dates, so from here on only what has ended for certain is told. */
const calendarGoodUntil = "2027-06-30";

/** `ended`: before the calendar begins. `unknown`: newer than the calendar, or no version at all. */
type Support = Readonly<
  { is: "until"; date: string; longTermEnds: string } | { is: "ended" } | { is: "unknown" }
>;

/** 34 for `1.34.5`; null for what is no version of Kubernetes 1. */
export function minorOf(version: string): number | null {
  const minor = /^v?1\.(\d+)(?:\.|$)/.exec(version)?.[1];
  return minor === undefined ? null : Number(minor);
}

export function supportOf(version: string, isLongTerm: boolean): Support {
  const minor = minorOf(version);
  if (minor === null) return { is: "unknown" };
  const release = releases.find((each) => each.minor === minor);
  if (release !== undefined) {
    const { ends, longTermEnds } = release;
    return { is: "until", date: isLongTerm ? longTermEnds : ends, longTermEnds };
  }
  return releases.some((each) => each.minor < minor) ? { is: "unknown" } : { is: "ended" };
}

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

const dayMs = 24 * 60 * 60_000;
/** In which an upgrade can still be planned. */
const soonMs = 90 * dayMs;

/** The first moment after a day. */
const endOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) + dayMs;

const hasLongTerm = ({ supportPlan = "" }: ManagedCluster): boolean =>
  /^AKSLongTermSupport$/i.test(supportPlan);

function supportAt(cluster: ManagedCluster, version: string, takenAt: string): Outcome<SupportFact> {
  const now = Date.parse(takenAt);
  const isLongTerm = hasLongTerm(cluster);
  const support = supportOf(version, isLongTerm);
  const more = { resourceId: cluster.id, evidence: [labelled("version", version)] };
  if (support.is === "ended") return advise({ is: "endedLongAgo", version }, more);
  if (support.is === "unknown") return notAssessed({ is: "unknownVersion", version });
  const { date, longTermEnds } = support;
  const longTerm = !isLongTerm && endOf(longTermEnds) > now ? longTermEnds : null;
  if (endOf(date) <= now) return advise({ is: "ended", version, since: date, longTerm }, more);
  if (endOf(calendarGoodUntil) <= now)
    return notAssessed({ is: "calendarOld", version, calendarUntil: calendarGoodUntil });
  return endOf(date) - now <= soonMs
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
const lastRotation = (clusterId: string, changes: readonly ResourceChange[]): string | null =>
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
