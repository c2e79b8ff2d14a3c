// What every card shares about what others agree on, be it a change in a cluster or a fix in Azure: what it is called, who
// asked and why, its risks, and who agreed.
import type { AgreedRun } from "../core/change/agreed-task.ts";
import type { Proposed } from "../core/change/proposed.ts";
import type { RunFailure } from "../core/run/failure.ts";
import type { Run } from "../core/run/run.ts";
import { changeWords, type TaskWords } from "./change-task.ts";
import { fixWords } from "./fix-task.ts";
import type { Messages } from "./messages/messages.ts";
import type { Fact } from "./notice.ts";
import { utc } from "./time.ts";

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
  return isEmergency(run) ? messages.approval.emergency(heading) : heading;
}

export const placeFact = (run: AgreedRun, messages: Messages): Fact => ({
  title: messages.approval.where,
  value: wordsOf(run, messages).where,
});

/** Of a change whose objects stand in one. */
export const fileFact = ({ task }: AgreedRun, { sentFile }: Messages): Fact => {
  const file = task.kind === "change" ? task.request.file : undefined;
  const value = file === undefined ? "" : sentFile.fileValue(file.name, file.sha256.slice(0, 12));
  return { title: sentFile.file, value };
};

export const rightsFact = (run: AgreedRun, messages: Messages): Fact => ({
  title: messages.approval.runsAs,
  value: wordsOf(run, messages).rights,
});

/** `none`: what stands where nobody has agreed. */
export function approversFact({ approvals }: Proposed, none: string, { approval }: Messages): Fact {
  const all = approvals.map(({ requester, at }) => approval.approver(requester.displayName, utc(at)));
  return { title: approval.approved, value: all.length === 0 ? none : approval.people(all) };
}

/** Who has to agree, who has, and until when. */
export function waitFacts(run: AgreedRun, proposed: Proposed, messages: Messages): readonly Fact[] {
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
