// Why something did not end well, as data: what happened, what was and was not done, and what is missing. The catalogue
// says it, and what to do.

import { smallestRole } from "../access/roles.ts";
import type { ModeForbids } from "../mode.ts";
import type { DenialReason } from "../policy/decision.ts";
import type { SignInFailure } from "../requester.ts";
import type { ActivatableRole, Permission } from "../snapshot/rights.ts";
import type { ArmFailure, Unavailable, WhyUnread } from "../snapshot/section.ts";
import type { Unseen } from "./proposed.ts";

type Nothing = Readonly<Record<never, never>>;

/** Why what somebody else asked for is not done with somebody's rights, though they agreed to it. */
export type WhyNoRunner = Readonly<
  /** `activate`: a role of theirs that they could activate first. */
  | { is: "runnerLacks"; action: string; scope: string; activate?: ActivatableRole | null }
  /** `said`: why Azure's rights could not be read. */
  | { is: "runnerUnknown"; said: WhyUnread }
  /** A rule that denies closes it to them, whoever asked for it. */
  | { is: "runnerDenied"; rule: string }
>;

/** Operators took it away, no rule lets it read any more, the channel follows no more; Entra, or Azure, says no. */
export type ReaderStop = "off" | "policy" | "unwatched" | "token" | "rights";

type Values = {
  signIn: { failure: SignInFailure };
  azureRefused: { failure: ArmFailure };
  unread: { section: Omit<Unavailable, "status"> };
  byMode: { why: ModeForbids };
  /** Mode and policy were asked again. */
  noLongerAllowed: { why: DenialReason };
  /** The policy was changed since: the output is for one person alone, and this is a thread. */
  noLongerHere: Nothing;
  /** Nobody asked, and whoever it was begun as stands for the channel no more. */
  standsNoMore: Nothing;
  /** Of the bot's own read-only identity: what keeps it from reading the cluster. */
  readerStopped: { why: ReaderStop };
  /** It was to be shown as it is. */
  noLongerUnmasked: { why: DenialReason | Readonly<{ is: "maskedOnly" }> };
  /** An exception of ours or an outage: `id` finds the log line. */
  unexpected: { id: string };

  clusterStopped: { cluster: string };
  runCommandDisabled: { cluster: string };
  identityChanged: Nothing;
  /** AKS's own words, masked; null where it said none. */
  commandNotRun: { said: string | null };
  /** Azure does not find what it gave an id for. */
  commandGone: Nothing;
  outputWithheld: Nothing;
  stillRunning: Nothing;
  noAnswerAfterSending: { failure: ArmFailure };
  stoppedWhileSending: Nothing;

  /** `unmasked`: for an output as it is. */
  noPersonalChat: { url: string; unmasked: boolean };
  noChatForFile: { url: string };
  outputNotTaken: Nothing;
  outputPerhapsTaken: Nothing;
  outputNotShown: Nothing;
  answerPerhapsTaken: Nothing;
  restarted: Nothing;
  restartedWhileShowing: Nothing;
  /** A press about a change; it may have been written down. */
  restartedWhileDeciding: Nothing;

  signInServiceSilent: Nothing;
  databaseSilent: Nothing;
  /** The result of a run that was kept is gone. */
  resultGone: Nothing;

  /** Somebody changed or deleted these since what was approved was looked at. */
  objectChanged: { objects: readonly string[] };
  /** What a fix left there is not what stands there now: taking it back could undo what others did. */
  changedSinceFix: { objects: readonly string[] };
  /** A fix was to make these, and by now they are there: it would write over them. */
  madeSince: { objects: readonly string[] };
  /** A fix was asked for while the look inside its cluster went on, which has found another cause. */
  otherCause: Nothing;
  objectNotFound: { names: readonly string[] };
  /** The cluster's own words, masked; null where they are for whoever asked alone. */
  dryRunRefused: { said: string | null };
  /** What a change would do can be shown to nobody whole; empty where what of it is for whoever asked alone. */
  notAllSeen: { unseen: readonly Unseen[] };
  /** What a change would do could not be read. */
  lookUnreadable: Nothing;
  /** Asked again before it is done: their groups could not be read, or are none of those that approve. */
  approvalUnconfirmed: { person: string };
  /** It was to be done with the rights of this person, who approved it. */
  runnerMayNot: { person: string; why: WhyNoRunner };
  /** It would leave each of these as it is. */
  nothingToChange: { objects: readonly string[] };
  approvalExpired: Nothing;
  /** What was approved is not what would be done. */
  approvalOtherwise: Nothing;
  /** The policy asks for more by now: `count` members of these groups, and so many of them have agreed. */
  approvalTooFew: { count: number; groups: readonly string[]; given: number };
  /** Whether its objects are as they were could not be found out at that moment. */
  objectsUnread: Nothing;
  /** A change was sent, or about to be, and nobody has heard what became of it. */
  changeUnanswered: { failure: ArmFailure };
  changeInterrupted: Nothing;
  /** It was sent, and what it printed could not be read. */
  changeUnreadable: Nothing;
  /** The file of a change is not kept any more, or cannot be opened. */
  sentFileGone: { name: string };
  /** In a chat with the bot alone nobody else can approve anything. */
  needsThread: Nothing;
  /** Of an emergency: in a chat with the bot alone, where nobody else is known to be, or since Teams has not taken it. */
  emergencyUnheard: { because: "botAlone" | "nobodyElse" | "notTaken" };
};

export type Happened = { [K in keyof Values]: Readonly<{ is: K } & Values[K]> }[keyof Values];

/** What was and was not done. */
export type Done =
  | "nothingSent"
  | "nothingSentAnywhere"
  | "nothingSentForIt"
  | "nothingSentUnlessSaid"
  /** What it would do was asked, at most. */
  | "nothingChanged"
  /** Of a fix: its first writes were made, and stay made. */
  | "partlyMade"
  | "perhapsSent"
  | "sentBefore"
  | "sentOutputUnread"
  | "sentOutputNotKept"
  | "sentPerhapsRunning"
  | "sentUnknown"
  /** The cluster did not take the pod that AKS runs a command in. */
  | "podRefused"
  | "podTried"
  | "noOutput"
  | "unknown"
  | "ranAgain"
  | "perhapsRanAgain"
  | "notPostedAgain"
  | "nothingRemoved"
  | "signInRemoved"
  | "ran";

/** `code` is stable for scripts and the audit trail. */
export type RunFailure = Readonly<{
  code: string;
  happened: Happened;
  done: Done;
  needs?: Readonly<{ action: string; scope: string; role?: string }>;
  /** A role that would do, and that whoever asked could activate. */
  activate?: ActivatableRole;
}>;

const nothing: readonly Done[] = [
  "nothingSent",
  "nothingSentAnywhere",
  "nothingSentForIt",
  "nothingChanged",
  "podRefused",
];

/** Whether what changes something may have changed it: whatever does not say that it did not may have. */
export const mayHaveChanged = (done: Done): boolean => !nothing.includes(done);

// Why AKS did not run a command, out of what it says: it runs one in a pod of its own, and the cluster may not take that.
// https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/error-codes/resolve-az-aks-command-invoke-failures

export type PodTrouble = Readonly<
  { is: "webhook"; name: string | null } | { is: "image" | "noNode" | "quota" | "notInTime" }
>;

const image = /image ?pull ?back ?off|err ?image ?pull|failed to pull image|pull image .{0,200}failed/i;
const noNode =
  /unschedulable|nodes are available|insufficient (cpu|memory|pods)|untolerated taint|no nodes? available/i;
const quota = /exceeded quota|failed quota/i;
const notInTime = /not started? within|did(n't| not) start|timed ?out|time ?out|deadline exceeded/i;

/** It was never made, so nothing ran in it. */
export const isPodRefused = (text: string): boolean => {
  const trouble = podTrouble(text)?.is;
  return trouble === "webhook" || trouble === "quota";
};

/** Null where it says none of these. Reasons are some hundred characters long. */
export function podTrouble(text: string): PodTrouble | null {
  const said = text.slice(0, 4_000);
  if (/admission webhook/i.test(said) && /denied|refused|failed/i.test(said))
    return { is: "webhook", name: /admission webhook \\?"([^"\\]{1,200})/i.exec(said)?.[1] ?? null };
  if (image.test(said)) return { is: "image" };
  if (noNode.test(said)) return { is: "noNode" };
  if (quota.test(said)) return { is: "quota" };
  return notInTime.test(said) ? { is: "notInTime" } : null;
}

/** Where it says none of these, AKS has waited for the pod in vain. */
export const likelyPodTrouble = (text: string): PodTrouble => podTrouble(text) ?? { is: "notInTime" };

// Failures as data, in one place: what happened, what was and was not done, and what is missing.

export const signInFailure = (failure: SignInFailure, done: Done = "nothingSent"): RunFailure => ({
  code: `signIn.${failure.code}`,
  happened: { is: "signIn", failure },
  done,
});

const withRole = ({ action, scope }: Permission) => ({
  needs: { action, scope, role: smallestRole(action) },
});

export const armFailure = (failure: ArmFailure, done: Done = "nothingSent"): RunFailure =>
  failure.signIn
    ? signInFailure(failure.signIn, done)
    : {
        code: failure.code,
        happened: { is: "azureRefused", failure },
        done,
        ...(failure.needs ? withRole(failure.needs) : {}),
      };

export const unavailableFailure = ({ status: _, ...section }: Unavailable): RunFailure => {
  const challenged = challengeIn(section);
  if (challenged !== null) return signInFailure(challenged);
  const [needs] = section.needs;
  return {
    code: section.reason,
    happened: { is: "unread", section },
    done: "nothingSent",
    ...(needs ? withRole(needs) : {}),
  };
};

/** Azure wants to see more in the sign-in before it says anything; null where that is not why nothing was read. */
const challengeIn = ({ message }: Pick<Unavailable, "message">): SignInFailure | null =>
  message.is === "refused" && message.failure.signIn?.claims !== undefined ? message.failure.signIn : null;

export const readerFailure = (why: ReaderStop): RunFailure => ({
  code: `reader.${why}`,
  happened: { is: "readerStopped", why },
  done: "nothingSent",
});

/** An exception of ours or an outage: `id` finds the log line. */
export const unexpected = (id: string, done: Done): RunFailure => ({
  code: "unexpected",
  happened: { is: "unexpected", id },
  done,
});

/** A failure of which nothing more is known than its name. */
export const plainFailure = (code: string, is: PlainHappened, done: Done): RunFailure => ({
  code,
  happened: { is },
  done,
});
type PlainHappened =
  Extract<RunFailure["happened"], Readonly<{ is: string }>> extends infer Each
    ? Each extends Readonly<{ is: infer Is }>
      ? Exclude<keyof Each, "is"> extends never
        ? Is
        : never
      : never
    : never;
