// k8s.evicted-pods: pods that a node has put out, for what it or they had too little of.
import { advise, type Outcome, pass, warn } from "../../outcome/check.ts";
import { type Columns, columns } from "../../outcome/columns.ts";
import type { EvictedPod } from "../reads/model.ts";
import { defineFinding, type FirstNames, firstNames } from "./define-finding.ts";
import { fullName } from "./recent.ts";

/** `ownLimit`: it took more of the disk than it may. */
export type Lack = "memory" | "disk" | "inodes" | "processes" | "ownLimit" | "other";

/** `evicted`: within a day, `evictedBefore`: longer ago. */
export type EvictedFact = Readonly<
  { is: "none" } | ({ is: "evicted" } & Evicted) | ({ is: "evictedBefore" } & Evicted)
>;

type Evicted = Readonly<{ count: number; pods: FirstNames; lacks: readonly Lack[] }>;

const dayMs = 24 * 60 * 60_000;

const lacks: readonly (readonly [said: RegExp, lack: Lack])[] = [
  [/low on resource: memory/i, "memory"],
  [/low on resource: inodes/i, "inodes"],
  [/low on resource: pids/i, "processes"],
  [/low on resource: (?:ephemeral-storage|nodefs|imagefs)/i, "disk"],
  [/exceeds (?:the|its) .{0,60}limit|ephemeral local storage usage exceeds/i, "ownLimit"],
];

const lackOf = ({ said }: EvictedPod): Lack => lacks.find(([text]) => text.test(said))?.[1] ?? "other";

const lineOf = (pod: EvictedPod): Columns => columns(fullName(pod), pod.node);

const told = <Is extends EvictedFact["is"]>(is: Is, pods: readonly EvictedPod[]) => ({
  is,
  count: pods.length,
  pods: firstNames(pods.map(fullName)),
  lacks: [...new Set(pods.map(lackOf))],
});

export const evicted = defineFinding({
  id: "k8s.evicted-pods",
  severity: "medium",
  scope: "cluster",
  impact: "degrades",
  source: "https://kubernetes.io/docs/concepts/scheduling-eviction/node-pressure-eviction/",
  needs: ["evictedPods"],
  after: ["k8s.node-pressure", "k8s.nodes-ready"],
  evaluate: ({ evictedPods }, { now }): Outcome<EvictedFact> => {
    if (evictedPods.length === 0) return pass({ is: "none" });
    const lately = evictedPods.filter(({ at }) => at === null || now - at <= dayMs);
    return lately.length > 0
      ? warn(told("evicted", lately), { evidence: lately.slice(0, 10).map(lineOf) })
      : advise(told("evictedBefore", evictedPods), { evidence: evictedPods.slice(0, 10).map(lineOf) });
  },
});
