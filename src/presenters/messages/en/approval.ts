// A change that waits for others: what its cards and presses say, until something is done.
import type { Notice } from "../../../core/conversation/notice.ts";
import type { Says } from "../says.ts";
import { states } from "./states.ts";
import { dotted, list, message, or } from "./words.ts";

type ApprovalNotes = Pick<
  Says<Notice>,
  | "changeApproved"
  | "approvedBefore"
  | "notAllSeen"
  | "changeRejected"
  | "changeWithdrawn"
  | "ownRequest"
  | "notApprover"
  | "notYourRequest"
  | "changeNotYet"
  | "changeOver"
  | "noSuchChange"
  | "proposalOutdated"
>;

const approved = message<{ missing: number }>(
  "Approved. {missing, plural, =0 {It is done next, once.} one {# more person has to agree.} other {# more people have to agree.}}",
);

export const approvalNotes: ApprovalNotes = {
  changeApproved: ({ missing }) => approved({ missing }),
  approvedBefore: () => "You have approved it already.",
  notAllSeen: () => "Nobody can approve this: some of what it would change is shown to nobody.",
  changeRejected: () => "Rejected. Nothing was changed.",
  changeWithdrawn: () => "Withdrawn. Nothing was changed.",
  ownRequest: () => "You asked for this, so somebody else has to approve it.",
  notApprover: ({ groups }) => `Only members of ${or(groups)} can approve or reject this.`,
  notYourRequest: () => "Only whoever asked for it can do that.",
  changeNotYet: () => "Nothing can be decided yet: what it would do is still being looked at.",
  noSuchChange: () => "I know no such change here: a change is decided on where it was asked for.",
  changeOver: ({ state }) => `Nothing can be decided here any more: ${states.runState[state]}.`,
  proposalOutdated: () =>
    "This card is older than what would be approved, so nothing was approved: press “Review” again.",
};

const members = message<{ count: number; groups: string }>(
  "{count, plural, one {One member} other {# members}} of {groups}",
);

const deed = message<{ verb: string; what: string; more: number }>(
  "{verb} {what}{more, plural, =0 {} other { and # more}}",
);

export const approvalTexts = {
  approval: {
    /** Titles of at most 12 characters: two fit on a phone. */
    buttons: {
      review: "Review",
      approve: "Approve once",
      reject: "Reject",
      rejectNow: "Reject it",
      withdraw: "Withdraw",
      doIt: "Do it now",
      look: "Look now",
    },
    /** As kubectl calls the verb and the first object; `more`: so many others. */
    deed: (verb: string, what: string, more: number) => deed({ verb, what, more }),
    title: (state: string, what: string, cluster: string) => `${state}: ${what} on ${cluster}`,
    needed: "▲ Your approval is needed",
    confirm: "▲ Waits for you",
    wanted: "▲ Approval wanted",
    agreed: "✔ Approved",
    emergency: (title: string) => `EMERGENCY – ${title}`,
    asks: (name: string, reason: string | null) =>
      reason === null ? `Asked by ${name}. No reason given.` : `Asked by ${name}: ${reason}`,
    where: "Where",
    place: (cluster: string, namespace: string | null) =>
      namespace === null ? cluster : `${cluster}, namespace ${namespace}`,
    runsAs: "Runs as",
    requesterRights: (name: string) => `${name}, with their rights and nobody else's`,
    adminRights: (name: string) => `cluster-admin: ${name} may do everything there`,
    needs: "Needs",
    members: (count: number, groups: readonly string[]) => members({ count, groups: or(groups) }),
    requesterAlone: (name: string) => `${name} alone, who asked: the policy wants nobody else`,
    askedToo: "Asked, too",
    groups: (groups: readonly string[]) => or(groups),
    approved: "Approved by",
    people: (names: readonly string[]) => list(names),
    approver: (name: string, time: string) => `${name} (${time})`,
    nobodyYet: "Nobody yet",
    until: "Until",
    nothingYet: "Nothing was changed yet.",
    confirmFirst: (name: string) => `Nothing was changed yet: ${name} has to confirm it.`,
    /** The label of the field; hidden until somebody wants to reject. */
    word: "Why not? May stay empty.",
    tooLong:
      "▲ It does not fit a card whole, and nobody approves what they cannot see: reject it, and have it asked for in smaller parts.",
    /** Follow the names of those who are asked. */
    asksYou: (by: string, until: string) => `: ${by} asks you to approve this until ${until}.`,
    asksGroups: (by: string, groups: readonly string[], until: string) =>
      `${by} asks members of ${or(groups)} to approve this until ${until}.`,
    wantedFooter: (run: string) => dotted([run, "its card says where it stands"]),
    /** Behind `emergency`. */
    usedRule: (name: string, cluster: string) => `${name} uses an emergency rule on ${cluster}`,
    /** Behind `emergency`, where nothing came of it. */
    wantedRule: (name: string, cluster: string) => `${name} wanted to use an emergency rule on ${cluster}`,
    notSent: "Nothing was changed. Its card, where it was asked for, says why.",
    rule: "Rule",
    sentOnce: "It is sent once. Its card, where it was asked for, says what came of it.",
  },
};
