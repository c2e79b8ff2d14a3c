// What people run. A new one is a file beside this and a line here.
import { unboundClaims } from "./k8s.claims.ts";
import { containerConfig } from "./k8s.container-config.ts";
import { crashLoop } from "./k8s.crashloop.ts";
import { evicted } from "./k8s.evicted-pods.ts";
import { imagePull } from "./k8s.image-pull.ts";
import { failedJobs } from "./k8s.jobs.ts";
import { blockingBudgets } from "./k8s.pdb-blocking.ts";
import { pendingPods } from "./k8s.pending-pods.ts";
import { podsNotMade } from "./k8s.pods-not-made.ts";
import { podsReady } from "./k8s.pods-ready.ts";
import { schedulingEvents } from "./k8s.sched-events.ts";
import { warningEvents } from "./k8s.warning-events.ts";
import { workloadsShort } from "./k8s.workloads.ts";

export const workloadFindings = [
  podsNotMade,
  containerConfig,
  unboundClaims,
  pendingPods,
  schedulingEvents,
  imagePull,
  crashLoop,
  podsReady,
  workloadsShort,
  failedJobs,
  evicted,
  blockingBudgets,
  warningEvents,
] as const;
