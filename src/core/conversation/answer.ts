// Everything the product says in a chat, as data. A presenter turns each kind into its card.

import type { Member } from "../access/who-may.ts";
import type { AlertSeverity, StrayAlerts } from "../alert/alert.ts";
import type { CommandRequest, CommandResult } from "../command/grammar/command-request.ts";
import type { CommandRefusal } from "../command/grammar/refusal.ts";
import type { FiredBefore, Incident, LinkedIncident, Ring, SeenBefore } from "../incident/incident.ts";
import type { RuleAlerts } from "../incident/split.ts";
import type { StoryEntry } from "../incident/story.ts";
import type { Call, Mute, PlannedMaintenance, QuietHours, Volunteer, WatchNow } from "../incident/watch.ts";
import type { Week, WeekOf } from "../incident/week.ts";
import type { ModeInForce } from "../mode.ts";
import type { AskedOfOnCall, ReadSchedule } from "../on-call/on-call.ts";
import type { Decision, DenialReason, NoOperator, PolicyGroup } from "../policy/decision.ts";
import type { Access } from "../policy/describe-access.ts";
import type { NextCall } from "../policy/on-call.ts";
import type { PolicyState } from "../policy/policy.ts";
import type { Membership, Requester, SignInFailure } from "../requester.ts";
import type { RunFailure } from "../run/failure.ts";
import type { Run } from "../run/run.ts";
import type { Permission } from "../snapshot/rights.ts";
import type { ClusterAnswer, ClusterGaps } from "./cluster-answer.ts";
import type { FileAnswer } from "./file-answer.ts";
import type { Notice } from "./notice.ts";
import type { ParseError } from "./parse-error.ts";
import type { Topic } from "./topic.ts";
import type { WaitStep } from "./wait-step.ts";

/**
 * The cluster, where nobody named one; a card says it before anything else. `remembered`: the one spoken of before;
 * `only`: there is no other that its requester can see.
 */
export type Answer = AnswerKind & Readonly<{ remembered?: string; only?: string }>;

/**
 * The output of a command as it is, secrets too. No `Answer`, so that it fits into no message of the outbox and nothing
 * else that is kept: it is posted once, and gone. `result` is as the cluster gave it, behind the command's filters.
 */
export type Unmasked = Readonly<{
  kind: "unmasked";
  /** The run whose output was masked, and who sees it as it is. */
  runId: string;
  cluster: string;
  requester: Requester;
  request: CommandRequest;
  clusterAdmin: boolean;
  result: CommandResult;
}>;

/** An incident as it stands. */
export type IncidentNow = Readonly<{
  kind: "incident";
  incident: Incident;
  diagnosis: Run | null;
  /** The newest diagnosis that named a cause, where the newest of all named none: what it was, before it was mended. */
  causeBefore: Run | null;
  change: Run | null;
  before: SeenBefore | null;
  /** Where no cause is known. */
  firedBefore?: readonly FiredBefore[];
  linked: readonly LinkedIncident[];
  /** Where nobody has taken it. */
  next?: NextCall;
}>;

/** As Teams shows it. `channel`: null where that is not told, and of the first channel of a team, `isGeneral`. */
export type PlaceName = Readonly<
  { is: "chat" | "unread" } | { is: "channel"; team: string; channel: string | null; isGeneral: boolean }
>;

export type IncidentStory = Readonly<{
  kind: "incidentStory";
  now: IncidentNow;
  entries: readonly StoryEntry[];
  names: readonly Readonly<{ key: string; name: string | null }>[];
  /** Names of those on call who were not in the channel when people were called last, as far as a schedule still says so. */
  elsewhere: readonly string[];
  /** Where it lived; only the report tells it. */
  place?: PlaceName;
  /** There are more alerts, or more steps of people, than it holds. */
  goesOn: boolean;
  /** Of its rules those that fired within 90 days before; the others did not. */
  firedBefore: readonly FiredBefore[];
  head: Readonly<{ seq: number; hash: string }> | null;
  /** ISO time, UTC. */
  writtenAt: string;
}>;

/** The worst first; null: nobody and no alert said it. */
export type SeverityCounts = readonly Readonly<{ severity: AlertSeverity | null; count: number }>[];

/** `denied`: by the policy. `unread`: Azure did not show it, so it is not followed. */
export const patternParts = [
  ...(["added", "changed", "already", "removed", "denied", "unread", "plannedUnread"] as const),
];
export type PatternPart = (typeof patternParts)[number];

type AnswerKind = Readonly<
  | { kind: "help"; welcome: boolean }
  | ClusterAnswer
  /**
   * It takes its time; nothing of it is on its way yet. `step`: what it waits for, where that is outside. `card`: the id
   * of the run that may come of it; `userId`: of whoever asked.
   */
  | {
      kind: "waiting";
      card: string;
      userId: string;
      asked: string;
      step: WaitStep | null;
      seconds: number;
    }
  /** A run in any state, edited into the same message as it goes on. `page` of its output as text, from 1; null: told. */
  | { kind: "run"; run: Run; page: number | null }
  /** The output is for the requester alone; the thread gets only this. */
  | { kind: "sentPrivately"; run: Run }
  | {
      kind: "denied";
      asked: string;
      cluster: string;
      decision: Extract<Decision, { effect: "deny" }>;
      /** A line that reads less, and may be allowed. */
      instead?: string;
    }
  /** Our policy allowed it, Azure did not. */
  | {
      kind: "azureDenied";
      asked: string;
      cluster: string;
      needs: Permission;
      role: string;
      /** Names the person in the line that an owner would run. */
      requester?: Requester;
      /** Azure shows this person no cluster at all, so no scope is known: a role on the cluster or above it opens it. */
      noneVisible?: true;
    }
  /** `instead`: a line that would be answered. */
  | { kind: "refused"; asked: string; refusal: CommandRefusal; instead?: string }
  /** `suggestions`: whole lines that are understood and accepted. `also`: of a line that is answered, what else it asks for; `found`: what it asks of each that a look found. */
  | {
      kind: "notUnderstood";
      asked: string;
      reason: ParseError;
      suggestions?: readonly string[];
      also?: true | "found";
    }
  /** About the bot itself. */
  /** `open`: the only request of whoever asks that they may still withdraw here. */
  | { kind: "told"; asked: string; topic: Topic; open?: string }
  /** A change that was asked for in words, as the line that asks for it. `unread`: words that the line says nothing of. */
  | { kind: "askBack"; asked: string; line: string; unread?: readonly string[] }
  /** `others`: what others asked here and waits for an approval, and how many more there are; null where nobody else asks. */
  | {
      kind: "status";
      runs: readonly Run[];
      others: readonly Run[] | null;
      moreOthers?: number;
      /** For operators: alerts of the last 24 hours that named no cluster that anybody follows. */
      strays?: StrayAlerts;
      now: string;
    }
  | (Access & {
      kind: "whoAmI";
      requester: Requester;
      membership: Membership;
      groups: readonly PolicyGroup[];
    })
  | {
      kind: "canI";
      asked: string;
      cluster: string;
      decision: Decision;
      azure: Readonly<{
        state: "allowed" | "missing" | "unknown";
        needs: readonly Permission[];
        role: string | null;
      }>;
    }
  /** What nothing here does, whoever asks. */
  | { kind: "canI"; asked: string; cluster: string; refusal: CommandRefusal }
  /** What became of `watch` and `unwatch`. */
  | {
      kind: "watch";
      cluster: string;
      id: string | null;
      outcome: "added" | "already" | "changed" | "removed" | "notWatched" | "muted" | "unmuted";
      /** What is in force now. */
      mute?: Mute;
      /** Of that, and of worse; left out: of all. */
      severity?: AlertSeverity;
      /** Null: they were ended. */
      quiet?: QuietHours | null;
      planned?: PlannedMaintenance;
      /** These rights do not show when maintenance is planned. */
      plannedUnread?: true;
      volunteer?: Volunteer;
    }
  /** What became of each cluster whose name fits, by name. `fitting`: how many do, where they are too many at once. */
  | {
      kind: "watchPattern";
      pattern: string;
      outcome: "watched" | "removed";
      names: Readonly<Partial<Record<PatternPart, readonly string[]>>>;
      fitting?: number;
      /** As the line says. */
      severity?: AlertSeverity;
      quiet?: QuietHours | null;
      problem?: ClusterGaps | null;
    }
  | { kind: "watches"; watches: readonly WatchNow[] }
  /** By each schedule, or why it was not read; `cluster`: null where any is meant. */
  | {
      kind: "onCall";
      cluster: string | null;
      schedules: readonly ReadSchedule[];
      beside?: readonly AskedOfOnCall[];
    }
  /** In a personal chat there is nobody to tell. */
  | { kind: "watchElsewhere"; asked: string }
  /** With the newest diagnosis and the newest change of its thread; null where there is none. */
  | IncidentNow
  /**
   * Its story, in the order of time. `now`: as it stands. `names`: of those who did something, by `personKey`; null where
   * nobody is known by it. `head`: of the audit trail, which holds all of it.
   */
  | IncidentStory
  /**
   * Those of this channel or chat that its reader may see. `of`: the cluster that was asked about. `past`: it was asked for
   * those of a time, of which these are the newest.
   */
  | {
      kind: "incidents";
      of: string | null;
      incidents: readonly IncidentNow[];
      past?: Readonly<{ month: boolean; count: number; bySeverity: SeverityCounts }>;
    }
  /** The rules of its alerts, of which one is to be chosen to split it. `written`: what fits none of them, or several. */
  | {
      kind: "incidentRules";
      incident: string;
      cluster: string;
      written: string | null;
      fits: "none" | "several";
      rules: readonly RuleAlerts[];
    }
  /** How the week of these clusters went here. `weekly`: the channel gets that each week. */
  | ({ kind: "week"; week: Week; clusters: readonly string[]; weekly: boolean } & Pick<WeekOf, "from" | "to">)
  /** What became of `weekly on` and `weekly off`. `next`: when the next card comes; ISO time. */
  | { kind: "weekly"; outcome: "on" | "alreadyOn" | "off" | "alreadyOff"; next: string }
  /** Whoever has it now is told so in its thread, in a message of its own: an edit of the card notifies nobody. */
  | {
      kind: "incidentHanded";
      incident: string;
      cluster: string;
      by: string;
      person: Pick<Member, "userId" | "name">;
    }
  /** Nobody has taken it for so many minutes: who is on call for its cluster, and here, is mentioned in its thread. */
  | {
      kind: "incidentEscalated";
      incident: string;
      cluster: string;
      minutes: number;
      people: readonly Pick<Member, "userId" | "name">[];
      /** Names of those on call whom the channel does not have. */
      elsewhere: readonly string[];
      /** Names of schedules that were not read; `unattended`: since nobody stands for the channel with whose rights they are. */
      unread: readonly string[];
      unattended?: readonly string[];
      /** With whose rights schedules were read. */
      readAs?: string;
      before?: readonly Call[];
      next?: NextCall;
    }
  /** A new post beside the card, since an edit notifies nobody. */
  | { kind: "incidentRing"; now: IncidentNow; ring: Ring }
  /** Shown where sign-in cannot happen (a channel, a group chat); it goes on in the personal chat. */
  | { kind: "signInElsewhere"; asked: string; chatUrl: string }
  | { kind: "signInFailed"; asked: string; failure: SignInFailure }
  /** `late`: questions that waited too long to be answered unasked; they are to be asked again. */
  | { kind: "signedIn"; requester: Requester; resumed: string | null; late?: readonly string[] }
  | { kind: "signedOut" }
  /** The mode in force forbids it. */
  | { kind: "closed"; asked: string; reason: DenialReason }
  /** The mode in force, null where it could not be read. `refused`: why it was not set. */
  | {
      kind: "mode";
      mode: ModeInForce | null;
      changed: boolean;
      refused: NoOperator | null;
      policy: PolicyState;
    }
  /** The last sealed row of the audit trail, and how many wait. */
  | { kind: "auditHead"; seq: number; hash: string; unsealed: number }
  /** Asked before anything is removed. `pendingId` finds the wish again, for the person who had it. */
  | { kind: "forgetMe"; pendingId: string; auditDays: number }
  | {
      kind: "forgotten";
      requests: number;
      feedback: number;
      conversations: number;
      questions: number;
      /** Watches that lost the person's name and go on. */
      watches: number;
      /** Requests that still go on. */
      running: number;
      /** ISO time at which the last audit entry about the person so far has had its time. */
      auditUntil: string;
    }
  /** Somebody used a rule for emergencies, by which this run changes something. */
  | { kind: "emergency"; run: Run; rule: string }
  /** A change that others have to agree on, as whoever pressed Review may decide on it. */
  | { kind: "review"; run: Run; as: "approver" | "agreed" | "requester" }
  /**
   * Those who may approve it are asked, in a message of its own that names them; nobody is named where none of the groups
   * is known to be here. Once it is decided the same message says so. `seenBy`: as it is shown to this one of them alone,
   * who decides on it there.
   */
  | {
      kind: "approvalWanted";
      run: Run;
      groups: readonly string[];
      people: readonly Pick<Member, "userId" | "name">[];
      seenBy?: string;
    }
  /** Somebody is asked to make the fix of a diagnosis, in a message of its own that names them. */
  | { kind: "fixAsk"; run: Run; by: Requester; person: Pick<Member, "userId" | "name"> }
  | FileAnswer
  /** What a button has done, where the press itself cannot be answered. */
  | { kind: "noted"; text: Notice }
  /** A button that could do nothing, where the press itself cannot be answered. */
  | { kind: "pressRefused"; reason: Notice }
  /** Something of Azure, Teams or the database failed outside a run. `id` finds the log line. */
  | {
      kind: "failure";
      asked: string;
      failure: RunFailure;
      id: string | null;
      /** The output of what was asked was to be shown as it is. */
      asItIs?: true;
    }
>;
