// From what somebody wrote for a cluster to the cluster.
import { type Aliases, parseClusterName } from "../../cluster-name.ts";
import { apiLabel, apiPrefix, chosenPrefixes, isApiName } from "../../network/address/api-server.ts";
import { nearest } from "../../text/nearest.ts";
import { foldCase } from "../../text/text.ts";
import type { ClusterSummary } from "../cluster-answer.ts";
import { meantByPaste } from "../grammar/parse-intent.ts";
import { isCommon } from "../plain-words/languages/languages.ts";
import { swaps } from "../plain-words/languages/slips.ts";
import type { Candidate } from "../plain-words/line-parts.ts";
import { isWorkload } from "../plain-words/named-object.ts";

/** The parts of an id that may be written. */
export type PartsOfId = Pick<ClusterSummary, "name" | "resourceGroup" | "subscriptionId" | "apiNames">;

export type FoundCluster<Cluster extends PartsOfId = ClusterSummary> = Readonly<
  | { found: Cluster }
  /** Several clusters answer to it; a longer form tells them apart. */
  | { ambiguous: readonly Cluster[] }
  /** None does; these have similar names, closest first, perhaps none. */
  | { unknown: readonly Cluster[] }
>;

const suggestions = 5;

/** `clusters` are those that the requester may see. Letter case does not count, as in Azure. */
export function findCluster<Cluster extends PartsOfId>(
  written: string,
  clusters: readonly Cluster[],
): FoundCluster<Cluster> {
  const wanted = parseClusterName(written.trim());
  const matches =
    wanted === null
      ? withApiName(written.trim(), clusters)
      : clusters.filter(
          (cluster) =>
            sameText(cluster.name, wanted.name) &&
            sameText(cluster.resourceGroup, wanted.resourceGroup ?? cluster.resourceGroup) &&
            sameText(cluster.subscriptionId, wanted.subscriptionId ?? cluster.subscriptionId),
        );
  const [first] = matches;
  if (first === undefined) {
    return { unknown: closest(wanted?.name ?? written, clusters) };
  }
  return matches.length === 1 ? { found: first } : { ambiguous: matches };
}

/** Those that have this name for their API server, else those that may have had it before they were made anew. */
function withApiName<Cluster extends PartsOfId>(
  written: string,
  clusters: readonly Cluster[],
): readonly Cluster[] {
  const own = clusters.filter(({ apiNames = [] }) => apiNames.some((name) => sameText(name, written)));
  if (own.length > 0 || !isApiName(written)) return own;
  const prefix = apiPrefix(written);
  return clusters.filter((cluster) =>
    [...chosenPrefixes(cluster), ...(cluster.apiNames ?? []).map(apiPrefix)].includes(prefix),
  );
}

function closest<Cluster extends PartsOfId>(
  wanted: string,
  clusters: readonly Cluster[],
): readonly Cluster[] {
  const names = [...new Set(clusters.map((cluster) => cluster.name))];
  const label = isApiName(wanted) ? lettersOf(apiLabel(wanted)) : "";
  const within = names.filter((name) => lettersOf(name).length > 3 && label.includes(lettersOf(name)));
  // `stage-k8s.privatelink…`: people call both by what they are for.
  const [stage = ""] = label === "" ? [] : apiLabel(wanted).split(/[-\d]/);
  const alike = stage === "" ? [] : names.filter((name) => foldCase(name).split(/[-\d]/)[0] === stage);
  return [...new Set([...within, ...alike, ...nearest(wanted, names, suggestions)])]
    .flatMap((name) => clusters.filter((cluster) => cluster.name === name))
    .slice(0, suggestions);
}

/** `stream-prod2-dns-4be1` is perhaps of `prod-2`. */
const lettersOf = (name: string): string => foldCase(name).replace(/[^a-z0-9]/g, "");

function sameText(a: string, b: string): boolean {
  return foldCase(a) === foldCase(b);
}

// From a name that was certainly written for a cluster to the cluster: its own name first, then another that the policy
// file gives it, then its unique beginning, then its name with two letters in the wrong order.

export function meantCluster(
  written: string,
  clusters: readonly ClusterSummary[],
  aliases: Aliases,
): FoundCluster {
  const own = findCluster(written, clusters);
  if (!("unknown" in own)) return own;
  const stands = aliases.get(foldCase(written.trim()));
  const other = stands === undefined ? own : findCluster(stands, clusters);
  if (!("unknown" in other)) return other;
  const name = parseClusterName(written.trim());
  const begun = name === null || name.resourceGroup !== undefined ? [] : namesLike(name.name, clusters);
  const [first, ...more] = begun;
  if (first === undefined) return own;
  return more.length === 0 ? { found: first } : { ambiguous: begun };
}

/** Without dashes, but those between digits: `prod1` is prod-1, and prod-11 is not prod-1-1. */
const squashed = (name: string): string => foldCase(name).replace(/(?<!\d)[-_]|[-_](?!\d)/g, "");

const shortestBeginning = 3;

const namesLike = (written: string, clusters: readonly ClusterSummary[]): readonly ClusterSummary[] => {
  const begun = namesBeginning(written, clusters);
  return begun.length > 0 ? begun : namesWithSlip(written, clusters);
};

/** Those that are called so but for a dash, else those that begin so. */
function namesBeginning(written: string, clusters: readonly ClusterSummary[]): readonly ClusterSummary[] {
  if (written.length < shortestBeginning) return [];
  const [wanted, begun] = [squashed(written), foldCase(written)];
  const same = clusters.filter(({ name }) => squashed(name) === wanted);
  return same.length > 0 ? same : clusters.filter(({ name }) => begins(foldCase(name), begun));
}

/** A number is whole: prod-1 is another cluster than prod-10, however alike they begin. */
const begins = (name: string, begun: string): boolean =>
  name.startsWith(begun) && !/\d\d/.test(name.slice(begun.length - 1, begun.length + 1));

const shortestWithSlip = 5;

/** Letters in the wrong order are a slip; another letter or digit may be another cluster. */
function namesWithSlip(written: string, clusters: readonly ClusterSummary[]): readonly ClusterSummary[] {
  if (written.length < shortestWithSlip || written.length > 63) return [];
  const near = swaps(foldCase(written)).filter((each) => sameDigits(each, written));
  const called = clusters.filter(({ name }) => near.includes(foldCase(name)));
  return called.length > 0
    ? called
    : clusters.filter(({ name }) => near.some((each) => begins(foldCase(name), each)));
}

/** prod-12 is not prod-21. */
const sameDigits = (one: string, other: string): boolean =>
  one.replace(/[a-z]/gi, "x") === other.replace(/[a-z]/gi, "x");

// From what was written for a cluster, in a line that may hold what a tool printed, to one that can be seen.

type NamedCluster = Readonly<
  | { is: "one"; cluster: ClusterSummary }
  /** `written`: what they all answer to; empty where the paste names each of them. */
  | {
      is: "several";
      clusters: readonly ClusterSummary[];
      by: "name" | "beginning" | "paste";
      written: string;
    }
  | { is: "none" }
>;

export function namedCluster(
  asked: string,
  written: string,
  clusters: readonly ClusterSummary[],
  aliases: Aliases,
): NamedCluster {
  const match = meantCluster(written, clusters, aliases);
  if ("ambiguous" in match) {
    const by = haveOneName(match.ambiguous) ? "name" : "beginning";
    return { is: "several", clusters: match.ambiguous, by, written };
  }
  const meant = "found" in match && !isApiName(written) ? [] : meantByPaste(asked);
  const several = withApiNames(meant, clusters);
  if (several.length > 1) return { is: "several", clusters: several, by: "paste", written: "" };
  const other = "found" in match ? match : findCluster(meant[0] ?? written, clusters);
  return "found" in other ? { is: "one", cluster: other.found } : { is: "none" };
}

const haveOneName = (clusters: readonly ClusterSummary[]): boolean =>
  new Set(clusters.map(({ name }) => foldCase(name))).size === 1;

/** Each once: an API server may have a public name beside its private one. */
const withApiNames = (names: readonly string[], clusters: readonly ClusterSummary[]) => [
  ...new Set(
    names.flatMap((name) => {
      const match = findCluster(name, clusters);
      return "found" in match ? [match.found] : [];
    }),
  ),
];

// How a word of a line finds the clusters that it may name: by their whole names, by the policy file's other names, by unique
// beginnings, and with a slip of the fingers.

export type Finder = (candidate: Candidate) => readonly ClusterSummary[];

/** What clusters are for, and are called by, rather than namespaces: `down to 0 in staging`. */
export const isStage = (written: string): boolean =>
  /^(?:prod(?:uction)?|stag(?:e|ing)|test|dev|uat|qa|live)$/i.test(written);

export type Finders = readonly [readonly ["name", Finder], ...(readonly ["beginning", Finder])[]];

export function findersOf(clusters: readonly ClusterSummary[], aliases: Aliases): Finders {
  const byName = Map.groupBy(clusters, ({ name }) => foldCase(name));
  const whole = (written: string): readonly ClusterSummary[] => {
    const name = parseClusterName(written)?.name;
    const match = findCluster(written, name === undefined ? clusters : (byName.get(foldCase(name)) ?? []));
    if ("unknown" in match) return [];
    return "found" in match ? [match.found] : match.ambiguous;
  };
  const other = ({ written }: Candidate) => whole(aliases.get(foldCase(written)) ?? "");
  return [
    ["name", ({ written }) => whole(written)],
    ["beginning", other],
    ["beginning", (candidate) => beginningWith(candidate, clusters)],
    ["beginning", ({ written, numbered }) => (numbered ? [] : namesWithSlip(written, clusters))],
  ];
}

function beginningWith(
  { written, led, numbered }: Candidate,
  clusters: readonly ClusterSummary[],
): readonly ClusterSummary[] {
  if (numbered) return [];
  return led === "no" && (isCommon(written) || isWorkload(written)) ? [] : namesBeginning(written, clusters);
}

/** `in staging and in prod-1`: one by what it is called, and one by its whole name. */
export const eachOf = ([whole, ...others]: Finders): Finders[number] => [
  whole[0],
  (candidate) => {
    const found = whole[1](candidate);
    const isOpen = found.length === 0 && isStage(candidate.written);
    return isOpen
      ? (others.map(([, find]) => find(candidate)).find(({ length }) => length > 0) ?? [])
      : found;
  },
];
