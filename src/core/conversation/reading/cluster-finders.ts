// How a word of a line finds the clusters that it may name: by their whole names, by the policy file's other names, by unique
// beginnings, and with a slip of the fingers.

import { type Aliases, parseClusterName } from "../../cluster-name.ts";
import { foldCase } from "../../text/text.ts";
import type { ClusterSummary } from "../answer.ts";
import { isCommon } from "../plain-words/languages/languages.ts";
import type { Candidate } from "../plain-words/line-parts.ts";
import { isWorkload } from "../plain-words/named-object.ts";
import { findCluster } from "./find-cluster.ts";
import { namesBeginning, namesWithSlip } from "./meant-cluster.ts";

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
