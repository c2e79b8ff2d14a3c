// What every card shares about what others agree on, be it a change in a cluster or a fix in Azure: what it is called, who
// asked and why, its risks, and who agreed.
import { type AgreedRun, type FixTask, proposedIn } from "../../core/change/agreed-task.ts";
import { isRunByApprover, runnersOf } from "../../core/change/decide.ts";
import { linesOf } from "../../core/fix/write/fix.ts";
import type { RunFailure } from "../../core/run/failure.ts";
import { objectName, type Proposed, type Touched } from "../../core/run/proposed.ts";
import type { Run } from "../../core/run/run.ts";
import { parseResourceId } from "../../core/snapshot/resource-id.ts";
import type { CardFact } from "../card/notice.ts";
import { briefly } from "../card/scope.ts";
import { exact } from "../card/text.ts";
import { utc } from "../messages/catalogue/time.ts";
import type { Messages } from "../messages/messages.ts";
import { changeWords, lentRights, productionRisk, type TaskWords } from "./change-task.ts";

// What the cards of what others agree on say of a task itself: a fix in Azure, or what takes one back.

/** As the card of the diagnosis says it; its lines are what was proved, and of what takes it back there are none. */
function fixWords(run: Run, task: FixTask, messages: Messages): TaskWords {
  const { approval, buttons, fixRun, whatItDoes } = messages;
  const { cluster, requester } = run;
  const { fix, undoes, of, reason } = task;
  const { displayName: name } = requester;
  const proposed = proposedIn(run.status);
  const by = proposed?.ranBy?.displayName;
  const asks =
    by !== undefined
      ? approval.ranBy({ name, by, reason: reason ?? null })
      : reason === undefined
        ? fixRun.asks({ name })
        : approval.asks({ name, reason });
  const does = whatItDoes(fix);
  return {
    title: (state) => (undoes ? fixRun.undoTitle : fixRun.title)({ state, cluster: cluster.name }),
    asked: [undoes ? fixRun.takesBack({ run: of, does }) : does, asks],
    lines: undoes ? [] : linesOf(fix).map(exact),
    showLines: buttons.command,
    risks: [
      ...lentRights(run, approval.runsAsApprover, messages),
      ...productionRisk(run, messages),
      ...risksOf(task, messages),
    ],
    where: fixRun.place({ cluster: cluster.name, groups: groupsOf(task) }),
    rights:
      by === undefined && proposed !== undefined && isRunByApprover(proposed)
        ? approval.approverRights({ name })
        : approval.requesterRights({ name: by ?? name }),
  };
}

/** As whom it is done: one of those who agreed where that is known, else whoever asked. */
export const doneAs = ({ requester }: Run, proposed: Proposed): string =>
  (proposed.ranBy ?? runnersOf(proposed)[0]?.requester ?? requester).displayName;

/** What a fix costs is nothing that comes of taking it back. */
function risksOf({ fix, undoes }: FixTask, messages: Messages): readonly string[] {
  const { commandResult, diagnosis, fixRun, sayRisks } = messages;
  if (undoes) return [commandResult.risk({ text: fixRun.breaksAgain })];
  const { risks, disruptive } = fix;
  const said = risks.length === 0 && disruptive ? [""] : risks.map((risk) => sayRisks([risk]));
  return said.map((line, at) => briefly(diagnosis.risk({ risk: line, disruptive: disruptive && at === 0 })));
}

const groupsOf = ({ writes }: FixTask): readonly string[] => [
  ...new Set(writes.flatMap(({ id }) => parseResourceId(id)?.resourceGroup ?? [])),
];

/** What is wrong, and which run proved that this mends it. */
export function causeFacts({ check, of, undoes }: FixTask, messages: Messages): readonly CardFact[] {
  const { fixRun, titleOfFinding } = messages;
  if (undoes) return [];
  return [
    { title: fixRun.failed, value: titleOfFinding(check) ?? check },
    { title: fixRun.provedBy, value: of },
  ];
}

/** So many of its writes, and which. */
export function madeFact(objects: readonly Touched[], made: number, { fixRun }: Messages): CardFact {
  const names = objects.slice(0, made).map(({ type, name }) => briefly(objectName(type, name)));
  return { title: fixRun.made, value: made === 0 ? "" : fixRun.madeOf({ made, all: objects.length, names }) };
}

/** Who sees a card: everybody where it was asked, or one person by their own press. `agreed`: an approver who has approved. */
export type Viewer = "everybody" | "approver" | "agreed" | "requester";

const isOpenTo = ({ show, conversation }: Run): boolean => show === "thread" || conversation.personal;

/** What stands in the fields of its objects. Whoever approves has to know it. */
export const showsValues = (run: Run, viewer: Viewer): boolean => viewer !== "everybody" || isOpenTo(run);

/** What was printed. */
export const showsOutput = (run: Run, viewer: Viewer): boolean => viewer === "requester" || isOpenTo(run);

/** What a dry run says is an output, too, and what a field is called may tell as much as what stands in it. */
export function failureFor(viewer: Viewer, run: Run, failure: RunFailure): RunFailure {
  if (showsOutput(run, viewer)) return failure;
  const { is } = failure.happened;
  if (is === "dryRunRefused") return { ...failure, happened: { is, said: null } };
  return is === "notAllSeen" ? { ...failure, happened: { is, unseen: [] } } : failure;
}

export const wordsOf = (run: AgreedRun, messages: Messages): TaskWords =>
  run.task.kind === "fix" ? fixWords(run, run.task, messages) : changeWords(run, run.task, messages);

export const isEmergency = ({ task }: AgreedRun): boolean => task.breakGlass === true;

/** Loud where it is an emergency. */
export function headingOf(run: AgreedRun, state: string, messages: Messages): string {
  const heading = wordsOf(run, messages).title(state);
  return isEmergency(run) ? messages.approval.emergency({ title: heading }) : heading;
}

export const placeFact = (run: AgreedRun, messages: Messages): CardFact => ({
  title: messages.approval.where,
  value: wordsOf(run, messages).where,
});

/** Of a change whose objects stand in one. */
export const fileFact = ({ task }: AgreedRun, { sentFile }: Messages): CardFact => {
  const file = task.kind === "change" ? task.request.file : undefined;
  const value =
    file === undefined ? "" : sentFile.fileValue({ name: file.name, hash: file.sha256.slice(0, 12) });
  return { title: sentFile.file, value };
};

export const rightsFact = (run: AgreedRun, messages: Messages): CardFact => ({
  title: messages.approval.runsAs,
  value: wordsOf(run, messages).rights,
});

/** `none`: what stands where nobody has agreed. */
export function approversFact({ approvals }: Proposed, none: string, { approval }: Messages): CardFact {
  const all = approvals.map(({ requester, at }) => approval.approver({ name: requester.displayName, at }));
  return { title: approval.approved, value: all.length === 0 ? none : approval.people({ names: all }) };
}

/** Who has to agree, who has, and until when. */
export function waitFacts(run: AgreedRun, proposed: Proposed, messages: Messages): readonly CardFact[] {
  const { approval: texts } = messages;
  const { approval, expiresAt, escalated } = proposed;
  const until = { title: texts.until, value: utc(expiresAt) };
  if (approval.by === "requester")
    return [{ title: texts.needs, value: texts.requesterAlone({ name: run.requester.displayName }) }, until];
  const { count, groups, escalate } = approval;
  const also = escalated === true && escalate !== undefined ? texts.groups({ groups: escalate.groups }) : "";
  return [
    { title: texts.needs, value: texts.members({ count, groups }) },
    { title: texts.askedToo, value: also },
    approversFact(proposed, texts.nobodyYet, messages),
    until,
  ];
}
