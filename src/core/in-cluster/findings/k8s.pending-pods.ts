// k8s.pending-pods: pods that find no node, or wait on it. Kubernetes says what is missing.
import { fail, type Outcome, pass, warn } from "../../outcome/check.ts";
import type { Pod } from "../reads/model.ts";
import { defineFinding, type FirstNames, firstNames } from "./define-finding.ts";
import { fullName, isHeldUp, isImageTrouble, isPending, lacksConfig, podLines } from "./recent.ts";

export type Missing = "taint" | "cpu" | "memory" | "podSlots" | "affinity" | "volume" | "addresses" | "other";

export type PendingPodsFact = Readonly<
  | { is: "none" }
  | {
      is: "pending";
      count: number;
      pods: FirstNames;
      inSystem: number;
      missing: readonly Missing[];
    }
>;

/** Longer than a node takes to come, where the autoscaler makes one. */
const longMs = 5 * 60_000;

const missingBy: readonly (readonly [said: RegExp, missing: Missing])[] = [
  [/untolerated taint/i, "taint"],
  [/Insufficient cpu/i, "cpu"],
  [/Insufficient memory/i, "memory"],
  [/Too many pods|Insufficient pods/i, "podSlots"],
  [/node affinity|node selector|topology spread|anti-affinity/i, "affinity"],
  [/persistentvolumeclaim|volume node affinity|max volume count|attachable-volumes/i, "volume"],
  [/failed to allocate.{0,200}IP|no more IP|IP address exhaust/i, "addresses"],
];

const missingOf = ({ unplaced, said }: Pod): readonly Missing[] => {
  const text = [unplaced, ...said].join(" ");
  const found = missingBy.flatMap(([pattern, missing]) => (pattern.test(text) ? [missing] : []));
  return found.length > 0 ? found : ["other"];
};

/** For what no other finding tells of. */
const isWaiting = (pod: Pod): boolean =>
  (isPending(pod) && !isImageTrouble(pod) && !lacksConfig(pod)) || isHeldUp(pod);

export const pendingPods = defineFinding({
  id: "k8s.pending-pods",
  severity: "medium",
  scope: "cluster",
  impact: "degrades",
  source: "https://kubernetes.io/docs/tasks/debug/debug-application/debug-pods/",
  needs: ["pods"],
  after: [
    ...(["pool.subnet-ip-free", "k8s.nodes-ready", "k8s.node-cordoned", "k8s.autoscaler"] as const),
    ...(["pool.vm-instances", "k8s.webhook-backends"] as const),
  ],
  evaluate: ({ pods }, { now }): Outcome<PendingPodsFact> => {
    const pending = pods.filter((pod) => isWaiting(pod) && now - pod.created > longMs);
    if (pending.length === 0) return pass({ is: "none" });
    const inSystem = pending.filter(({ namespace }) => namespace === "kube-system").length;
    const missing = [...new Set(pending.flatMap(missingOf))];
    const which = firstNames(pending.map(fullName));
    const fact = { is: "pending" as const, count: pending.length, pods: which, inSystem, missing };
    const more = { evidence: podLines(pending) };
    return inSystem > 0 ? fail(fact, more) : warn(fact, more);
  },
});
