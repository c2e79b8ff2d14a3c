// Who may decide on a change that waits, and what becomes of it. Pure: each gives the next state, or why there is none.
import { type Notice, notice } from "../conversation/notice.ts";
import { linesOf } from "../fix/write/fix.ts";
import type { PersonId, ReaderIdentity, Requester } from "../requester.ts";
import {
  type Approver,
  type FieldChange,
  objectName,
  type Proposal,
  type Proposed,
  proposedOf,
  type Touched,
  type Unseen,
} from "../run/proposed.ts";
import type { Returned, Run, RunState } from "../run/run.ts";

// Whether people may agree to a change: they see all of what it writes, before and after, or nobody agrees to it. Decided
// by what was computed and is kept to be shown, never by the line that was typed.

type Agreed = Readonly<{ task: Run["task"]; objects: Proposal["objects"] }>;

/** In UTF-16 code units: what a card holds beside its facts, its buttons and the way that it draws. */
const longest = 18_000;
/** What the element of a line costs besides. */
const perLine = 130;

/** Empty where all of it is seen. `objects`: masked, as they are kept. */
export function unseenOf({ task, objects }: Agreed): readonly Unseen[] {
  const unseen = objects.flatMap(unseenIn);
  return unseen.length > 0 || fitsCard({ task, objects }) ? unseen : [{ is: "tooLong" }];
}

function unseenIn({ type, name, fields, moreFields = 0 }: Touched): readonly Unseen[] {
  const object = objectName(type, name);
  return [
    ...fields.flatMap(({ path, hidden }): readonly Unseen[] =>
      hidden === undefined ? [] : [{ is: "hidden", why: hidden, object, path }],
    ),
    ...(moreFields === 0 ? [] : [{ is: "leftOut", object, fields: moreFields } as const]),
  ];
}

/** Added up part by part, and no further than there is room: all of it at once could be longer than any text may be. */
export function fitsCard({ task, objects }: Agreed): boolean {
  const lines = task.kind === "change" ? task.request.argv : task.kind === "fix" ? linesOf(task.fix) : [];
  let room = longest - perLine * objects.length;
  for (const line of lines) {
    room -= lengthOf(line);
    if (room < 0) return false;
  }
  for (const { fields } of objects)
    for (const field of fields) {
      room -= perLine + lengthOf(field);
      if (room < 0) return false;
    }
  return room >= 0;
}

/** As it is written into a card; of what is too long as it stands, no more is asked. */
function lengthOf(part: string | FieldChange): number {
  const texts = typeof part === "string" ? [part] : [part.path, part.before ?? "", part.after ?? ""];
  const plain = texts.reduce((sum, text) => sum + text.length, 0);
  return plain > longest ? plain : JSON.stringify(part).length;
}

/** `to`: null where the run stays as it is. */
export type ChangeDecision = Readonly<{ said: Notice; to: RunState | null }>;

type Deciding = Pick<Run, "status" | "requester">;
type Waiting = Deciding & Pick<Run, "task">;

/**
 * Whoever presses. `hash`: of what stood on their card; `mayNot`: why they may not decide, null where they may. `cannotRun`:
 * why it cannot be done with their rights, null where it can; asked where it is done as one of those who agree.
 */
export type PressedBy = Readonly<{
  requester: Requester;
  userId: string;
  hash: string | undefined;
  mayNot: Notice | null;
  cannotRun?: Notice | null;
}>;

/** What nobody asked for is nobody's. */
export const isSamePerson = (a: PersonId | ReaderIdentity, b: PersonId): boolean =>
  a.isReader !== true &&
  a.objectId.toLowerCase() === b.objectId.toLowerCase() &&
  a.tenantId.toLowerCase() === b.tenantId.toLowerCase();

const stays = (said: Notice): ChangeDecision => ({ said, to: null });

/** So many more have to agree. */
const missingApprovals = ({ approval, approvals }: Proposed): number =>
  Math.max(0, (approval.by === "others" ? approval.count : 1) - approvals.length);

const isOver = ({ expiresAt }: Proposed, now: Date): boolean => now.getTime() >= Date.parse(expiresAt);

export function approve({ status, requester, task }: Waiting, by: PressedBy, now: Date): ChangeDecision {
  if (status.state !== "pendingApproval") return stays(whyNoMore(status, by));
  if (isOver(status, now)) return expired(status, now);
  if (by.hash !== status.proposal.hash) return stays(notice("proposalOutdated"));
  const why = whyNotTheirs(status, requester, by);
  if (why !== null) return stays(why);
  if (unseenOf({ task, objects: status.proposal.objects }).length > 0) return stays(notice("notAllSeen"));
  if (hasAgreed(status, by.requester)) return stays(notice("approvedBefore"));
  const approver: Approver = {
    ...{ requester: by.requester, userId: by.userId, at: now.toISOString() },
    hash: status.proposal.hash,
    ...(by.cannotRun === null && { mayRun: true }),
  };
  const proposed = { ...proposedOf(status), approvals: [...status.approvals, approver] };
  const missing = missingApprovals(proposed);
  // Nobody's agreement completes what nobody of those who agreed could do.
  if (missing === 0 && isRunByApprover(status) && runnersOf(proposed).length === 0)
    return stays(by.cannotRun ?? notice("proposalOutdated"));
  const state = missing === 0 ? "approved" : "pendingApproval";
  return { said: { is: "changeApproved", missing }, to: { state, ...proposed } };
}

export const isRunByApprover = ({ proposal }: Pick<Proposed, "proposal">): boolean =>
  proposal.runAs === "approver";

/** Of those who agreed, with whose rights it could be done then: the last of them first. Never whoever asked. */
export const runnersOf = ({ approvals }: Pick<Proposed, "approvals">): readonly Approver[] =>
  approvals.filter(({ mayRun }) => mayRun === true).toReversed();

/** It could not be done as whoever was to do it: it waits as before, as if they had not agreed. */
export function returnedTo(status: Proposed, returned: Returned): RunState {
  const proposed = proposedOf(status);
  const approvals = proposed.approvals.filter(({ requester }) => !isSamePerson(requester, returned.to));
  return { state: "pendingApproval", ...proposed, approvals, returned };
}

/** Nobody decides for others alone on what they want themselves. */
function whyNotTheirs({ approval }: Proposed, requester: Run["requester"], by: PressedBy): Notice | null {
  const isOwn = isSamePerson(requester, by.requester);
  if (approval.by === "requester") return isOwn ? null : notice("notYourRequest");
  return isOwn ? notice("ownRequest") : by.mayNot;
}

export const hasAgreed = (status: RunState, who: Requester): boolean =>
  "approvals" in status && status.approvals.some(({ requester }) => isSamePerson(requester, who));

/** A second press of one's own is no news; that somebody, or time, has decided otherwise is. */
function whyNoMore(status: RunState, by: PressedBy): Notice {
  const isUndone = status.state === "rejected" || status.state === "withdrawn" || status.state === "expired";
  return hasAgreed(status, by.requester) && !isUndone ? notice("approvedBefore") : over(status);
}

/** Why nothing is decided on what is not, or no more, waiting. */
export const over = ({ state }: RunState): Notice =>
  state === "queued" || state === "running" ? notice("changeNotYet") : { is: "changeOver", state };

function expired(status: Proposed, now: Date): ChangeDecision {
  const to: RunState = { state: "expired", finishedAt: now.toISOString(), ...proposedOf(status) };
  return { said: { is: "changeOver", state: "expired" }, to };
}

type Rejectable = Extract<RunState, { state: "pendingApproval" | "approved" }>;

/** Whoever asked may be gone for hours: what they left waiting is not theirs alone to stop. */
export const mayStillReject = (status: RunState): status is Rejectable =>
  status.state === "pendingApproval" || (status.state === "approved" && status.waitsFor === "signIn");

/** `word`: why, masked. */
export function reject(
  { status, requester }: Deciding,
  by: PressedBy,
  word: string | null,
  now: Date,
): ChangeDecision {
  if (!mayStillReject(status)) return stays(over(status));
  if (isOver(status, now)) return expired(status, now);
  if (isSamePerson(requester, by.requester)) return withdraw({ status, requester }, by.requester, now);
  const why = status.approval.by === "requester" ? notice("notYourRequest") : by.mayNot;
  if (why !== null) return stays(why);
  return {
    said: notice("changeRejected"),
    to: {
      ...{ state: "rejected", finishedAt: now.toISOString(), by: by.requester, word },
      ...proposedOf(status),
    },
  };
}

/** As long as it is not begun. */
export function withdraw({ status, requester }: Deciding, by: Requester, now: Date): ChangeDecision {
  if (!isSamePerson(requester, by)) return stays(notice("notYourRequest"));
  if (status.state !== "pendingApproval" && status.state !== "approved") return stays(over(status));
  return {
    said: notice("changeWithdrawn"),
    to: { state: "withdrawn", finishedAt: now.toISOString(), ...proposedOf(status) },
  };
}

/** What is due: its end, or that those who come second are asked. Null: nothing. */
export function atTime({ status }: Pick<Run, "status">, now: Date): RunState | null {
  if (status.state !== "pendingApproval" && status.state !== "approved") return null;
  if (isOver(status, now)) return expired(status, now).to;
  if (status.state !== "pendingApproval" || status.escalated) return null;
  return isToEscalate(status, now) ? { ...status, escalated: true } : null;
}

const isToEscalate = ({ approval, proposal }: Proposed, now: Date): boolean => {
  if (approval.by !== "others" || approval.escalate === undefined) return false;
  const since = Date.parse(proposal.seenAt);
  return now.getTime() - since >= approval.escalate.afterMinutes * 60_000;
};

/** Names of the groups that are asked by now. */
export function approverGroups({ approval, escalated }: Proposed): readonly string[] {
  if (approval.by !== "others") return [];
  const second = escalated === true ? (approval.escalate?.groups ?? []) : [];
  return [...new Set([...approval.groups, ...second])];
}
