// A change that waits for others: what its cards and presses say.
import type { Note } from "../../../core/chat/note.ts";
import type { Says } from "../says.ts";
import { states } from "./states.ts";
import { or } from "./words.ts";

type ApprovalNotes = Pick<
  Says<Note>,
  | "changeApproved"
  | "approvedBefore"
  | "changeRejected"
  | "changeWithdrawn"
  | "ownRequest"
  | "notApprover"
  | "notYourRequest"
  | "changeOver"
  | "proposalOutdated"
>;

export const approvalNotes: ApprovalNotes = {
  changeApproved: ({ missing }) =>
    missing === 0 ? "Approved. It is being done now." : `Approved. ${missing} more have to agree.`,
  approvedBefore: () => "You have approved it already.",
  changeRejected: () => "Rejected. Nothing was changed.",
  changeWithdrawn: () => "Withdrawn. Nothing was changed.",
  ownRequest: () => "You asked for this, so somebody else has to approve it.",
  notApprover: ({ groups }) => `Only members of ${or(groups)} can approve this.`,
  notYourRequest: () => "Only whoever asked for it can do that.",
  changeOver: ({ state }) => `Nothing can be decided here any more: ${states.runState[state]}.`,
  proposalOutdated: () => "This card is older than what would be approved: press Review again.",
};
