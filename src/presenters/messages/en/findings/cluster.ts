// What findings about `cluster.*` say.

import type { ErrorMeaning } from "../../../../core/finding/cluster/cluster.provisioning-failed.ts";
import { withoutIds } from "../../../../core/snapshot/resource-id.ts";
import { utc } from "../../../time.ts";
import { english } from "../../catalogue.ts";
import type { FindingWords } from "../../finding-words.ts";
import { upperFirst } from "../words.ts";
import { settingFindings } from "./cluster-settings.ts";

const { sayChange } = english.speech;
const timeOf = utc;
const timeText = ({ time }: Readonly<{ time: string }>): string => utc(time);
const { sayUnread } = english.speech;
const { sayOperation } = english.speech;

const meanings: Readonly<Record<ErrorMeaning, string>> = {
  subnetFull: "a subnet has no free addresses for its nodes",
  portsShort: "the load balancer's addresses have too few ports for all nodes",
  roleLacking: "the cluster's identity lacks a role on something that it has to change",
  loadUnreachable:
    "new nodes do not reach what they load at their start, so look at routes, firewall and DNS",
  apiUnreachable:
    "new nodes find the API server's name and do not reach it, so look at security groups, routes and authorized ranges",
  nameUnknown: "new nodes do not find the API server's name, so look at DNS servers and links of the zone",
  podsKept: "a PodDisruptionBudget keeps pods from leaving a node",
};

export const clusterFindings: FindingWords<"cluster"> = {
  ...settingFindings,
  "cluster.exists": {
    title: "Cluster is found and readable",
    why: "A wrong subscription, a wrong name or a missing right to read is the most frequent false alarm.",
    remediation: "Ask an owner for the Reader role on the cluster; where it was deleted, make it anew.",
    facts: {
      deleted: ({ cluster, at, by }) =>
        `${cluster} was deleted${by === null ? "" : ` by ${by}`} at ${timeOf(at)}; a cluster cannot be brought back, so it has to be made anew.`,
      deleting: ({ cluster }) => `${cluster} is being deleted.`,
      readable: ({ cluster, location }) => `${cluster} is readable in ${location}.`,
    },
  },
  "cluster.operation-in-progress": {
    title: "No long operation holds the cluster",
    why: "During an upgrade or a rotation the API server may restart, and every repair is refused until it ends.",
    remediation: "Wait until the operation has ended; abort it only when it is stuck.",
    facts: {
      none: () => "No operation is running.",
      running: ({ all, rotates }) => {
        const what = all.map(({ of, state }) => sayOperation({ of, state })).join(", ");
        const rotation = rotates ? " Expect up to 30 minutes without an API server." : "";
        return `An operation is running: ${what}. Until it has ended, Azure refuses other changes there.${rotation}`;
      },
    },
  },
  "cluster.power-state": {
    title: "Cluster is running",
    why: "A stopped cluster has no control plane, and its private name may be gone.",
    remediation: "Start the cluster, then diagnose it again.",
    facts: {
      stopped: ({ cluster }) => `${cluster} is stopped, so it has no API server.`,
      running: ({ cluster }) => `${cluster} is running.`,
      unsaid: ({ cluster }) => `Azure does not say whether ${cluster} is running.`,
    },
  },
  "cluster.provisioning-failed": {
    title: "Last operation on the cluster succeeded",
    why: "A failed operation does not stop the API server by itself, but it names a fault and makes later repairs fail.",
    remediation: "Mend what the error names, then let AKS reconcile the cluster.",
    facts: {
      succeeded: () => "The last operation on the cluster succeeded.",
      canceled: ({ cluster }) => `The last operation on ${cluster} was canceled.`,
      failed: ({ cluster, code, meaning }) => {
        const withCode = code === "" ? "" : ` with ${code}`;
        const why = meaning === null ? "" : `: ${meanings[meaning]}`;
        return `The last operation on ${cluster} failed${withCode}${why}.`;
      },
      notEnded: ({ state }) =>
        `The last operation has not ended; cluster.operation-in-progress says that it is ${state}.`,
    },
  },
  "cluster.recent-change": {
    title: "Changes of the last 24 hours",
    why: "A change that came shortly before the trouble is the best hint at its cause.",
    remediation: "Ask whoever made the change; undoing it is a person's decision.",
    facts: {
      nothing: () => "Nothing on the cluster or on the way to it was changed in the last 24 hours.",
      newest: ({ change, of, doubt }) => {
        const more = of === 1 ? "" : ` It is the newest of ${of} changes in 24 hours.`;
        const unread = doubt === null ? "" : ` There may be more: ${withoutIds(sayUnread(doubt))}`;
        return `${upperFirst(sayChange(change))} at ${timeText(change)}.${more}${unread}`;
      },
    },
  },
  "cluster.resource-health": {
    title: "Azure reports the cluster available",
    why: "An incident of the platform is nobody's to repair, and no setting is to be changed for it.",
    remediation:
      "Follow Service Health, and open a support request when it is unplanned and lasts over 30 minutes.",
    facts: {
      available: () => "Azure reports the cluster available.",
      incident: () => "Azure itself reports the cluster unavailable: this is an incident of the platform.",
      unheard: () => "Azure's own health check has heard nothing of the cluster for some minutes.",
      reported: ({ state }) => `Azure reports the cluster "${state}".`,
    },
  },
};
