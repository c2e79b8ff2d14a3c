// What every card about a change shares: what it is called, who asked and why, its risks, and who agreed.
import { objectName } from "../core/change/object-name.ts";
import type { Proposed } from "../core/change/proposed.ts";
import type { Run, RunTask } from "../core/run/run.ts";
import { isProduction } from "../core/snapshot/production.ts";
import type { Messages } from "./messages/messages.ts";
import type { Fact } from "./notice.ts";
import { utc } from "./time.ts";

export type ChangeTask = Extract<RunTask, { kind: "change" }>;

/** A run of a change. */
export type ChangeRun = Run & Readonly<{ task: ChangeTask }>;

export const isChange = (run: Run): run is ChangeRun => run.task.kind === "change";

/** Who sees a card: everybody where it was asked, or one person by their own press. */
export type Viewer = "everybody" | "approver" | "requester";

const isOpenTo = ({ show, conversation }: Run): boolean => show === "thread" || conversation.personal;

/** What stands in the fields of its objects. Whoever approves has to know it. */
export const showsValues = (run: Run, viewer: Viewer): boolean => viewer !== "everybody" || isOpenTo(run);

/** What was printed. */
export const showsOutput = (run: Run, viewer: Viewer): boolean => viewer === "requester" || isOpenTo(run);

/** What was agreed on, or is to be; undefined where it ended before anything was seen. */
export const proposedOf = ({ status }: Run): Proposed | undefined => {
  if ("proposal" in status) return status;
  return "proposed" in status ? status.proposed : undefined;
};

/** `scale deployment/api`: as kubectl calls what is done. */
export function deedOf({ task: { request } }: ChangeRun, { approval }: Messages): string {
  const [first = "", ...others] = request.names;
  const [type] = request.resources;
  return approval.deed(request.verb, type === undefined ? first : objectName(type, first), others.length);
}

/** Loud where it is an emergency. */
export function headingOf(run: ChangeRun, state: string, messages: Messages): string {
  const { title, emergency } = messages.approval;
  const heading = title(state, deedOf(run, messages), run.cluster.name);
  return run.task.breakGlass === true ? emergency(heading) : heading;
}

export const whoAsks = ({ requester, task }: ChangeRun, { approval }: Messages): string =>
  approval.asks(requester.displayName, task.reason);

/** The worst of its surroundings first; nothing here is a guess of ours but what counts as production. */
export function risksOf({ cluster, task }: ChangeRun, messages: Messages): readonly string[] {
  const { changeRisks, commandResult } = messages;
  const risks = [
    ...(task.clusterAdmin ? (["clusterAdmin"] as const) : []),
    ...(isProduction({ name: cluster.name, tags: {} }) ? (["production"] as const) : []),
    ...task.request.risks,
  ];
  return risks.map((risk) => commandResult.risk(changeRisks[risk] ?? risk));
}

export function placeFact({ cluster, task }: ChangeRun, { approval }: Messages): Fact {
  const { scope } = task.request;
  const namespace = scope.kind === "namespace" ? scope.name : null;
  return { title: approval.where, value: approval.place(cluster.name, namespace) };
}

export function rightsFact({ requester, task }: ChangeRun, { approval }: Messages): Fact {
  const rights = task.clusterAdmin ? approval.adminRights : approval.requesterRights;
  return { title: approval.runsAs, value: rights(requester.displayName) };
}

/** `none`: what stands where nobody has agreed. */
export function approversFact({ approvals }: Proposed, none: string, { approval }: Messages): Fact {
  const all = approvals.map(({ requester, at }) => approval.approver(requester.displayName, utc(at)));
  return { title: approval.approved, value: all.length === 0 ? none : approval.people(all) };
}

/** Who has to agree, who has, and until when. */
export function waitFacts(run: ChangeRun, proposed: Proposed, messages: Messages): readonly Fact[] {
  const { approval: texts } = messages;
  const { approval, expiresAt, escalated } = proposed;
  const until = { title: texts.until, value: utc(expiresAt) };
  if (approval.by === "requester")
    return [{ title: texts.needs, value: texts.requesterAlone(run.requester.displayName) }, until];
  const { count, groups, escalate } = approval;
  const also = escalated === true && escalate !== undefined ? texts.groups(escalate.groups) : "";
  return [
    { title: texts.needs, value: texts.members(count, groups) },
    { title: texts.askedToo, value: also },
    approversFact(proposed, texts.nobodyYet, messages),
    until,
  ];
}
