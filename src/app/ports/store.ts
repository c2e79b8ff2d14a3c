// What is kept: questions, runs, people, the mode and the audit trail, and the jobs that come of it. Adapters in `store/`.
import type { AuditEntry, AuditEvent } from "../../core/audit/audit-event.ts";
import type { FixTask } from "../../core/change/agreed-task.ts";
import type { Delivery, Message } from "../../core/delivery/message.ts";
import type { KeptDigest } from "../../core/diagnosis/since/kept.ts";
import type { ModeInForce } from "../../core/mode.ts";
import type { PersonId, ReaderIdentity, Requester } from "../../core/requester.ts";
import type { Feedback, Tally } from "../../core/run/feedback.ts";
import type { ConversationRef, FixAsk, Run, RunState, RunStateName } from "../../core/run/run.ts";
import type { Client } from "../../core/snapshot/snapshot.ts";
import type { SentFileStore } from "./files.ts";
import type { IncidentStore } from "./incidents.ts";
import type { Delivered, OutboxStore, Pending, Question } from "./outbox.ts";

// What is kept of the last diagnoses of a cluster, to be compared with the next; part of the ports.

export interface DigestStore {
  /** Replaces an older one of the same cluster and verdict. It goes with its run; without that nothing is kept. */
  keepDigest(kept: KeptDigest): Promise<void>;
  /** One for each verdict at most. `clusterId` in any case. */
  digestsOf(clusterId: string): Promise<readonly KeptDigest[]>;
}

// How many ids and codes a person sent that are none; part of the ports.

export type GuessLimit = Readonly<{ guesses: number; milliseconds: number }>;

export interface GuessStore {
  /** Whether something may be looked up for them: they have not been wrong too often. */
  mayGuess(person: string, limit: GuessLimit): Promise<boolean>;
  /**
   * What they sent was looked up and is not there: that counts, for all processes at once; the count begins anew when
   * `limit`'s time is over. False: that was one too many. `audit` is written with the one that was the last.
   */
  countGuess(person: string, limit: GuessLimit, audit: AuditEntry): Promise<boolean>;
}

// Where people said that they are, for a while; part of the ports.

/**
 * `clusterName`: of the cluster that it was said with; null where the place is the same for each.
 * `saidAt`: ISO time, UTC.
 */
export type SaidPlace = Readonly<{
  place: Pick<Client, "ip" | "virtualNetwork" | "stands">;
  clusterName: string | null;
  saidAt: string;
}>;

export interface SaidPlaceStore {
  /** Replaces what this person said before, and removes what others said before `notBefore`. */
  savePlace(person: PersonId, said: SaidPlace, notBefore: string): Promise<void>;
  /** Null where nothing was said, or before `notBefore`. */
  placeSaid(person: PersonId, notBefore: string): Promise<SaidPlace | null>;
  forgetPlace(person: PersonId): Promise<void>;
}

export type Person = Requester & Readonly<{ userId: string }>;
/** How many rows went, and how many watches lost the person's name; `running`: requests that still go on, and were left. */
export type Forgotten = Readonly<
  Record<"requests" | "feedback" | "conversations" | "questions" | "watches" | "running", number>
>;

/** `to`: null where the run stays as it is, and nothing is written. */
export type RunMove<Said> = Readonly<{
  said: Said;
  to: RunState | null;
  messages: readonly Message[];
  audit: AuditEntry | null;
}>;

/** Which policy a process decides by, and when it took that up. */
export type PolicyVersion = Readonly<{ version: string; since: string }>;

/**
 * What became of a new run. `asked`: the same fix is asked for already, by this run. "notOurs": its question is not ours
 * to answer any more.
 */
export type Created = "created" | "notOurs" | Readonly<{ asked: Run }>;

export interface Store
  extends IncidentStore,
    OutboxStore,
    GuessStore,
    DigestStore,
    SaidPlaceStore,
    SentFileStore {
  /**
   * Keeps its conversation too. False when this activity was claimed before, by this process or another. With `answer`
   * it is answered in the same moment, and closed.
   */
  claimQuestion(question: Question, answer?: Message): Promise<boolean>;
  /** Closes one that needs no message. */
  closeQuestion(key: string): Promise<void>;
  /**
   * One transaction: the run, its audit entry, its job and its messages; and its question is closed. The run says how
   * many are before it. Nothing is written, unless it says "created".
   */
  createRun(
    run: Run,
    question: string | null,
    messages: readonly Message[],
    audit: AuditEntry,
  ): Promise<Created>;
  /** One that has not ended, of the same diagnosis or with the very same writes: two people diagnose one fault. */
  openFix(asked: Pick<FixTask, "of" | "undoes" | "writes">): Promise<Run | null>;
  /** The newest that this one proposed and that was done: a fix or a change of a diagnosis, or what takes a fix back. */
  followedBy(id: string): Promise<Run | null>;
  /**
   * Moves the run only if it is in one of `from`; its audit entry and messages are written in the same transaction.
   * False: somebody else moved it.
   */
  moveRun(
    id: string,
    from: readonly RunStateName[],
    to: RunState,
    messages: readonly Message[],
    audit: AuditEntry | null,
  ): Promise<boolean>;
  /**
   * One transaction on the run as it stands, which nobody else moves meanwhile: writes what `step` makes of it. Where the
   * database's answer was lost it is written once more, and `step` asked again, unless what it made stands there. A run
   * that is approved by it gets its job. Null: there is no such run.
   */
  stepRun<Said>(id: string, step: (run: Run) => RunMove<Said>): Promise<Said | null>;
  /** Runs that wait for an approval, or for what comes behind it, of one person or of all; the oldest first. */
  undecidedRuns(limit: number, of?: PersonId): Promise<readonly Run[]>;
  /** Changes that others may approve, asked for in this channel or chat: emergencies, then the newest first. */
  waitingIn(place: string, limit: number): Promise<readonly Run[]>;
  run(id: string): Promise<Run | null>;
  runsOf(person: PersonId, limit: number): Promise<readonly Run[]>;
  /** Replaces what this person said before, its audit entry in the same transaction. Null: there is no such run. */
  saveFeedback(feedback: Feedback, audit: AuditEntry): Promise<Tally | null>;
  /**
   * One transaction: that whoever may make this run's fix was asked to, the message that asks them, and its audit entry.
   * False, and nothing is written, where they were asked before, or nobody is named there.
   */
  askForFix(ask: FixAsk, message: Message, audit: AuditEntry): Promise<boolean>;
  /** Throws where the database cannot tell: the caller must take that for "nothing is allowed". */
  mode(): Promise<ModeInForce>;
  /** In force for every process at once, its audit entry in the same transaction. */
  setMode(mode: ModeInForce, audit: AuditEntry): Promise<void>;
  /** One transaction: all that is kept of a person but audit entries and runs that go on; `audit` gets the counts. */
  forget(person: Person, audit: (forgotten: Forgotten) => AuditEntry): Promise<Forgotten>;
  /** Newest reference of a conversation; null when the bot was never there. */
  saveConversation(conversation: ConversationRef): Promise<void>;
  personalConversation(userId: string): Promise<ConversationRef | null>;
  /** The newest conversation in this channel or chat; null when the bot was not spoken to there. */
  conversationIn(place: string): Promise<ConversationRef | null>;
  /** True the first time for this key: a welcome is sent once. */
  firstTime(key: string): Promise<boolean>;
  rememberCluster(conversationKey: string, cluster: Readonly<{ id: string; name: string }>): Promise<void>;
  lastCluster(conversationKey: string): Promise<Readonly<{ id: string; name: string }> | null>;
  savePending(pending: Pending): Promise<void>;
  /**
   * Removes and returns what waits; nothing older than `notBefore`. In the same transaction, what becomes a question
   * again is claimed by this process: one that goes away now leaves it to be found.
   */
  takePending(
    match: Readonly<{ id: string; userId: string } | { userId: string; reason: "signIn" }>,
    notBefore: string,
    question?: (pending: Pending) => Question | null,
  ): Promise<readonly Pending[]>;
  /**
   * The challenge with this id, where it waits and is not older than `notBefore`. From now on whoever brings the state
   * answers it, and no state that was given before.
   */
  beginChallenge(id: string, stateHash: string, notBefore: string): Promise<Pending | null>;
  /** The challenge that this state was given for, once. */
  takeState(stateHash: string, notBefore: string): Promise<Pending | null>;
  /**
   * Sealed, in place of what was kept of this person before. Without a key that all processes have, another process finds
   * none. What is older than a day goes.
   */
  keepSignIn(userId: string, assertion: string): Promise<void>;
  keptSignIn(userId: string): Promise<string | null>;
  dropSignIn(userId: string): Promise<void>;
  /** Of this process. */
  setPolicyVersion(policy: PolicyVersion): Promise<void>;
  /** Of each other process that is alive and has said it. */
  otherPolicyVersions(): Promise<readonly PolicyVersion[]>;
  appendAudit(entry: AuditEntry): Promise<void>;
  auditEvents(limit: number): Promise<readonly AuditEvent[]>;
  /** Rows of an incident and of the runs of its thread, the first `limit` of them, oldest first. */
  incidentTrail(incident: string, limit: number): Promise<readonly AuditEvent[]>;
  /** As Teams shows it, for whoever reads what they did. */
  rememberName(person: Requester | ReaderIdentity): Promise<void>;
  /** By `personKey`; nobody who was forgotten, or has not been seen for long. */
  namesOf(people: readonly PersonId[]): Promise<ReadonlyMap<string, string>>;
  /** The last sealed row, and how many wait behind it; null where no row is sealed. */
  auditHead(): Promise<Readonly<{ seq: number; hash: string; unsealed: number }> | null>;
  /** Null when rows can be written, else one sentence. Settles within two seconds, whatever the database does. */
  problem(): Promise<string | null>;
}

/** A key elsewhere that wraps another one: what is wrapped may stand in the database, and only that key opens it. */
export interface KeyWrap {
  /** Whether `by`, as `wrap` gave it, is a version of this key. */
  isOf(by: string): boolean;
  wrap(key: Buffer): Promise<WrappedKey>;
  unwrap(key: WrappedKey): Promise<Buffer>;
}

/** `by`: which version of the wrapping key it was. */
export type WrappedKey = Readonly<{ by: string; wrapped: string }>;

/** Background work. `execute` is called at most once a run; `recover` when the worker of a run vanished. */
export interface Jobs {
  start(
    handlers: Readonly<{
      execute(runId: string): Promise<void>;
      recover(runId: string): Promise<void>;
      /** Joins what was delivered to the cards of its channels, until nothing is left. */
      joinAlerts(): Promise<void>;
      /** Diagnoses incidents for those who stand for their channels. */
      diagnoseForIncidents(): Promise<void>;
      /** Calls those on call to incidents that nobody takes. */
      escalateIncidents(): Promise<void>;
      /** Looks whether operations that mute have ended. */
      followOperations(): Promise<void>;
      /** Ends the mutes of operations whose end nobody saw, and posts what mutes held back. */
      endMutes(): Promise<void>;
      /** Makes one call to Teams for a message that was taken, and says what becomes of it. */
      deliver(delivery: Delivery): Promise<Delivered>;
      /** Does what is due of changes that wait for others. */
      expireChanges(): Promise<void>;
      /** Tells what the questions of processes that are gone are told. */
      recoverQuestions(): Promise<void>;
    }>,
  ): Promise<void>;
  stop(): Promise<void>;
}
