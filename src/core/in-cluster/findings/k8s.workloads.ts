// k8s.workloads: Deployments, StatefulSets and DaemonSets that lack pods, where no pod of theirs tells why. Those of
// kube-system have findings of their own.
import { type Outcome, pass, warn } from "../../outcome/check.ts";
import { type Columns, columns } from "../../outcome/columns.ts";
import type { ShortWorkload } from "../reads/model.ts";
import { defineFinding, type FirstNames, firstNames } from "./define-finding.ts";
import { fullName } from "./recent.ts";

/** `workloads`: each with how many of its pods are available, as `namespace/name 0/2`. `stuck`: whose rollout is. */
export type WorkloadsShortFact = Readonly<
  { is: "allThere" } | { is: "short"; count: number; workloads: FirstNames; stuck: FirstNames }
>;

/** Longer than most applications take to start, or to be replaced one by one. */
const longMs = 5 * 60_000;

/** A StatefulSet and a DaemonSet do not say since when: of those, one without any pod is told. */
function isShort(workload: ShortWorkload, now: number): boolean {
  const { wanted, available, isStuck, isUnavailable, unavailableSince, created } = workload;
  if (wanted === 0) return false;
  if (isStuck) return true;
  if (isUnavailable) return unavailableSince === null || now - unavailableSince > longMs;
  return workload.kind !== "Deployment" && available === 0 && now - created > longMs;
}

const counted = (workload: ShortWorkload): string =>
  `${fullName(workload)} ${workload.available}/${workload.wanted}`;

export const workloadsShort = defineFinding({
  id: "k8s.workloads",
  severity: "medium",
  scope: "cluster",
  impact: "degrades",
  source: "https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#failed-deployment",
  needs: ["workloads", "pods", "runningPods"],
  after: ["k8s.nodes-ready", "k8s.coredns", "k8s.webhook-backends"],
  evaluate: ({ workloads, pods, runningPods }, { now }): Outcome<WorkloadsShortFact> => {
    const told = [...pods, ...runningPods.filter(({ isReady }) => !isReady)].map(fullName);
    const hasOwnPod = (workload: ShortWorkload): boolean =>
      told.some((pod) => pod.startsWith(`${fullName(workload)}-`));
    const short = workloads.filter(
      (each) =>
        each.namespace !== "kube-system" && each.notMade === "" && isShort(each, now) && !hasOwnPod(each),
    );
    if (short.length === 0) return pass({ is: "allThere" });
    const lacking = short.filter(({ available, wanted }) => available < wanted);
    const lineOf = (each: ShortWorkload): Columns =>
      columns(each.kind, fullName(each), [each.available, each.wanted].join("/"));
    return warn(
      {
        is: "short",
        count: lacking.length,
        workloads: firstNames(lacking.map(counted)),
        stuck: firstNames(short.filter(({ isStuck }) => isStuck).map(fullName)),
      },
      { evidence: short.slice(0, 10).map(lineOf) },
    );
  },
});
