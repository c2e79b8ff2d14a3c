// When somebody's rights are asked, and what is asked then: the table that every use case goes by. The gates of a row are
// asked in their order; the first that says no has the word, and none behind it is asked.
import type { AuditEntry } from "../audit/audit-event.ts";
import type { Activity } from "../mode.ts";

export type Gate =
  /** The run stands where this person may know of it. */
  | "known"
  | "signIn"
  | "mode"
  /** The policy in force, for exactly this on this cluster. */
  | "policy"
  /** The policy in force, where it is not known yet which cluster is meant: some rule allows it on some cluster. */
  | "anywhere"
  /** Some rule lets this person change something by a file. */
  | "byFile"
  /** What is for one person alone is not shown where others read it. */
  | "shown"
  /** The policy shows the output unmasked. */
  | "unmasked"
  /** Azure would give this person the same answer. */
  | "azure"
  /** Somebody else asked for it, and others than they have to agree. */
  | "others"
  /** One of those who may agree. */
  | "approver"
  /** Nothing in the policy closes it to them, and Azure lets them make each of its writes. */
  | "runner"
  /** One of those who may switch the mode. */
  | "operator";

type Kept = Readonly<{
  /** The name of the entry: of the action with this word behind it, or the one that the caller gives. */
  name: "authorize" | "canI" | "given";
  /** Null where what is begun writes an entry of its own. */
  allowed: AuditEntry["outcome"] | null;
  /** What is written down at once. Everything else is the caller's to write, in the transaction in which it acts. */
  written: "denials" | "both" | "none";
  /** It says why not, and by which rule its run was allowed: the policy itself is not asked anew. */
  ofRun?: true;
  /** Whoever has to sign in first was refused nothing yet. */
  afterSignIn?: true;
}>;

type Row = Readonly<{
  gates: readonly Gate[];
  /** What the mode has to let through, where that is not what the action does. */
  activity?: Activity;
  /** Null: nothing is recorded of it but by what comes of it. */
  record: Kept | null;
}>;

const denialsAtOnce = { name: "authorize", allowed: null, written: "denials", afterSignIn: true } as const;
/** The refusals of an approval are written under the lock of its run. */
const byDecision = { name: "given", allowed: null, written: "none", ofRun: true } as const;

export const moments = {
  /** Something is asked for, and it is not known yet of which cluster: Azure is asked about none before. */
  beforehand: { gates: ["signIn", "mode", "anywhere"], record: denialsAtOnce },
  /** Something is asked for. */
  request: { gates: ["signIn", "mode", "policy"], record: denialsAtOnce },
  /** Something that goes on is ended, which works in every mode. */
  release: { gates: ["signIn", "policy"], record: denialsAtOnce },
  /** "Would this be allowed?": nothing is done, and yet it tells somebody what they may do. */
  question: {
    gates: ["signIn", "mode", "policy"],
    record: { name: "canI", allowed: "allowed", written: "both" },
  },
  /** Something that reads less is to be offered in the place of what is not allowed. */
  alternative: { gates: ["signIn", "mode", "policy"], record: null },
  /** Lines about clusters are to be offered. */
  suggest: { gates: ["signIn", "anywhere"], record: null },
  /** Something that is there is to be listed, or a button to be offered. */
  offer: { gates: ["signIn", "policy"], record: null },
  /** A button about a run that says something, and starts nothing. */
  press: {
    gates: ["signIn", "mode", "policy"],
    record: { name: "given", allowed: "recorded", written: "denials", afterSignIn: true },
  },
  /** What is kept of a run is to be shown: it is worth what it takes to get it, and starts nothing. */
  read: {
    gates: ["known", "signIn", "mode", "policy", "shown", "azure"],
    activity: "read",
    record: { name: "given", allowed: "allowed", written: "both" },
  },
  /** An output is to be shown as it is, for which its command is run again. */
  unmask: {
    gates: ["known", "signIn", "mode", "policy", "unmasked", "azure"],
    record: { name: "given", allowed: "allowed", written: "denials" },
  },
  /** The same, when nothing is left to wait for before the wire. */
  sendUnmasked: { gates: ["signIn", "mode", "policy", "unmasked"], record: null },
  /** A worker begins with a run, or with what was agreed on. */
  execute: { gates: ["signIn", "mode", "policy", "shown"], record: null },
  /** The same, when nothing is left to wait for before the wire. */
  send: { gates: ["signIn", "mode", "policy", "shown"], record: null },
  /** What was sent before cannot be recalled: what came of it is shown in any mode. */
  follow: { gates: ["signIn", "policy", "shown"], record: null },
  /** Somebody agrees to a change or a fix. The mode speaks before anybody is asked to sign in. */
  approve: { gates: ["mode", "others", "signIn", "approver"], record: byDecision },
  /** What it would do is to be seen by somebody else than whoever asked, or rejected: in any mode. */
  review: { gates: ["others", "signIn", "approver"], record: byDecision },
  reject: { gates: ["others", "signIn", "approver"], record: byDecision },
  /** Whether who agreed still may, before what they agreed to is sent. */
  confirm: { gates: ["signIn", "approver"], record: null },
  /** What somebody else asked for is to be done with this person's rights, who has agreed to it. */
  runAs: { gates: ["signIn", "mode", "others", "approver", "runner"], record: null },
  /** The mode is to be set. */
  operate: {
    gates: ["signIn", "operator"],
    record: { name: "given", allowed: "succeeded", written: "denials" },
  },
  /** What goes wrong unseen is to be told to those who can mend it. */
  oversee: { gates: ["signIn", "operator"], record: null },
  /** A file was sent. */
  attach: { gates: ["mode", "signIn", "byFile"], record: null },
} as const satisfies Readonly<{ [moment: string]: Row }>;

export type Moment = keyof typeof moments;

export const rowOf = (moment: Moment): Row => moments[moment];
