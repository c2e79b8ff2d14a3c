// k8s.pods-not-made: workloads for which Kubernetes makes no pods, since something turns them down. There is no pod then
// that could tell of it.
import { refusalIn } from "../../client/refusal.ts";
import { type Outcome, pass, warn } from "../../outcome/check.ts";
import { columns } from "../../outcome/columns.ts";
import type { Job, ShortWorkload } from "../reads/model.ts";
import { defineFinding, type FirstNames, firstNames } from "./define-finding.ts";
import { fullName } from "./recent.ts";

export type NotMade =
  | "quota"
  | "quotaAsks"
  | "limits"
  | "policy"
  | "podSecurity"
  | "webhookSilent"
  | "serviceAccount"
  | "other";

/** `by`: what turns them down, where Kubernetes names it. */
export type PodsNotMadeFact = Readonly<
  | { is: "allMade" }
  | { is: "notMade"; count: number; workloads: FirstNames; why: readonly NotMade[]; by: FirstNames }
>;

/** Longer than a Job takes to have a pod. */
const longMs = 5 * 60_000;

const reasons: readonly (readonly [said: RegExp, why: NotMade])[] = [
  [/must specify (?:limits|requests)/i, "quotaAsks"],
  [/failed calling webhook/i, "webhookSilent"],
  [
    /(?:minimum|maximum) (?:cpu|memory|ephemeral-storage|storage) usage per|limit to request ratio/i,
    "limits",
  ],
  [/serviceaccount "[^"]{1,253}" not found|error looking up service account/i, "serviceAccount"],
];

function whyOf(said: string): NotMade {
  const known = reasons.find(([text]) => text.test(said))?.[1];
  if (known !== undefined) return known;
  const refusal = refusalIn(said);
  if (refusal === "commandPod") return "policy";
  return refusal === "quota" || refusal === "policy" || refusal === "podSecurity" ? refusal : "other";
}

const named =
  /(?:exceeded|failed) quota: ([a-z0-9][a-z0-9.-]{0,252})|webhook "([a-z0-9][a-z0-9.-]{0,252})"|serviceaccount "([a-z0-9][a-z0-9.-]{0,252})"/i;

const byWhom = (said: string): readonly string[] => {
  const [, quota, webhook, account] = named.exec(said) ?? [];
  const name = quota ?? webhook ?? account;
  return name === undefined ? [] : [name];
};

/** A Job does not say why: that stands in its events alone, which anybody may write. */
const hasNoPods = ({ created, isSuspended, active, failed, givenUp }: Job, now: number): boolean =>
  !isSuspended && givenUp === null && active === 0 && failed === 0 && now - created > longMs;

type Told = Pick<ShortWorkload, "namespace" | "name" | "kind" | "notMade">;

export const podsNotMade = defineFinding({
  id: "k8s.pods-not-made",
  severity: "medium",
  scope: "cluster",
  impact: "degrades",
  source: "https://kubernetes.io/docs/concepts/policy/resource-quotas/",
  needs: ["workloads", "jobs"],
  after: ["k8s.webhook-backends"],
  evaluate: ({ workloads, jobs }, { now }): Outcome<PodsNotMadeFact> => {
    const told: readonly Told[] = [
      ...workloads.filter(({ notMade }) => notMade !== ""),
      ...jobs.filter((job) => hasNoPods(job, now)).map((job) => ({ ...job, kind: "Job", notMade: "" })),
    ];
    if (told.length === 0) return pass({ is: "allMade" });
    return warn(
      {
        is: "notMade",
        count: told.length,
        workloads: firstNames(told.map(fullName)),
        why: [...new Set(told.map(({ notMade }) => whyOf(notMade)))],
        by: firstNames(told.flatMap(({ notMade }) => byWhom(notMade))),
      },
      { evidence: told.slice(0, 10).map((each) => columns(each.kind, fullName(each))) },
    );
  },
});
