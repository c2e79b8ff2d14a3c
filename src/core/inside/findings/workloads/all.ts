// What people run. A new one is a file beside this and a line here.
import { crashLoop } from "./k8s.crashloop.ts";
import { imagePull } from "./k8s.image-pull.ts";
import { blockingBudgets } from "./k8s.pdb-blocking.ts";
import { pendingPods } from "./k8s.pending-pods.ts";
import { podsReady } from "./k8s.pods-ready.ts";
import { schedulingEvents } from "./k8s.sched-events.ts";
import { warningEvents } from "./k8s.warning-events.ts";

export const workloadFindings = [
  pendingPods,
  schedulingEvents,
  imagePull,
  crashLoop,
  podsReady,
  blockingBudgets,
  warningEvents,
] as const;
