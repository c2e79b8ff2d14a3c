// k8s.jobs: Jobs that were given up, and those whose pods fail again and again.
import { advise, type Outcome, pass, warn } from "../../outcome/check.ts";
import { type Columns, columns } from "../../outcome/columns.ts";
import type { Job } from "../reads/model.ts";
import { defineFinding, type FirstNames, firstNames } from "./define-finding.ts";
import { fullName } from "./recent.ts";

/** `failed`: given up within a day, `failedBefore`: longer ago. `retried`: their pods fail, and are made once more. */
export type JobsFact = Readonly<
  | { is: "noneFailed" }
  | ({ is: "failed" } & Failed)
  | ({ is: "failedBefore" } & Failed)
  | ({ is: "retried" } & Failed)
>;

type Failed = Readonly<{ count: number; jobs: FirstNames }>;

const dayMs = 24 * 60 * 60_000;

const lineOf = (job: Job): Columns => columns(fullName(job), job.givenUp?.reason ?? "", String(job.failed));

const told = <Is extends JobsFact["is"]>(is: Is, jobs: readonly Job[]) => ({
  is,
  count: jobs.length,
  jobs: firstNames(jobs.map(fullName)),
});

const linesOf = (jobs: readonly Job[]) => ({ evidence: jobs.slice(0, 10).map(lineOf) });

export const failedJobs = defineFinding({
  id: "k8s.jobs",
  severity: "medium",
  scope: "cluster",
  impact: "degrades",
  source: "https://kubernetes.io/docs/concepts/workloads/controllers/job/#pod-backoff-failure-policy",
  needs: ["jobs"],
  after: ["k8s.coredns", "k8s.nodes-ready"],
  evaluate: ({ jobs }, { now }): Outcome<JobsFact> => {
    const givenUp = jobs.filter((job) => job.givenUp !== null);
    const lately = givenUp.filter(({ givenUp: end }) => end?.at == null || now - end.at <= dayMs);
    if (lately.length > 0) return warn(told("failed", lately), linesOf(lately));
    const retried = jobs.filter(({ givenUp: end, failed }) => end === null && failed > 0);
    if (retried.length > 0) return warn(told("retried", retried), linesOf(retried));
    return givenUp.length > 0
      ? advise(told("failedBefore", givenUp), linesOf(givenUp))
      : pass({ is: "noneFailed" });
  },
});
