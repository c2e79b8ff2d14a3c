// Everything that somebody may ask for, and what each kind of it takes.

import type { ClusterRef } from "../cluster-name.ts";
import { fileVerbs } from "../command/change/change-verbs.ts";
import { changeUnderstoodNow, understoodNow } from "../command/understood-now.ts";
import type { Activity } from "../mode.ts";
import type { PolicyAction } from "../policy/decision.ts";
import { type Access, describeAccess } from "../policy/describe-access.ts";
import type { Policy } from "../policy/policy.ts";
import type { Membership } from "../requester.ts";
import type { RunTask } from "../run/run.ts";

/** The policy decides on everything that is done with a cluster; its operators and its rules of files on the others. */
export type Action =
  | PolicyAction
  /** Switch what the product may do. */
  | Readonly<{ kind: "setMode" }>
  /** Send a file with objects, for a change that names it later. */
  | Readonly<{ kind: "sendFile" }>;

type Demand = Readonly<{
  /** What the mode in force has to let through. */
  activity: Activity;
  /** Whether a rule allows such a thing on any cluster at all. */
  isSomewhereIn: (access: Access) => boolean;
}>;

const any =
  (right: keyof Access) =>
  (access: Access): boolean =>
    access[right].length > 0;

/** A rule lets them change something by a file. */
const byFile = ({ mayChange }: Access): boolean =>
  mayChange.some(
    (phrase) =>
      phrase.is === "changes" &&
      !phrase.never &&
      (phrase.verbs === "all" || phrase.verbs.some((verb) => fileVerbs.includes(verb))),
  );

/** What reads or changes something in a cluster, or changes it in Azure, is open in mode `full` alone. */
const demands: Readonly<Record<Action["kind"], Demand>> = {
  diagnose: { activity: "read", isSomewhereIn: any("mayDiagnose") },
  watch: { activity: "read", isSomewhereIn: any("mayWatch") },
  volunteer: { activity: "read", isSomewhereIn: any("mayVolunteer") },
  // Nobody asks for it: it is the product's own, of a cluster that is known.
  reader: { activity: "read", isSomewhereIn: () => false },
  "diagnose-inside": { activity: "command", isSomewhereIn: any("mayLookInside") },
  run: { activity: "command", isSomewhereIn: any("mayRun") },
  change: { activity: "command", isSomewhereIn: any("mayChange") },
  fix: { activity: "command", isSomewhereIn: any("mayFix") },
  sendFile: { activity: "command", isSomewhereIn: byFile },
  setMode: { activity: "command", isSomewhereIn: () => false },
};

export const activityOf = ({ kind }: Action): Activity => demands[kind].activity;

/**
 * Whether any rule allows this person such a thing on any cluster. Whoever's groups are not known is in none of those that
 * a rule names; a file is taken from nobody of whom that is so.
 */
export function mayAnywhere(policy: Policy, membership: Membership, { kind }: Action): boolean {
  const isKnown = membership.status === "known";
  if (!isKnown && kind === "sendFile") return false;
  return demands[kind].isSomewhereIn(describeAccess(policy, isKnown ? membership.groupIds : []));
}

/** What it takes in Azure to get such an answer oneself. */
export const azureActionsFor = ({ kind }: Action): readonly string[] =>
  kind === "run" || kind === "change"
    ? runCommandActions
    : ["Microsoft.ContainerService/managedClusters/read"];

/** Both are needed: the first sends a command, the second reads its output. */
export const runCommandActions = [
  "Microsoft.ContainerService/managedClusters/runCommand/action",
  "Microsoft.ContainerService/managedClusters/commandResults/read",
] as const;

/** The policy's question for a task on a cluster; what a stored command reads is found out anew. */
export function actionOf(task: RunTask, cluster: ClusterRef): PolicyAction {
  switch (task.kind) {
    case "command":
      return {
        kind: "run",
        cluster,
        request: understoodNow(task.request),
        clusterAdmin: task.clusterAdmin,
      };
    case "change": {
      const { kind, clusterAdmin, breakGlass } = task;
      const request = changeUnderstoodNow(task.request);
      return { kind, cluster, request, clusterAdmin, ...(breakGlass && { breakGlass }) };
    }
    case "fix":
      return { kind: "fix", cluster, ...(task.breakGlass && { breakGlass: true }) };
    default:
      return { kind: "diagnose", cluster };
  }
}
