// What the cards of what others agree on say of a task itself: a command of kubectl's.
import { type ChangeTask, proposedIn } from "../../core/change/agreed-task.ts";
import { isRunByApprover } from "../../core/change/decide.ts";
import type { ChangeRisk } from "../../core/command/change/change-risks.ts";
import { commandText } from "../../core/command/grammar/command-request.ts";
import { objectName } from "../../core/run/proposed.ts";
import type { Run } from "../../core/run/run.ts";
import { isProduction } from "../../core/snapshot/cluster.ts";
import { exact } from "../card/text.ts";
import type { Messages } from "../messages/messages.ts";

/** Of each kind of task the same, so that one card serves them all. */
export type TaskWords = Readonly<{
  /** What is called what: `▲ Waits for approval: scale deployment/api on prod-1`. */
  title: (state: string) => string;
  /** What it does where its lines do not say so, and who asked why: a sentence each. */
  asked: readonly string[];
  /** What is sent, in lines that wrap: in a code block the end of a long one would stand out of sight. */
  lines: readonly string[];
  /** The button behind which the lines are folded, where they say again what stands below object by object; else empty. */
  showLines: string;
  /** What whoever agrees should know, a line each; the worst of its surroundings first. */
  risks: readonly string[];
  where: string;
  rights: string;
}>;

/** Nothing here is a guess of ours but what counts as production. */
export const productionRisk = ({ cluster }: Run, { changeRisks, commandResult }: Messages) =>
  isProduction({ name: cluster.name, tags: {} })
    ? [commandResult.risk({ text: changeRisks.production })]
    : [];

/** Whoever approves it knows whose rights are used. */
export const lentRights = ({ status }: Run, text: string, { commandResult }: Messages): readonly string[] =>
  status.state === "pendingApproval" && isRunByApprover(status) ? [commandResult.risk({ text })] : [];

/** `scale deployment/api`: as kubectl calls what is done. */
function deedOf({ request }: ChangeTask, { approval }: Messages): string {
  const [first = "", ...others] = request.names;
  const [type] = request.resources;
  return approval.deed({
    verb: request.verb,
    what: type === undefined ? first : objectName(type, first),
    more: others.length,
  });
}

/** Of the command itself, and what its objects showed of it. */
function risksOf({ status }: Run, { request }: ChangeTask): readonly ChangeRisk[] {
  const objects = proposedIn(status)?.proposal.objects ?? [];
  return [...new Set([...request.risks, ...objects.flatMap(({ risks = [] }) => risks)])].toSorted();
}

export function changeWords(run: Run, task: ChangeTask, messages: Messages): TaskWords {
  const { approval, changeRisks, commandResult } = messages;
  const { request, reason, clusterAdmin } = task;
  const { cluster, requester } = run;
  const { displayName } = requester;
  const { scope } = request;
  const proposed = proposedIn(run.status);
  const by = proposed?.ranBy?.displayName;
  return {
    title: (state) => approval.title({ state, what: deedOf(task, messages), cluster: cluster.name }),
    asked: [
      by === undefined
        ? approval.asks({ name: displayName, reason })
        : approval.ranBy({ name: displayName, by, reason }),
    ],
    lines: exact(commandText(request)).split("\n"),
    showLines: "",
    risks: [
      ...lentRights(run, approval.runsInClusterAsApprover, messages),
      ...(clusterAdmin ? [commandResult.risk({ text: changeRisks.clusterAdmin })] : []),
      ...productionRisk(run, messages),
      ...risksOf(run, task).map((risk) => commandResult.risk({ text: changeRisks[risk] ?? risk })),
    ],
    where: approval.place({
      cluster: cluster.name,
      namespace: scope.kind === "namespace" ? scope.name : null,
    }),
    rights: clusterAdmin
      ? approval.adminRights({ name: displayName })
      : by === undefined && proposed !== undefined && isRunByApprover(proposed)
        ? approval.approverRightsInCluster({ name: displayName })
        : approval.requesterRights({ name: by ?? displayName }),
  };
}
