// What findings about `cluster.*` say.
import { withoutIds } from "../../../../core/snapshot/resource-id.ts";
import type { FindingWords } from "../../finding-words.ts";
import { sayChange, timeText } from "../changes.ts";
import { upperFirst } from "../words.ts";
import { sayThing } from "./common.ts";

export const clusterFindings: FindingWords<"cluster"> = {
  "cluster.exists": {
    title: "Cluster is found and readable",
    why: "A wrong subscription, a wrong name or a missing right to read is the most frequent false alarm.",
    remediation: "Ask an owner for the Reader role on the cluster.",
    facts: {},
  },
  "cluster.operation-in-progress": {
    title: "No long operation holds the cluster",
    why: "During an upgrade or a rotation the API server may restart, and every repair is refused until it ends.",
    remediation: "Wait until the operation has ended; abort it only when it is stuck.",
    facts: {
      none: () => "No operation is running.",
      running: ({ all, rotates }) => {
        const what = all.map(({ of, state }) => `${sayThing(of)} is ${state}`).join(", ");
        const rotation = rotates ? " Expect up to 30 minutes without an API server." : "";
        return `An operation is running: ${what}. Until it has ended, Azure refuses other changes there.${rotation}`;
      },
    },
  },
  "cluster.power-state": {
    title: "Cluster is running",
    why: "A stopped cluster has no control plane, and its private name may be gone.",
    remediation: "Start the cluster, then diagnose it again.",
    facts: {},
  },
  "cluster.provisioning-failed": {
    title: "Last operation on the cluster succeeded",
    why: "A failed operation does not stop the API server by itself, but it names a fault and makes later repairs fail.",
    remediation: "Mend what the error names, then let AKS reconcile the cluster.",
    facts: {},
  },
  "cluster.recent-change": {
    title: "Changes of the last 24 hours",
    why: "A change that came shortly before the trouble is the best hint at its cause.",
    remediation: "Ask whoever made the change; undoing it is a person's decision.",
    facts: {
      nothing: () => "Nothing on the cluster or on the way to it was changed in the last 24 hours.",
      newest: ({ change, of, doubt }) => {
        const more = of === 1 ? "" : ` It is the newest of ${of} changes in 24 hours.`;
        const unread = doubt === null ? "" : ` There may be more: ${withoutIds(doubt)}`;
        return `${upperFirst(sayChange(change))} at ${timeText(change)}.${more}${unread}`;
      },
    },
  },
  "cluster.resource-health": {
    title: "Azure reports the cluster available",
    why: "An incident of the platform is nobody's to repair, and no setting is to be changed for it.",
    remediation:
      "Follow Service Health, and open a support request when it is unplanned and lasts over 30 minutes.",
    facts: {},
  },
};
